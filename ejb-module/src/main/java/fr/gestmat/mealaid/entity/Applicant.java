package fr.gestmat.mealaid.entity;

import org.jspecify.annotations.Nullable;

/**
 * Who applies.
 *
 * @param accountId account, if they have one
 * @param guardianId the directory's guardian, if they are one
 * @param name as they are called
 * @param email where receipts go, if known
 */
public record Applicant(
    @Nullable Long accountId, @Nullable Long guardianId, String name, @Nullable String email) {}
