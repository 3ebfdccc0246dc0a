package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.entity.FeedSource;

/**
 * The set that is being taken in.
 *
 * @param importId the row of its import
 * @param authorityId the one authority whose directory it may touch
 * @param source the feed that its keys belong to
 * @param whole whether the operator says that it holds every pupil: only then can absence mean
 *     leaving
 */
public record ImportSet(long importId, long authorityId, FeedSource source, boolean whole) {}
