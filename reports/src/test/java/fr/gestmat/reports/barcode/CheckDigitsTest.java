package fr.gestmat.reports.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {
  @ParameterizedTest
  @CsvSource({
    "7992739871, 3",
    "453201511283036, 6",
    "GM000123, 0",
    "GM-000-123, 0",
    "0, 0",
    "'', 0"
  })
  void luhnDigits(String body, char expected) {
    assertThat(CheckDigits.luhn(body)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"000123", "982451", "777777"})
  void luhnCatchesEveryWrongDigit(String body) {
    char right = CheckDigits.luhn(body);
    for (int at = 0; at < body.length(); at++) {
      for (char wrong = '0'; wrong <= '9'; wrong++) {
        if (wrong != body.charAt(at)) {
          String misread = body.substring(0, at) + wrong + body.substring(at + 1);
          assertThat(CheckDigits.luhn(misread)).as(misread).isNotEqualTo(right);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "6291041500213",
        "4006381333931",
        "5901234123457",
        "9780306406157",
        "73513537",
        "96385074",
        "036000291452",
        "10614141000415"
      })
  void l033_articleNumbersAreKnown(String code) {
    assertThat(CheckDigits.isArticleNumber(code)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "6291041500214",
        "6291041502013",
        "629104150021",
        "62910415002135",
        "6291041500a13",
        "٦٢٩١٠٤١٥٠٠٢١٣",
        "5CD1234XYZ",
        "123456789"
      })
  void l033_otherCodesAreNot(String code) {
    assertThat(CheckDigits.isArticleNumber(code)).isFalse();
  }
}
