package fr.gestmat.notice.control;

import fr.gestmat.notice.entity.DiscardReason;
import fr.gestmat.notice.entity.RecipientKind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom of a family a notice goes to: an adult pupil by the own address if there is one, else
 * everybody who is responsible (or is the contact) and has an address. Who turned reminders off
 * gets none by mail; a family that nobody can be mailed of gets paper.
 *
 * @param people who gets a mail; empty when it goes on paper
 * @param onPaper why nobody gets one
 */
record Recipients(List<Person> people, Optional<DiscardReason> onPaper) {

  /** What may stand in a header; the mail server judges the rest. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>\",;:\\\\()\\[\\]]+@[^\\s@<>\",;:\\\\()\\[\\]]+");

  /**
   * Somebody of the family.
   *
   * @param kind the pupil, or somebody responsible
   * @param id in the directory
   * @param name as the mail calls the person
   * @param address empty if none
   * @param concerned has parental authority or is the contact; the pupil always
   * @param refused turned reminders off
   */
  record Person(
      RecipientKind kind,
      long id,
      String name,
      String address,
      boolean concerned,
      boolean refused) {

    boolean reachable() {
      return concerned && ADDRESS.matcher(address).matches();
    }
  }

  /**
   * Decides.
   *
   * @param adult whether the pupil is of age
   * @param reminder whether the notice may be turned off
   * @param family the pupil and everybody responsible
   */
  static Recipients of(boolean adult, boolean reminder, List<Person> family) {
    List<Person> reachable = family.stream().filter(Person::reachable).toList();
    List<Person> own =
        reachable.stream().filter(p -> adult && p.kind() == RecipientKind.PUPIL).toList();
    List<Person> chosen =
        own.isEmpty()
            ? reachable.stream().filter(p -> p.kind() == RecipientKind.GUARDIAN).toList()
            : own;
    List<Person> willing = chosen.stream().filter(p -> !(reminder && p.refused())).toList();
    if (!willing.isEmpty()) {
      return new Recipients(willing, Optional.empty());
    }
    return new Recipients(
        List.of(),
        Optional.of(chosen.isEmpty() ? DiscardReason.NO_ADDRESS : DiscardReason.REFUSED));
  }
}
