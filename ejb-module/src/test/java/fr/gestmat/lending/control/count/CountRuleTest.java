package fr.gestmat.lending.control.count;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.entity.DeviceState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** L108: what a sighting means to an inventory. */
class CountRuleTest {

  @ParameterizedTest(name = "{0} expected {1} here {2} in limits {3}: {4}")
  @CsvSource({
    "IN_STOCK, true,  true,  true,  FOUND",
    "TO_CHECK, true,  true,  true,  FOUND",
    // Moved to another shelf, or noted elsewhere, after the count had opened: it is here all the
    // same.
    "IN_STOCK, true,  true,  false, FOUND",
    "IN_STOCK, true,  false, true,  FOUND",
    "IN_STOCK, false, true,  true,  ARRIVED_SINCE",
    "TO_CHECK, false, true,  false, OTHER_ROOM",
    "IN_STOCK, false, false, true,  OTHER_SCHOOL",
    "IN_STOCK, false, false, false, OTHER_SCHOOL",
    "EXPECTED, false, true,  true,  NOT_RECEIVED",
    "ON_LOAN,  false, true,  true,  ON_LOAN",
    // Lent while the count went on, and yet on the shelf: somebody must look.
    "ON_LOAN,  true,  true,  true,  ON_LOAN",
    "IN_REPAIR, false, true, true,  IN_REPAIR",
    "IN_TRANSIT, false, true, true, IN_TRANSIT",
    "LOST,     false, true,  true,  LOST",
    "STOLEN,   false, true,  true,  STOLEN",
    "WITHDRAWN, false, true, true,  WITHDRAWN",
    "OWNERSHIP_TRANSFERRED, false, true, true, GIVEN",
  })
  void l108_judges(
      DeviceState state, boolean expected, boolean here, boolean inLimits, CountFinding finding) {
    assertThat(CountRule.judge(new CountRule.Sighted(expected, false, state, here, inLimits)))
        .isEqualTo(finding);
  }

  @ParameterizedTest
  @EnumSource(DeviceState.class)
  void l108_a_device_that_was_counted_is_harmless_to_scan_again(DeviceState state) {
    assertThat(CountRule.judge(new CountRule.Sighted(true, true, state, true, true)))
        .isEqualTo(CountFinding.AGAIN);
  }

  @Test
  void l108_a_return_is_a_sighting_of_what_must_be_there_or_comes_on_top() {
    assertThat(CountRule.returned(true)).isEqualTo(CountFinding.FOUND);
    assertThat(CountRule.returned(false)).isEqualTo(CountFinding.RETURNED);
  }

  @ParameterizedTest
  @EnumSource(CountFinding.class)
  void the_report_has_a_word_for_every_finding(CountFinding finding) {
    assertThat(CountWords.of(finding)).isNotBlank();
  }
}
