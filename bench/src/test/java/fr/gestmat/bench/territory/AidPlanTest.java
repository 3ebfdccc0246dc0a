package fr.gestmat.bench.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.form.AidForm;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.FormCheck;
import fr.gestmat.mealaid.control.form.FormChoice;
import fr.gestmat.mealaid.control.form.StandardForm;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AidPlanTest {

  private static final int APPLICATIONS = 600;

  private final TerritoryPlan territory =
      new TerritoryPlan(new TerritorySize(7, 700, 70, 70, 30, 0));
  private final AidPlan plan =
      new AidPlan(territory, APPLICATIONS, 50, false, LocalDateTime.parse("2026-05-31T18:00:00"));

  @Test
  void everyPupilHasOneApplicationAndAFamily() {
    Set<Integer> pupils = new HashSet<>();
    for (int application = 0; application < APPLICATIONS; application++) {
      int pupil = plan.pupil(application);
      assertThat(pupils.add(pupil)).isTrue();
      assertThat(plan.applicationOf(pupil)).isEqualTo(application);
      assertThat(plan.family(pupil)).isBetween(0, plan.families() - 1);
    }
    assertThat(pupils).hasSize(APPLICATIONS);
  }

  @Test
  void everyDraftIsOfAFamilyThatHasYetToSend() {
    Set<Integer> senders = new HashSet<>(plan.senders());
    Set<Integer> ofDrafts = new HashSet<>();
    int drafts = 0;
    for (int application = 0; application < APPLICATIONS; application++) {
      if (plan.state(application).equals("DRAFT")) {
        drafts++;
        ofDrafts.add(plan.family(plan.pupil(application)));
      }
    }
    assertThat(senders).hasSize(50);
    assertThat(ofDrafts).isEqualTo(senders);
    assertThat(drafts).isEqualTo(plan.drafts()).isEqualTo(60);
    assertThat(senders)
        .allSatisfy(
            family ->
                assertThat(plan.state(plan.applicationOf(plan.firstChild(family))))
                    .isEqualTo("DRAFT"));
  }

  @Test
  void whatFamiliesAnsweredIsWithoutFault() {
    AidForm form = StandardForm.of(1, FormChoice.WHOLE);
    for (int application = 0; application < 60; application++) {
      Answers answers = plan.answers(application);
      assertThat(FormCheck.all(form, answers)).isEmpty();
      assertThat(form.relevant(answers)).isEqualTo(answers);
    }
  }
}
