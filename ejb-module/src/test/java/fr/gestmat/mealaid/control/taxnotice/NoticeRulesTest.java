package fr.gestmat.mealaid.control.taxnotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a notice means for an application. */
class NoticeRulesTest {

  private static List<Optional<Integer>> years(String written) {
    return written.isEmpty()
        ? List.of()
        : Stream.of(written.split(" ", -1))
            .map(y -> "?".equals(y) ? Optional.<Integer>empty() : Optional.of(Integer.valueOf(y)))
            .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2021, '2021', RIGHT",
    "2021, '2020', WRONG",
    "2022, '2022', RIGHT",
    "2022, '2021', WRONG",
    "2022, '2020 2022', RIGHT",
    "2022, '? 2022', RIGHT",
    "2022, '?', UNKNOWN",
    "2022, '2021 ?', UNKNOWN",
    "2022, '', UNKNOWN"
  })
  @DisplayName(
      "M-M01 M-M02 the campaign says which income year; what can't be read goes to a person")
  void incomeYear(int expected, String years, NoticeYear outcome) {
    assertThat(NoticeYear.of(expected, years(years))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"2023-04-10, 2021", "2023-09-14, 2021", "2023-09-15, 2022", "2023-09-20, 2022"})
  @DisplayName("M-M01 what a new campaign proposes changes on 15 September")
  void usualYear(LocalDate day, int year) {
    assertThat(NoticeYear.usual(day)).isEqualTo(year);
  }

  @ParameterizedTest
  @CsvSource({"'', false", "'1', false", "'2', true", "'1 1', true", "'1 0 0', false"})
  @DisplayName("M-M04 a notice has two pages at least, over all files")
  void pages(String pages, boolean enough) {
    List<Integer> counts =
        pages.isEmpty()
            ? List.of()
            : Arrays.stream(pages.split(" ", -1)).map(Integer::valueOf).toList();
    assertThat(NoticePages.areEnough(counts)).isEqualTo(enough);
  }

  private static boolean match(String family, String birth, String given, String declarants) {
    List<String> names = birth == null ? List.of(family) : List.of(family, birth);
    return NoticeNames.match(
        new NoticeNames.Person(names, given), List.of(declarants.split(";", -1)));
  }

  @ParameterizedTest
  @CsvSource({
    "Doe, , John, DOE MIKEAL JOHN",
    "Smith, , Agent, Agent Smith",
    "Second, , Paul, FIRST ANNA;SECOND PAUL",
    "Lefèvre, , Élodie, LEFEVRE ELODIE",
    "SMITH-DOE, , Jane, SMITH DOE JANE",
    "SMITH-DOE, , Jane, SmithDoe Jane",
    "Usage, Naissance, Marie, NAISSANCE MARIE",
    "Usage, Naissance, Marie, USAGE MARIE",
    "Doe, , Anna Maria Jane, DOE MARIA",
    "GONZALEZ RODRIGUEZ, , Carlos Manuel, GONZALEZ CARLOS",
    "OMAR D'SOU KONATE, , Aïcha, DSOU AICHA",
    "XU YI, , Jean, XU YI Jean",
    "Martinez, , Alessandro, MARTINEZ ALEZANDRO",
    "Reti, , Sophie, RETISOPHIE",
    "Bœuf, , Léa, BOEUF LEA"
  })
  @DisplayName("M-M05 names that are the same person's")
  void sameName(String family, String birth, String given, String declarants) {
    assertThat(match(family, birth, given, declarants)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Doe, , John, DOE MARTIN",
    "Doe, , John, SMITH JOHN",
    "DE LARUE, , Anne, DE RENCOURT ANNE",
    "XU YI, , Jean, YI Jean",
    "SMITH DOE, , Jean, DOE Jean",
    "Doe, , John, JOHN",
    "Doe, , John, ''",
    "Roux, , Jean, ROUX LEON",
    "Martin, , Martin, MARTIN PAUL"
  })
  @DisplayName("M-M06 names that are somebody else's")
  void otherName(String family, String birth, String given, String declarants) {
    assertThat(match(family, birth, given, declarants)).isFalse();
  }

  private static Optional<BigDecimal> amount(String text) {
    return Optional.ofNullable(text).map(BigDecimal::new);
  }

  @ParameterizedTest
  @CsvSource({"18420, 18420.00, 0", "18420, 18421, 1", "0, 18420, 1", ", 18420, 0", "18420, , 0"})
  @DisplayName("M-M16 a figure that differs is said; what is unknown is not compared")
  void differences(String typed, String read, int differences) {
    assertThat(NoticeComparison.of(amount(typed), Optional.empty(), amount(read), Optional.empty()))
        .hasSize(differences);
  }

  @Test
  @DisplayName("M-M16 an authentic notice that says what was typed needs no officer")
  void proof() {
    Optional<BigDecimal> income = amount("18420");
    assertThat(
            NoticeComparison.isProof(
                Authenticity.AUTHENTIC, NoticeYear.RIGHT, true, income, amount("18420.00")))
        .isTrue();
    assertThat(
            NoticeComparison.isProof(
                Authenticity.UNKNOWN_CERTIFICATE, NoticeYear.RIGHT, true, income, income))
        .isFalse();
    assertThat(
            NoticeComparison.isProof(
                Authenticity.AUTHENTIC, NoticeYear.WRONG, true, income, income))
        .isFalse();
    assertThat(
            NoticeComparison.isProof(
                Authenticity.AUTHENTIC, NoticeYear.RIGHT, false, income, income))
        .isFalse();
    assertThat(
            NoticeComparison.isProof(
                Authenticity.AUTHENTIC, NoticeYear.RIGHT, true, income, amount("18421")))
        .isFalse();
    assertThat(
            NoticeComparison.isProof(
                Authenticity.AUTHENTIC, NoticeYear.RIGHT, true, Optional.empty(), income))
        .isFalse();
  }
}
