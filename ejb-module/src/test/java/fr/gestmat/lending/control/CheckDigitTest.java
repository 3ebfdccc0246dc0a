package fr.gestmat.lending.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How asset tags guard themselves against a misreading. */
class CheckDigitTest {

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "LUHN, GM0004218, true",
    "LUHN, GM0004281, false",
    "LUHN, GM-000421-8, true",
    "LUHN, GM8, false",
    "LUHN, GM0, false",
    "LUHN, GM, false",
    "NONE, GM0004281, true",
    "NONE, '', true"
  })
  void a_code_is_read_right_or_not(CheckDigit check, String code, boolean fits) {
    assertThat(check.fits(code)).isEqualTo(fits);
  }

  @Test
  void a_tag_is_completed_so_that_it_fits() {
    assertThat(CheckDigit.LUHN.complete("GM000421")).isEqualTo("GM0004218");
    assertThat(CheckDigit.NONE.complete("GM000421")).isEqualTo("GM000421");
    assertThatThrownBy(() -> CheckDigit.LUHN.complete("GM"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
