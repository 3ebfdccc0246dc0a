package fr.gestmat.mealaid.control.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as people type them. */
class TypedNumberTest {

  @ParameterizedTest(name = "M-D24: {0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "12,50|12.50",
        "12.50|12.50",
        "1 234,5|1234.5",
        "1\u00a0234,5|1234.5",
        "1\u202f234,50 €|1234.50",
        "1.234,50|1234.50",
        "1 234 567|1234567",
        "18250 euros|18250",
        "0|0",
        "0,00|0.00",
        "007|7",
        "12.500|",
        "12,505|",
        "-3|",
        "1e3|",
        "douze|",
        "12,5,0|",
        "1.234.5|",
        "|",
        "1234567890|",
      })
  void read(String typed, BigDecimal expected) {
    assertThat(TypedNumber.read(typed == null ? "" : typed))
        .usingValueComparator(BigDecimal::compareTo)
        .isEqualTo(java.util.Optional.ofNullable(expected));
  }
}
