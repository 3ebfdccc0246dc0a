package fr.gestmat.journal.entity;

import org.jspecify.annotations.Nullable;

/**
 * What a component tells the journal; time and request id are added when it is written.
 *
 * @param authorityId authority that the row belongs to
 * @param schoolId school where it was done, if any
 * @param actorAccountId account that did it; null when a job or a feed did
 * @param actorName name of the person, the job or the feed, at most 240 characters
 * @param action stable code in capitals, at most 48 characters
 * @param subjectType what it was done to, in capitals ({@code DEVICE}, {@code ACCOUNT}...)
 * @param subjectId id of the row it was done to, if there is one
 * @param pupilId the pupil concerned, if any: who reads that pupil's file finds the line
 * @param detail JSON with what was before and after, if anything
 */
public record JournalEvent(
    long authorityId,
    @Nullable Long schoolId,
    @Nullable Long actorAccountId,
    String actorName,
    String action,
    String subjectType,
    @Nullable Long subjectId,
    @Nullable Long pupilId,
    @Nullable String detail) {}
