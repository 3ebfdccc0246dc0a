package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.source.SourceAnswer.Person;
import fr.gestmat.mealaid.entity.source.ChildFound;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildMatchTest {

  private static final LocalDate BORN = LocalDate.of(2013, 4, 5);

  private static Person child(String familyName, String givenNames, LocalDate born) {
    return new Person(familyName, Optional.empty(), givenNames, Optional.ofNullable(born));
  }

  private static ChildFound find(String givenName, Person... children) {
    return ChildMatch.find(Optional.of(BORN), givenName, "Vidal", List.of(children));
  }

  @ParameterizedTest
  @CsvSource({
    "Éloïse, ELOISE, FOUND",
    "Jean-Philippe, JEAN PHILIPPE, FOUND",
    "Jean Philippe, JEANPHILIPPE MARIE, FOUND",
    "N'Golo, N’GOLO, FOUND",
    "N'Golo, NGOLO, FOUND",
    "Alexis Vincent, ALEXIS, FOUND",
    "Alexis, ALEXIS VINCENT, FOUND",
    "Vincent, ALEXIS VINCENT, FOUND",
    "Maëlle, MAELYS, FOUND_CLOSE",
    "Alessandro, ALEXANDRE, FOUND_CLOSE",
    "Mohamed, MOHAMMED, FOUND_CLOSE",
    "Zoé, ZOE, FOUND",
    "Al, ALEXIS, ABSENT",
    "Ana, LEA, ABSENT",
    "李, ALEXIS, ABSENT",
  })
  @DisplayName(
      "M-F22: accents, apostrophes, hyphens, spaces and first letters, at the same birth date")
  void names(String ours, String theirs, ChildFound wanted) {
    assertThat(find(ours, child("VIDAL", theirs, BORN), child("VIDAL", "OSCAR", BORN.plusYears(2))))
        .isEqualTo(wanted);
  }

  @Test
  @DisplayName("M-F28: children of other names are found by birth date and first name")
  void other_names() {
    assertThat(
            find(
                "Marius",
                child("ROLLAND", "MARIUS", BORN),
                child("LECLERC", "ENZO", BORN.plusYears(1))))
        .isEqualTo(ChildFound.FOUND);
  }

  @Test
  @DisplayName("M-N05: a child who is not on the account proves nothing")
  void absent() {
    assertThat(find("Marius")).isEqualTo(ChildFound.ABSENT);
    assertThat(find("Marius", child("VIDAL", "LEA", BORN))).isEqualTo(ChildFound.ABSENT);
  }

  @Test
  @DisplayName("M-F28: what is not sure is for a person")
  void unsure() {
    assertThat(find("Marius", child("VIDAL", "MARIUS", BORN.plusDays(1))))
        .isEqualTo(ChildFound.UNSURE);
    assertThat(find("Marius", child("BRUN", "MARIUS", BORN), child("NOIR", "MARIUS JEAN", BORN)))
        .isEqualTo(ChildFound.UNSURE);
    assertThat(
            ChildMatch.find(
                Optional.empty(), "Marius", "Vidal", List.of(child("VIDAL", "MARIUS", BORN))))
        .isEqualTo(ChildFound.UNSURE);
    assertThat(find("Lou", child("A", "LOUIS", BORN), child("B", "LOUISE", BORN)))
        .isEqualTo(ChildFound.UNSURE);
  }

  @Test
  @DisplayName("M-F22: of two that fit, the one of the same family name counts")
  void the_family_name_decides_between_two() {
    assertThat(find("Marius", child("VIDAL", "MARIUS", BORN), child("NOIR", "MARIUS JEAN", BORN)))
        .isEqualTo(ChildFound.FOUND);
    assertThat(
            find(
                "Marius",
                new Person("BRUN", Optional.of("vidal"), "MARIUS", Optional.of(BORN)),
                child("NOIR", "MARIUS JEAN", BORN)))
        .isEqualTo(ChildFound.FOUND);
  }
}
