package fr.gestmat.directory.control.feed;

import java.util.Optional;

/**
 * A guardian as the feed knows them. Many have no address of any kind.
 *
 * @param key the feed's key of the person
 * @param lastName the name in use, never empty
 * @param firstName the first name, empty when the feed has none
 * @param title "M.", "Mme" or what the feed wrote, if given
 * @param email the mail address, if given and of the shape of one
 * @param mobile the mobile telephone number as written, if given
 * @param phone the home telephone number as written, if given
 * @param address street lines, parted by line feeds, if given
 * @param postcode the postal code, if given
 * @param city the town, if given
 * @param country the country, if given
 */
public record FeedGuardian(
    FeedPlace place,
    String key,
    String lastName,
    String firstName,
    Optional<String> title,
    Optional<String> email,
    Optional<String> mobile,
    Optional<String> phone,
    Optional<String> address,
    Optional<String> postcode,
    Optional<String> city,
    Optional<String> country)
    implements FeedRecord {}
