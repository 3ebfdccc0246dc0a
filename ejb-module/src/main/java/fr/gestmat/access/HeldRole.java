package fr.gestmat.access;

import org.jspecify.annotations.Nullable;

/**
 * A role that somebody holds.
 *
 * @param role which
 * @param schoolId the school it is limited to; null when it holds on the whole authority
 */
public record HeldRole(Role role, @Nullable Long schoolId) {}
