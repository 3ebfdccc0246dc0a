package fr.gestmat.mealaid.control.application;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.form.AidForm;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.FormChoice;
import fr.gestmat.mealaid.control.form.FormRebase;
import fr.gestmat.mealaid.control.form.StandardForm;
import fr.gestmat.mealaid.entity.AidContributor.Kind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How the other parent of each child takes part by what is said of the one household. */
class ContributorsTest {

  private static final AidForm FORM = StandardForm.of(1, FormChoice.WHOLE);

  private static Answers answers(String living, String custody) {
    return new Answers(Map.of("living", living), Map.of("custody", custody), Set.of());
  }

  private static Answers placed(String living, String custody, boolean elsewhere) {
    return FORM.relevant(Contributors.placed(answers(living, custody), elsewhere));
  }

  @Test
  void who_may_live_with_the_applicant_shares_and_no_custody_is_asked() {
    Answers relevant = placed("OTHER_PARENT", "ALTERNATING", false);
    assertThat(Contributors.kind(relevant)).contains(Kind.TOGETHER);
    assertThat(relevant.child()).doesNotContainKey("custody");
  }

  @Test
  void who_lives_elsewhere_never_shares_and_gives_an_own_part_by_the_custody() {
    assertThat(Contributors.kind(placed("OTHER_PARENT", "ALTERNATING", true)))
        .contains(Kind.SEPARATED);
    assertThat(Contributors.kind(placed("OTHER_PARENT", "WITH_ME", true))).isEmpty();
    assertThat(Contributors.kind(placed("OTHER_PARENT", "", true))).isEmpty();
    assertThat(FORM.shown(Contributors.placed(answers("OTHER_PARENT", ""), true)))
        .contains("custody");
  }

  @Test
  void what_was_typed_of_the_household_stays() {
    Answers elsewhere = Contributors.placed(answers("OTHER_PARENT", "WITH_ME"), true);
    assertThat(elsewhere.asTyped().to("living")).contains("OTHER_PARENT");
    assertThat(FormRebase.rebase(elsewhere, FORM, FORM)).isEqualTo(elsewhere);
    assertThat(Contributors.placed(elsewhere, false)).isEqualTo(answers("OTHER_PARENT", "WITH_ME"));
    Answers alone = Contributors.placed(answers("ALONE", "WITH_ME"), true);
    assertThat(alone).isEqualTo(answers("ALONE", "WITH_ME"));
  }
}
