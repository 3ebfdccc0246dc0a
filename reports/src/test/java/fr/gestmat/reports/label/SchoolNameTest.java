package fr.gestmat.reports.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolNameTest {
  @ParameterizedTest
  @CsvSource({
    "Lycée général et technologique Jean Moulin, LGT Jean Moulin",
    "LYCÉE POLYVALENT VAUBAN, LPO VAUBAN",
    "Lycée professionnel Les Iris, LP Les Iris",
    "Lycée des métiers du bâtiment, LP du bâtiment",
    "Lycée général Corot, Lycée Corot",
    "Lycée d’enseignement général et technologique agricole de Nancy, LEGTA de Nancy",
    "Lycée Générale-Leclerc, Lycée Générale-Leclerc",
    "Collège Lycée polyvalent, Collège Lycée polyvalent"
  })
  void onlyTheTypeOfSchoolIsShortened(String name, String expected) {
    assertThat(SchoolName.abbreviated(name)).isEqualTo(expected);
  }
}
