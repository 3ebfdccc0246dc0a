package fr.gestmat.lending.control;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.LendingPolicy.ReturnPlace;
import fr.gestmat.lending.entity.KitStep;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Due dates, and where a device may come back. */
class LendingPolicyTest {

  @ParameterizedTest(name = "L061 lent on {0}, ends {1}, last day {2}: due {3}")
  @CsvSource({
    "2026-11-23, 06-30, , 2027-06-30",
    "2027-06-29, 06-30, , 2027-06-30",
    "2027-06-30, 06-30, , 2028-06-30",
    "2027-07-01, 06-30, , 2028-06-30",
    "2026-11-23, 06-27, , 2027-06-25",
    "2026-11-23, 06-30, 2027-02-05, 2027-02-05",
    "2026-11-23, 06-30, 2027-02-07, 2027-02-05",
    "2026-11-23, 06-30, 2027-08-31, 2027-06-30",
    "2026-11-23, 06-30, 2026-11-23, 2026-11-23",
    "2026-11-23, , 2027-02-05, 2027-02-05",
    "2026-11-23, , , "
  })
  void l061_due_on(String today, String ends, String lastDay, String due) {
    LendingPolicy policy = Situations.endingOn(ends == null ? "" : ends);

    assertThat(
            policy.dueOn(
                LocalDate.parse(today), Optional.ofNullable(lastDay).map(LocalDate::parse)))
        .isEqualTo(Optional.ofNullable(due).map(LocalDate::parse));
  }

  @ParameterizedTest(name = "L061 {0} named, last day {1}: {2}")
  @CsvSource({
    "2027-06-30, , 2027-06-30",
    "2027-06-27, , 2027-06-25",
    "2027-06-30, 2027-06-18, 2027-06-18",
    "2027-06-16, 2027-06-18, 2027-06-16",
    "2027-06-30, 2027-06-20, 2027-06-18"
  })
  void l061_a_day_that_is_named_is_held_to_the_same(LocalDate named, LocalDate last, String held) {
    assertThat(
            Situations.endingOn("06-30")
                .held(named, LocalDate.parse("2027-01-04"), Optional.ofNullable(last)))
        .isEqualTo(held);
  }

  @Test
  void l061_closed_days_are_passed_backwards_but_never_into_the_past() {
    OpenDays days =
        new OpenDays(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            Set.of(LocalDate.parse("2027-05-06"), LocalDate.parse("2027-05-07")));

    assertThat(days.includes(LocalDate.parse("2027-05-05"))).isTrue();
    assertThat(days.includes(LocalDate.parse("2027-05-06"))).isFalse();
    assertThat(days.includes(LocalDate.parse("2027-05-08"))).isFalse();
    assertThat(days.lastOnOrBefore(LocalDate.parse("2027-05-09"), LocalDate.parse("2027-01-01")))
        .isEqualTo("2027-05-05");
    assertThat(days.lastOnOrBefore(LocalDate.parse("2027-05-09"), LocalDate.parse("2027-05-08")))
        .isEqualTo("2027-05-08");
  }

  @ParameterizedTest(name = "L066 pieces charged {0}, noted at {1}: asked {2}")
  @CsvSource({
    "true, RETURN, true",
    "true, HAND_OVER, false",
    "false, RETURN, false",
    "false, HAND_OVER, false",
  })
  void l066_which_pieces_are_asked_for(boolean charged, KitStep step, boolean asked) {
    assertThat(Situations.chargingPieces(charged).asksForPieces(step)).isEqualTo(asked);
    assertThat(LendingPolicy.DEFAULT.piecesCharged()).isTrue();
  }

  @ParameterizedTest(name = "L036 {0}: home {1}, issuer {2}, elsewhere {3}")
  @CsvSource({
    "ANYWHERE, true, true, true",
    "HOME_ONLY, true, false, false",
    "ISSUER_ONLY, false, true, false",
    "EITHER, true, true, false"
  })
  void l036_return_place(ReturnPlace place, boolean home, boolean issuer, boolean elsewhere) {
    LendingPolicy policy = Situations.returns(place);

    assertThat(policy.allowsReturnAt(1, 1, 2)).isEqualTo(home);
    assertThat(policy.allowsReturnAt(2, 1, 2)).isEqualTo(issuer);
    assertThat(policy.allowsReturnAt(3, 1, 2)).isEqualTo(elsewhere);
  }
}
