package fr.gestmat.directory.control.feed;

import java.util.Optional;

/**
 * A school as the feed knows it.
 *
 * @param key the feed's key of the school, by which people and classes name it
 * @param uai the national code: seven digits and a letter, upper case
 * @param name the name as written in the feed, never empty
 * @param type the kind of school as text, empty when the feed gives none ("SANS OBJET")
 * @param street the street lines, if given
 * @param postcode the postal code, if given
 * @param city the town, if given
 * @param phone the telephone number as written, if given
 * @param email the mail address, if given and of the shape of one
 * @param replacementZone whether this is a zone of replacement teachers and no real school
 */
public record FeedSchool(
    FeedPlace place,
    String key,
    String uai,
    String name,
    Optional<String> type,
    Optional<String> street,
    Optional<String> postcode,
    Optional<String> city,
    Optional<String> phone,
    Optional<String> email,
    boolean replacementZone)
    implements FeedRecord {}
