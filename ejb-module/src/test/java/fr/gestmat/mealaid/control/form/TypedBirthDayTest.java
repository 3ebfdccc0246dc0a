package fr.gestmat.mealaid.control.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Birth dates as families write them. */
class TypedBirthDayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12/03/1984",
        "12/3/1984",
        "12.03.1984",
        "12 03 1984",
        " 12-3-1984 ",
        "1984-03-12"
      })
  void one_day_in_many_hands(String typed) {
    assertThat(TypedBirthDay.read(typed))
        .contains(new TypedBirthDay(1984, Optional.of(3), Optional.of(12)));
  }

  @Test
  void what_a_register_does_not_tell_stays_unknown() {
    assertThat(TypedBirthDay.read("11/1979"))
        .contains(new TypedBirthDay(1979, Optional.of(11), Optional.empty()));
    assertThat(TypedBirthDay.read("1979"))
        .contains(new TypedBirthDay(1979, Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hier", "31/02/1984", "12/13/1984", "12/03/84", "12/03/1884", "0/3/1984"})
  void what_no_calendar_knows_is_no_date(String typed) {
    assertThat(TypedBirthDay.read(typed)).isEmpty();
  }
}
