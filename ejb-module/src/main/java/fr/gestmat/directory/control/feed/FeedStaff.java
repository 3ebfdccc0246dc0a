package fr.gestmat.directory.control.feed;

import java.util.List;
import java.util.Optional;

/**
 * A member of staff as the feed knows them. A function never gives a right in this product
 * (DOMAIN.md, Roles): it is shown, nothing more.
 *
 * @param key the feed's key of the person
 * @param lastName the name in use, never empty
 * @param firstName the first name, empty when the feed has none
 * @param title "M.", "Mme" or what the feed wrote, if given
 * @param email the mail address, if given and of the shape of one
 * @param schoolKey the school that the person is attached to, if given
 * @param functions what the person does, and in which school
 */
public record FeedStaff(
    FeedPlace place,
    String key,
    String lastName,
    String firstName,
    Optional<String> title,
    Optional<String> email,
    Optional<String> schoolKey,
    List<Function> functions)
    implements FeedRecord {

  /**
   * A function in a school (ENTPersonFonctions).
   *
   * @param schoolKey the feed's key of the school
   * @param code the function's code, such as ENS
   * @param label the function in words, empty when the feed has none
   */
  public record Function(String schoolKey, String code, String label) {}
}
