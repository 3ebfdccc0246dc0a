package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.form.AidForm;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.Countries;
import fr.gestmat.mealaid.control.form.FormCheck;
import fr.gestmat.mealaid.control.form.FormChoice;
import fr.gestmat.mealaid.control.form.FormNeeds;
import fr.gestmat.mealaid.control.form.Situation;
import fr.gestmat.mealaid.control.form.StandardForm;
import fr.gestmat.mealaid.control.source.SourceQuestions.People;
import fr.gestmat.mealaid.entity.Child;
import fr.gestmat.mealaid.entity.source.SourceKind;
import fr.gestmat.mealaid.entity.source.Subject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From the answers of a form to the people of whom official sources are asked. */
class FamilyIdentityTest {

  private static final AidForm FORM =
      StandardForm.of(
          1, FormChoice.WHOLE, new FormNeeds(EnumSet.allOf(SourceKind.class), Set.of()));
  private static final Child INES =
      new Child(null, "Carlier", "Inès", LocalDate.of(2012, 9, 1), 1L);

  private static Map<String, String> sophie() {
    Map<String, String> all = new HashMap<>();
    all.put("living", "ALONE");
    all.put("street", "3 rue des Lilas");
    all.put("postalCode", "99100");
    all.put("town", "Aubreville");
    all.put("dependents", "2");
    all.put("provider", "CAF");
    all.put("sourceAccount", "ME");
    all.put("holderBirthName", " Carlier ");
    all.put("holderGivenNames", "Sophie, Anne-Marie");
    all.put("holderSex", "F");
    all.put("holderBirthDay", "12/03/1984");
    all.put("holderBirthCountry", Countries.FRANCE);
    all.put("holderBirthTown", "Ajaccio");
    all.put("holderBirthDepartment", "2a");
    all.put("taxKnown", "NO");
    return all;
  }

  private static Answers answers(Map<String, String> household, String... child) {
    Map<String, String> own = new HashMap<>();
    own.put("custody", "WITH_ME");
    own.put("boarding", "HALF_BOARDER");
    own.put("mealsAWeek", "4");
    for (int i = 0; i < child.length; i += 2) {
      own.put(child[i], child[i + 1]);
    }
    return FORM.relevant(new Answers(household, own, Set.of()));
  }

  private static People of(Answers answers) {
    return FamilyIdentity.of(answers, Optional.empty(), INES);
  }

  @Test
  @DisplayName("M-N08: the account holder is asked for by birth name, day and place")
  void the_applicant() {
    Answers answers = answers(sophie());
    assertThat(FormCheck.all(FORM, answers)).isEmpty();
    HolderIdentity holder = of(answers).holders().get(Subject.APPLICANT);
    assertThat(holder.gaps()).isEmpty();
    assertThat(holder.query(Optional.empty()))
        .isEqualTo(
            "nomNaissance=Carlier&prenoms%5B%5D=Sophie&prenoms%5B%5D=Anne-Marie"
                + "&anneeDateNaissance=1984&moisDateNaissance=3&jourDateNaissance=12"
                + "&sexeEtatCivil=F&codeCogInseePaysNaissance=99100&nomCommuneNaissance=Ajaccio"
                + "&codeCogInseeDepartementNaissance=2A");
    assertThat(of(answers).pupil()).isEmpty();
  }

  @Test
  void who_gives_a_civil_status_needs_no_figure_and_no_paper() {
    Answers answers = answers(sophie());
    assertThat(FORM.shown(answers)).doesNotContain("quotientKnown", "familyQuotient");
    assertThat(Situation.of(answers, true)).doesNotContain(Situation.NO_INCOME);
    Map<String, String> no = sophie();
    no.put("sourceAccount", "NO");
    Answers without = answers(no);
    assertThat(of(without).holders()).isEmpty();
    assertThat(FORM.shown(without)).contains("quotientKnown").doesNotContain("holderSex");
    assertThat(without.to("holderBirthName")).as("is not kept, either").isEmpty();
    assertThat(Situation.of(without, true)).contains(Situation.NO_INCOME);
  }

  @Test
  void born_abroad_on_a_day_that_no_register_tells() {
    Map<String, String> karim = sophie();
    karim.put("living", "OTHER_PARENT");
    karim.put("sourceAccount", "PARTNER");
    karim.put("partnerBirthName", "Vasseur");
    karim.put("partnerGivenNames", "Karim");
    karim.put("partnerSex", "M");
    karim.put("partnerBirthDay", "11/1979");
    karim.put("partnerBirthCountry", "99350");
    karim.put("separateNotices", "NO");
    Answers answers = answers(karim);
    assertThat(FormCheck.all(FORM, answers)).isEmpty();
    assertThat(of(answers).holders()).containsOnlyKeys(Subject.OTHER_PARENT);
    assertThat(of(answers).holders().get(Subject.OTHER_PARENT).query(Optional.empty()))
        .isEqualTo(
            "nomNaissance=Vasseur&prenoms%5B%5D=Karim&anneeDateNaissance=1979"
                + "&moisDateNaissance=11&sexeEtatCivil=M&codeCogInseePaysNaissance=99350");
    karim.put("living", "PARTNER");
    assertThat(of(answers(karim)).holders()).containsOnlyKeys(Subject.APPLICANT);
  }

  @Test
  @DisplayName("M-F21: a separated parent's own part adds the other account")
  void both_accounts() {
    Map<String, String> paul = sophie();
    paul.put("holderBirthName", "Noir");
    AidForm part =
        StandardForm.ofOwnPart(
            1, FormChoice.WHOLE, new FormNeeds(EnumSet.allOf(SourceKind.class), Set.of()));
    Answers his = part.relevant(new Answers(paul, Map.of(), Set.of()));
    assertThat(FormCheck.all(part, his)).isEmpty();
    People people = FamilyIdentity.of(answers(sophie()), Optional.of(his), INES);
    assertThat(people.holders()).containsOnlyKeys(Subject.APPLICANT, Subject.SECOND_HOUSEHOLD);
    assertThat(people.holders().get(Subject.SECOND_HOUSEHOLD).birthName()).isEqualTo("Noir");
  }

  @Test
  void a_pupil_is_asked_for_if_the_family_tells_the_sex() {
    People people = of(answers(sophie(), "pupilSex", "F"));
    assertThat(people.pupil())
        .contains(
            new PupilIdentity(
                "Carlier", java.util.List.of("Inès"), LocalDate.of(2012, 9, 1), Sex.F));
    assertThat(
            FamilyIdentity.of(
                    answers(sophie(), "pupilSex", "F"),
                    Optional.empty(),
                    new Child(null, "Carlier", "Inès", null, 1L))
                .pupil())
        .as("no birth date")
        .isEmpty();
  }

  @Test
  void what_no_register_holds_is_said_on_its_page() {
    Map<String, String> wrong = sophie();
    wrong.put("holderBirthDay", "31/02/1984");
    wrong.put("holderBirthDepartment", "Corse");
    assertThat(FormCheck.all(FORM, answers(wrong)))
        .extracting(refusal -> refusal.field() + ":" + refusal.code())
        .containsExactly("holderBirthDay:notADay", "holderBirthDepartment:notADepartment");
    wrong.put("holderBirthCountry", "99999");
    assertThat(FormCheck.all(FORM, answers(wrong)))
        .extracting(refusal -> refusal.field() + ":" + refusal.code())
        .containsExactly("holderBirthDay:notADay", "holderBirthCountry:notAChoice");
  }

  @Test
  void a_form_without_sources_asks_nothing_of_them() {
    AidForm form = StandardForm.of(1, FormChoice.WHOLE);
    assertThat(form.questions().keySet())
        .noneMatch(code -> code.startsWith("holder") || code.startsWith("source"))
        .doesNotContain("pupilSex");
  }
}
