package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number by which an authority is known to official sources. */
class SiretTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "35600000000048, true",
    "35600000000084, false",
    "35600000000049, false",
    "3560000000004, false",
    "356000000000480, false",
    "3560000000004A, false",
    "00000000000000, false",
    "'', false"
  })
  void fourteen_digits_of_which_the_last_fits_the_others(String text, boolean right) {
    assertThat(Siret.isRight(text)).isEqualTo(right);
  }
}
