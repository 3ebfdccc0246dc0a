package fr.gestmat.directory.control.feed;

/**
 * What ties a pupil to a guardian (DOMAIN.md section 1, ENTElevePersRelEleve). Codes stay as the
 * feed wrote them: what they mean depends on the whole set ({@link LinkCodes}).
 *
 * @param guardianKey the feed's key of the guardian
 * @param kindCode old codes 1 to 7, new codes 10 to 90
 * @param paysFees whether this person pays the school's fees
 * @param authorityCode 0, 1 or 2
 * @param contact whether the school may call this person
 */
public record FeedLink(
    String guardianKey, int kindCode, boolean paysFees, int authorityCode, boolean contact) {}
