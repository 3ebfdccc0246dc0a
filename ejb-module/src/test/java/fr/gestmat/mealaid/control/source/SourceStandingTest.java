package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.source.SourceCascade.Heard;
import fr.gestmat.mealaid.control.source.SourceCascade.Outcome;
import fr.gestmat.mealaid.control.source.SourceStanding.Standing;
import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.mealaid.entity.source.ChildFound;
import fr.gestmat.mealaid.entity.source.KeptAnswer;
import fr.gestmat.mealaid.entity.source.Provider;
import fr.gestmat.mealaid.entity.source.Requester;
import fr.gestmat.mealaid.entity.source.ScholarshipStatus;
import fr.gestmat.mealaid.entity.source.SourceCall;
import fr.gestmat.mealaid.entity.source.SourceKind;
import fr.gestmat.mealaid.entity.source.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceStandingTest {

  private static final Instant NOW = Instant.parse("2026-09-20T10:00:00Z");

  private static SourceCall call(SourceKind kind, Subject subject) {
    return new SourceCall(
        1,
        2,
        new SourceCall.Question(kind, subject, "X", "a=1", null, false),
        new Requester(null, "X", null),
        SourceQuestions.REVIEW,
        NOW);
  }

  private static SourceCall quotient(Subject subject, String value) {
    SourceCall call = call(SourceKind.FAMILY_QUOTIENT, subject);
    call.answered(
        KeptAnswer.quotient(
            new BigDecimal(value),
            YearMonth.of(2026, 9),
            Optional.empty(),
            ChildFound.ABSENT,
            Provider.CNAF,
            3),
        NOW);
    return call;
  }

  private static SourceCall over(Subject subject, CallState state) {
    SourceCall call = call(SourceKind.FAMILY_QUOTIENT, subject);
    call.end(state, null, "37003", NOW);
    return call;
  }

  private static Standing standing(SourceCall... calls) {
    return SourceStanding.standing(List.of(calls), kind -> true, List.of());
  }

  @Test
  @DisplayName("M-A12: a source that has not answered holds a decision up, until it has")
  void unanswered() {
    SourceCall waits = call(SourceKind.FAMILY_QUOTIENT, Subject.APPLICANT);
    assertThat(standing(waits).unanswered()).isTrue();
    assertThat(standing(waits).quotient().outcome()).isEqualTo(Outcome.LATER);
    waits.end(CallState.NOT_FOUND, null, "37003", NOW);
    assertThat(standing(waits).unanswered()).isFalse();
    assertThat(standing(waits).quotient().outcome()).isEqualTo(Outcome.DOCUMENT);
  }

  @Test
  @DisplayName("M-A12: what nobody asks any more holds nobody up")
  void turned_off() {
    SourceCall waits = call(SourceKind.SCHOLARSHIP, Subject.PUPIL);
    assertThat(SourceStanding.standing(List.of(waits), kind -> false, List.of()).unanswered())
        .isFalse();
    assertThat(
            SourceStanding.standing(List.of(waits), SourceKind.FAMILY_QUOTIENT::equals, List.of())
                .unanswered())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"GRANTED, true", "NOT_GRANTED, false", "UNKNOWN,"})
  @DisplayName("M-N01: what was said too early is neither a yes nor a no")
  void scholarship(ScholarshipStatus said, @Nullable Boolean known) {
    SourceCall call = call(SourceKind.SCHOLARSHIP, Subject.PUPIL);
    call.answered(
        KeptAnswer.scholarship(said, Optional.empty(), Optional.empty(), true, Optional.empty(), 3),
        NOW);
    assertThat(standing(call).scholarship()).isEqualTo(Optional.ofNullable(known));
  }

  @Test
  @DisplayName("M-F20: what the second household has says nothing of the first")
  void two_households() {
    Standing alone =
        standing(
            over(Subject.APPLICANT, CallState.NOT_FOUND),
            quotient(Subject.SECOND_HOUSEHOLD, "655"));
    assertThat(alone.quotient().counts()).isEmpty();
    assertThat(alone.quotient().outcome()).isEqualTo(Outcome.DOCUMENT);
    Standing both =
        standing(quotient(Subject.APPLICANT, "412"), quotient(Subject.SECOND_HOUSEHOLD, "655"));
    assertThat(both.quotient().contradicting()).isEmpty();
  }

  @Test
  @DisplayName("M-F21, M-N05: the other parent's account is looked at too; contradictions are told")
  void two_accounts() {
    Standing other =
        standing(
            over(Subject.APPLICANT, CallState.NOT_FOUND), quotient(Subject.OTHER_PARENT, "655"));
    assertThat(other.quotient().counts().orElseThrow().source()).isEqualTo("OTHER_PARENT");
    Standing both =
        standing(quotient(Subject.APPLICANT, "412.00"), quotient(Subject.OTHER_PARENT, "655"));
    assertThat(both.quotient().counts().orElseThrow().source()).isEqualTo("APPLICANT");
    assertThat(both.quotient().contradicting()).hasSize(1);
    assertThat(
            standing(quotient(Subject.APPLICANT, "412.00"), quotient(Subject.OTHER_PARENT, "412"))
                .quotient()
                .contradicting())
        .isEmpty();
    assertThat(standing(over(Subject.APPLICANT, CallState.FAILED)).quotient().outcome())
        .isEqualTo(Outcome.PERSON);
  }

  private static EstablishedFigure own(Missing figure, String value) {
    return own(HouseholdFigure.ofApplicant(figure), value);
  }

  private static EstablishedFigure own(HouseholdFigure of, String value) {
    return new EstablishedFigure(
        of,
        new BigDecimal(value),
        Optional.empty(),
        Optional.empty(),
        "Vu au guichet",
        "Ada Martin",
        NOW);
  }

  @Test
  @DisplayName("M-F21: what the authority established counts first, and waits for no source of it")
  void established() {
    SourceCall waits = call(SourceKind.FAMILY_QUOTIENT, Subject.APPLICANT);
    List<EstablishedFigure> quotient = List.of(own(Missing.FAMILY_QUOTIENT, "655"));
    Standing silent = SourceStanding.standing(List.of(waits), kind -> true, quotient);
    assertThat(silent.unanswered()).isFalse();
    assertThat(silent.quotient().counts().orElseThrow().ofAuthority()).isTrue();

    Standing answered =
        SourceStanding.standing(
            List.of(quotient(Subject.APPLICANT, "412.00")), kind -> true, quotient);
    assertThat(answered.quotient().counts().orElseThrow().value()).contains(new BigDecimal("655"));
    assertThat(answered.quotient().contradicting()).extracting(Heard::source).contains("APPLICANT");

    Standing income =
        SourceStanding.standing(
            List.of(waits), kind -> true, List.of(own(Missing.TAX_INCOME, "18000")));
    assertThat(income.unanswered()).as("another figure says nothing of it").isTrue();
    assertThat(income.quotient().counts()).isEmpty();
    assertThat(
            SourceStanding.standing(
                    List.of(call(SourceKind.SCHOLARSHIP, Subject.PUPIL)), kind -> true, quotient)
                .unanswered())
        .isTrue();
  }

  @ParameterizedTest(name = "{0} waits, of the second household established {1}: held up {2}")
  @CsvSource({
    "APPLICANT, false, false",
    "SECOND_HOUSEHOLD, false, true",
    "APPLICANT, true, true",
    "SECOND_HOUSEHOLD, true, false"
  })
  @DisplayName("M-F20, M-A12: what is established of a household waits for its own source no more")
  void establishedByHousehold(Subject waits, boolean second, boolean heldUp) {
    HouseholdFigure of = new HouseholdFigure(second, Missing.FAMILY_QUOTIENT);
    Standing standing =
        SourceStanding.standing(
            List.of(call(SourceKind.FAMILY_QUOTIENT, waits)),
            kind -> true,
            List.of(own(of, "655")));
    assertThat(standing.unanswered()).isEqualTo(heldUp);
    assertThat(standing.quotient().counts().isPresent())
        .as("never of the other household")
        .isEqualTo(!second);
  }
}
