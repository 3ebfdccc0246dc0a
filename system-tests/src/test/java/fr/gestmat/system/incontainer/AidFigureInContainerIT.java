package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.source.OwnFigures;
import fr.gestmat.mealaid.control.decision.AutomaticDecisions;
import fr.gestmat.mealaid.control.review.ApplicationFile;
import fr.gestmat.mealaid.control.scale.HouseholdInputs;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.source.EstablishedRule.Typed;
import fr.gestmat.mealaid.control.source.HouseholdFigure;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** M-F21: figures that officers establish in the authority's name. */
class AidFigureInContainerIT extends AidReviewTest {

  private static final HouseholdFigure QUOTIENT =
      HouseholdFigure.ofApplicant(Missing.FAMILY_QUOTIENT);

  @Inject private OwnFigures figures;
  @Inject private AutomaticDecisions automatic;

  private static Typed quotient(String value) {
    YearMonth month = YearMonth.now(ZoneId.of("Europe/Paris"));
    return new Typed("FAMILY_QUOTIENT", value, month.toString(), "DESK", "Attestation présentée");
  }

  private Answer<AidApplication> establish(File file, Typed typed) throws Exception {
    int version = town.version(file);
    return ada(() -> figures.establish(file.id(), version, typed).orElseThrow());
  }

  private Answer<AidApplication> takeBack(File file) throws Exception {
    int version = town.version(file);
    return ada(() -> figures.takeBack(file.id(), version, QUOTIENT).orElseThrow());
  }

  private BigDecimal gift(File file) throws Exception {
    return ada(() -> reviews.file(file.id()).orElseThrow().assessed().gift().orElseThrow().value());
  }

  @Test
  @DisplayName("M-F21 it counts before source and family, is told, and is kept with the decision")
  void counts() throws Exception {
    File file = inReview("Awa");
    town.answered(file, "1200.00");
    assertThat(gift(file)).isZero();
    done(establish(file, quotient("1 300")));
    done(establish(file, quotient("512,30")));
    assertThat(gift(file)).isEqualByComparingTo("2.00");

    ApplicationFile read = bruno(() -> reviews.file(file.id()).orElseThrow());
    assertThat(read.askedFigures()).containsExactly(QUOTIENT);
    assertThat(read.established())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.value()).isEqualByComparingTo("512.30");
              assertThat(one.by() + " " + one.note()).isEqualTo("Ada Martin Attestation présentée");
              assertThat(one.month()).isPresent();
            });
    assertThat(town.events(file))
        .containsExactly("TAKE", "FIGURE_ESTABLISHED", "FIGURE_ESTABLISHED");
    assertThat(
            town.column(
                "select concat_ws(' ', json_value(detail, '$.before'), json_value(detail,"
                    + " '$.after'), json_value(detail, '$.reason')) from journal_entry where"
                    + " subject_id = ? and action = 'AID_FIGURE_ESTABLISHED' order by id",
                file.key()))
        .containsExactly("1200 1300 Attestation présentée", "1300 512.3 Attestation présentée");

    done(decide(file, GRANT));
    String inputs =
        town.value("select inputs from aid_decision where application_id = ?", file.key());
    assertThat(HouseholdInputs.read(inputs).familyQuotient()).contains(new BigDecimal("512.30"));
    assertThat(
            town.value(
                "select json_value(inputs, '$.established[0].by') from aid_decision where"
                    + " application_id = ?",
                file.key()))
        .isEqualTo("Ada Martin");
    assertThat(codes(takeBack(file))).containsExactly("in.GRANTED");
    assertThat(codes(establish(file, quotient("1")))).containsExactly("in.GRANTED");
  }

  @Test
  void it_can_be_taken_back_and_nothing_of_what_was_is_lost() throws Exception {
    File file = inReview("Awa");
    assertThat(codes(takeBack(file))).containsExactly("figureNotEstablished");
    done(establish(file, quotient("1500")));
    assertThat(gift(file)).isZero();
    done(takeBack(file));
    assertThat(gift(file)).isEqualByComparingTo("2.00");
    assertThat(town.events(file))
        .containsExactly("TAKE", "FIGURE_ESTABLISHED", "FIGURE_TAKEN_BACK");
    assertThat(
            town.column(
                "select concat(value, ' ', established_by, ' ', ended_by) from aid_established"
                    + " where application_id = ?",
                file.key()))
        .containsExactly("1500.00 Ada Martin Ada Martin");
    assertThat(
            town.value(
                "select concat(json_value(detail, '$.before'), ' ', json_value(detail, '$.after'))"
                    + " from aid_event where application_id = ? and event = 'FIGURE_TAKEN_BACK'",
                file.key()))
        .isEqualTo("1500 400");
  }

  @Test
  @DisplayName("M-A07 who looked at an older version is told, and contradicts nobody unknowingly")
  void nobody_contradicts_a_colleague_unknowingly() throws Exception {
    File file = inReview("Awa");
    int seen = town.version(file);
    done(establish(file, quotient("300")));
    Answer<AidApplication> second =
        bruno(() -> figures.establish(file.id(), seen, quotient("900")).orElseThrow());
    assertThat(second).isInstanceOf(Answer.Stale.class);
    assertThat(((Answer.Stale<?>) second).by()).contains("Ada Martin");
    assertThat(bruno(() -> figures.takeBack(file.id(), seen, QUOTIENT).orElseThrow()))
        .isInstanceOf(Answer.Stale.class);
    assertThat(
            town.column(
                "select value from aid_established where standing_application_id = ?", file.key()))
        .containsExactly("300.00");
  }

  @Test
  @DisplayName("M-A26 what is wrong is said at once and keeps nothing; foreign ids are nothing")
  void refuses() throws Exception {
    File file = inReview("Awa");
    assertThat(codes(establish(file, new Typed("TAX_INCOME", "1", "", "DESK", "Vu"))))
        .containsExactly("figureNotAsked");
    assertThat(
            codes(
                establish(
                    file,
                    new Typed("FAMILY_QUOTIENT", "x", "", UUID.randomUUID().toString(), " "))))
        .containsExactly("figureNotAmount", "figureMonthMissing", "figureReadOnMissing", "missing");
    assertThat(town.events(file)).containsExactly("TAKE");
    File gone = town.submitted("Binta", "400", "WITHDRAWN");
    assertThat(codes(establish(gone, quotient("1")))).containsExactly("in.WITHDRAWN");
    ReviewTown other = ReviewTown.found(database);
    File foreign = other.submitted("Awa");
    assertThat(ada(() -> figures.establish(foreign.id(), 0, quotient("1")))).isEmpty();
    assertThat(ada(() -> figures.takeBack(foreign.id(), 0, QUOTIENT))).isEmpty();
  }

  @Test
  @DisplayName("M-A12, M-A14 no decision waits for its source any more, nor takes itself")
  void beside_sources() throws Exception {
    File waits = inReview("Awa");
    town.silent(waits);
    assertThat(codes(decide(waits, GRANT))).containsExactly("sourceUnanswered");
    done(establish(waits, quotient("300")));
    done(decide(waits, GRANT));

    town.run("update aid_campaign set automatic_decision = true where id = ?", town.campaign);
    File typed = town.submitted("Binta");
    done(establish(typed, quotient("300")));
    town.answered(typed, "400.00");
    automatic.work();
    assertThat(town.state(typed)).as("an officer typed it").isEqualTo("SUBMITTED");
    done(takeBack(typed));
    automatic.work();
    assertThat(town.state(typed)).isEqualTo("GRANTED");
  }
}
