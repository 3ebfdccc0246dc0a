package fr.gestmat.mealaid.entity.source;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, kept with the answer.
 *
 * @param accountId account; null for the product by itself
 * @param name for people, at most 240 characters
 * @param reference what the source knows them by, which says nothing of who they are
 */
public record Requester(@Nullable Long accountId, String name, @Nullable UUID reference) {}
