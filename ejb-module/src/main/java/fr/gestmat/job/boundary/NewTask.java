package fr.gestmat.job.boundary;

import org.jspecify.annotations.Nullable;

/**
 * Work to be done in the background.
 *
 * @param kind the kind of a {@link BackgroundWork}
 * @param authorityId authority that it works for
 * @param schoolId the one school that it is about, if it is about one
 * @param ownerAccountId account that asks
 * @param ownerName its name
 * @param parameters JSON for the work
 */
public record NewTask(
    String kind,
    long authorityId,
    @Nullable Long schoolId,
    long ownerAccountId,
    String ownerName,
    String parameters) {}
