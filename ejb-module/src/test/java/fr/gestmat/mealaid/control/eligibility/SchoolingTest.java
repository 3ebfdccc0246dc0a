package fr.gestmat.mealaid.control.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the directory and the authority say of a school. */
class SchoolingTest {

  @ParameterizedTest(name = "{0}, type {1}, kept {2}: collège {3}, sector {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "Jean Moulin, COLLEGE, -, true, PUBLIC",
        "Jean Moulin, COLLÈGE, -, true, PUBLIC",
        "Collège Jean Moulin, '', -, true, -",
        "Collège Jean Moulin, '', PUBLIC, true, PUBLIC",
        "Collège du Lac, LYCEE, -, false, PUBLIC",
        "Cité scolaire, COLLEGE LYCEE, -, -, PUBLIC",
        "Sainte-Anne, COLLEGE PRIVE SOUS CONTRAT, -, true, PRIVATE_UNDER_CONTRACT",
        "Sainte-Anne, COLLEGE PRIVE HORS CONTRAT, -, true, PRIVATE_WITHOUT_CONTRACT",
        "Sainte-Anne, COLLEGE PRIVE, -, true, -",
        "Sainte-Anne, COLLEGE PRIVE, PRIVATE_UNDER_CONTRACT, true, PRIVATE_UNDER_CONTRACT",
        "Sainte-Anne, '', -, -, -"
      })
  void says(
      String name,
      String type,
      @Nullable SchoolSector kept,
      @Nullable Boolean college,
      @Nullable SchoolSector sector) {
    Schooling school =
        new Schooling("0990001A", name, type, Optional.ofNullable(kept), false, "10010012110");
    assertThat(school.college()).isEqualTo(Optional.ofNullable(college));
    assertThat(school.sector()).isEqualTo(Optional.ofNullable(sector));
    assertThat(school.level()).contains(SchoolLevel.SIXTH);
    assertThat(school.addTo(Facts.unknown()).schoolInside()).contains(true);
  }
}
