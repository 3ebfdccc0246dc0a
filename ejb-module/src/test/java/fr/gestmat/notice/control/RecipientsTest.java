package fr.gestmat.notice.control;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.notice.control.Recipients.Person;
import fr.gestmat.notice.entity.DiscardReason;
import fr.gestmat.notice.entity.RecipientKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom of a family a notice goes to. */
class RecipientsTest {

  /** pupil, mother, father: "-" no address, "x" one, "r" one but no reminders, "?" a broken one. */
  @ParameterizedTest
  @CsvSource({
    "minor, false, x, x, x, mother father",
    "minor, false, x, -, x, father",
    "minor, false, x, -, -, NO_ADDRESS",
    "minor, false, -, ?, -, NO_ADDRESS",
    "adult, false, x, x, x, pupil",
    "adult, false, -, x, -, mother",
    "minor, true, -, r, x, father",
    "minor, true, -, r, -, REFUSED",
    "minor, false, -, r, -, mother",
    "adult, true, r, x, x, REFUSED",
    "minor, false, -, other, x, father",
  })
  void go_to(
      String age, boolean reminder, String pupil, String mother, String father, String expected) {
    Recipients found =
        Recipients.of(
            age.equals("adult"),
            reminder,
            List.of(
                person(RecipientKind.PUPIL, "pupil", pupil),
                person(RecipientKind.GUARDIAN, "mother", mother),
                person(RecipientKind.GUARDIAN, "father", father)));

    assertThat(
            found
                .onPaper()
                .map(DiscardReason::name)
                .orElseGet(
                    () ->
                        found.people().stream().map(Person::name).collect(Collectors.joining(" "))))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a@b.fr|true",
        "a.b+c@d-e.fr|true",
        "a b@c.fr|false",
        "a@b.fr, c@d.fr|false",
        "a@b@c|false",
        "<a@b.fr>|false"
      })
  void take_an_address_for_one(String address, boolean good) {
    boolean taken =
        !Recipients.of(
                false,
                false,
                List.of(new Person(RecipientKind.GUARDIAN, 1, "M", address, true, false)))
            .people()
            .isEmpty();
    assertThat(taken).isEqualTo(good);
  }

  private static Person person(RecipientKind kind, String name, String address) {
    String mail =
        Arrays.asList("x", "r", "other").contains(address)
            ? name + "@exemple.invalid"
            : address.equals("?") ? "pas une adresse" : "";
    return new Person(kind, 1, name, mail, !address.equals("other"), address.equals("r"));
  }
}
