package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.source.SourceAnswer.Later;
import fr.gestmat.mealaid.control.source.SourceAnswer.NotFound;
import fr.gestmat.mealaid.control.source.SourceAnswer.Refused;
import fr.gestmat.mealaid.control.source.SourceCascade.Heard;
import fr.gestmat.mealaid.control.source.SourceCascade.Outcome;
import fr.gestmat.mealaid.control.source.SourceCascade.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("M-F21: several sources for one fact")
class SourceCascadeTest {

  private static final Heard<Integer> NONE = Heard.silent("A", new NotFound("37003"));
  private static final Heard<Integer> LATER =
      Heard.silent("B", new Later(Optional.empty(), "37002"));
  private static final Heard<Integer> PERSON = Heard.silent("C", new Refused(422, "00366", ""));
  private static final Heard<Integer> FIRST = Heard.known("D", false, 412);
  private static final Heard<Integer> OTHER = Heard.known("E", false, 900);
  private static final Heard<Integer> OWN = Heard.known("F", true, 655);

  @SafeVarargs
  private static Verdict<Integer> judge(Heard<Integer>... all) {
    return SourceCascade.judge(List.of(all), Function.identity());
  }

  @Test
  void the_first_value_counts_and_not_found_goes_on() {
    assertThat(judge(NONE, FIRST).counts()).contains(FIRST);
    assertThat(judge(FIRST, FIRST).contradicting()).isEmpty();
    assertThat(judge(LATER, FIRST).outcome()).isEqualTo(Outcome.VALUE);
  }

  @Test
  void a_fault_is_never_no_right() {
    assertThat(judge(NONE, LATER).outcome()).isEqualTo(Outcome.LATER);
    assertThat(judge(PERSON, LATER).outcome()).isEqualTo(Outcome.LATER);
    assertThat(judge(NONE, PERSON).outcome()).isEqualTo(Outcome.PERSON);
    assertThat(judge(NONE, NONE).outcome()).isEqualTo(Outcome.DOCUMENT);
    assertThat(judge().outcome()).isEqualTo(Outcome.DOCUMENT);
  }

  @Test
  void contradictions_are_kept_and_the_authoritys_own_value_counts() {
    assertThat(judge(FIRST, OTHER).counts()).contains(FIRST);
    assertThat(judge(FIRST, OTHER).contradicting()).containsExactly(OTHER);
    assertThat(judge(FIRST, OTHER, OWN).counts()).contains(OWN);
    assertThat(judge(FIRST, OTHER, OWN).contradicting()).containsExactly(FIRST, OTHER);
  }
}
