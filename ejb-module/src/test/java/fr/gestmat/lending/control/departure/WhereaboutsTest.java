package fr.gestmat.lending.control.departure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereaboutsTest {

  @ParameterizedTest
  @CsvSource({
    "GONE, true, true",
    "GONE, false, true",
    "AT_ISSUER, true, false",
    "AT_ISSUER, false, false",
    "ELSEWHERE, true, false",
    "ELSEWHERE, false, true"
  })
  void a_device_comes_back_from_whoever_left_and_elsewhere_as_policy_says(
      Whereabouts where, boolean loanFollows, boolean mustReturn) {
    assertThat(where.mustReturn(loanFollows)).isEqualTo(mustReturn);
  }
}
