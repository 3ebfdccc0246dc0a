package fr.gestmat.demo.territory;

import java.util.List;

/**
 * A guardian that was written.
 *
 * @param externalId key in the feed
 * @param children the pupils that this person answers for
 */
record Guardian(String externalId, String familyName, String givenName, List<Pupil> children) {}
