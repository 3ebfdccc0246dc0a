package fr.gestmat.web.lending;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.entity.IncidentKind;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of the questions of a declaration. */
class DeclarationStepTest {

  @ParameterizedTest(name = "{0} of {1}: before {2}, then {3}")
  @CsvSource({
    "KIND,    ,         ,       WHEN",
    "STORY,   BREAKAGE, PLACE,  PHOTOS",
    "STORY,   LOSS,     PLACE,  PHOTOS",
    "STORY,   THEFT,    PLACE,  REPORT",
    "REPORT,  THEFT,    STORY,  PHOTOS",
    "PHOTOS,  THEFT,    REPORT, SUMMARY",
    "PHOTOS,  LOSS,     STORY,  SUMMARY",
    "SUMMARY, LOSS,     PHOTOS, SUMMARY",
  })
  void each_step_knows_its_neighbours(
      DeclarationStep step, IncidentKind kind, DeclarationStep before, DeclarationStep next) {
    Optional<IncidentKind> of = Optional.ofNullable(kind);
    assertThat(step.before(of)).isEqualTo(Optional.ofNullable(before));
    assertThat(step.next(of)).isEqualTo(next);
    assertThat(DeclarationStep.at(step.path())).contains(step);
  }
}
