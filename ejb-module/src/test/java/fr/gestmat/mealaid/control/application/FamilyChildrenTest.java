package fr.gestmat.mealaid.control.application;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.entity.Applicant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which guardian an applicant whom the directory does not know may be. */
class FamilyChildrenTest {

  @ParameterizedTest(name = "{0} {1}, guardian {2} {3}: {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "Mona Essai, mona@exemple.invalid, Mona Dupré, Mona@Exemple.invalid, true",
        "ESSAI Moña, -, Mona Essai, -, true",
        "Mona Essai, mona@exemple.invalid, Mona Essai, autre@exemple.invalid, true",
        "Mona Essai, mona@exemple.invalid, Paul Essai, paul@exemple.invalid, false",
        "Mona Essai, -, Paul Essai, -, false",
      })
  void by_the_address_or_the_name(
      String name, String email, String guardian, String address, boolean expected) {
    assertThat(FamilyChildren.isApplicant(new Applicant(1L, null, name, email), guardian, address))
        .isEqualTo(expected);
  }
}
