package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.application.Applying;
import fr.gestmat.mealaid.boundary.application.Questionnaire;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Frame;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Kept;
import fr.gestmat.mealaid.boundary.application.Sending;
import fr.gestmat.mealaid.control.form.Step;
import fr.gestmat.system.incontainer.AidTown.Child;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** Base of tests of families that fill in a form, each in a département of its own. */
abstract class FamilyFormTest extends InContainerTest {

  /** Answers of somebody without a family quotient, for one child. */
  static final Map<String, String> BY_TAX =
      Map.ofEntries(
          Map.entry("living", "ALONE"),
          Map.entry("street", "3 rue des Lilas"),
          Map.entry("postalCode", "99100"),
          Map.entry("town", "Essaiville"),
          Map.entry("dependents", "2"),
          Map.entry("provider", "NONE"),
          Map.entry("taxKnown", "YES"),
          Map.entry("referenceTaxIncome", "18250"),
          Map.entry("taxShares", "2,5"),
          Map.entry("custody", "WITH_ME"),
          Map.entry("boarding", "HALF_BOARDER"),
          Map.entry("mealsAWeek", "4"));

  @Resource(lookup = "jdbc/gestmat")
  protected DataSource database;

  @Inject protected Acting acting;
  @Inject protected Applying applying;
  @Inject protected Questionnaire questionnaire;
  @Inject protected Sending sending;

  protected <T> T as(Caller who, Callable<T> work) throws Exception {
    return acting.as(who, Role.GUARDIAN, work);
  }

  protected UUID begin(AidTown town, Caller who, Child... children) throws Exception {
    return done(tryBegin(town, who, children));
  }

  protected Answer<UUID> tryBegin(AidTown town, Caller who, Child... children) throws Exception {
    List<UUID> ids = Arrays.stream(children).map(Child::publicId).toList();
    return as(who, () -> applying.begin(town.campaignId, ids)).orElseThrow();
  }

  protected static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  protected Frame open(Caller who, UUID id) throws Exception {
    return as(who, () -> questionnaire.open(id)).orElseThrow();
  }

  protected Answer<Kept> save(
      Caller who, UUID id, String step, int revision, Map<String, String> typed) throws Exception {
    return as(who, () -> questionnaire.save(id, step, revision, typed)).orElseThrow();
  }

  /** Answers everything that is asked, in order. */
  protected void fill(Caller who, UUID id, Map<String, String> answers) throws Exception {
    for (int i = 0; i < 60; i++) {
      Frame frame = open(who, id);
      Optional<Step> next = frame.steps().firstOpen(frame.form(), frame.answers());
      if (next.isEmpty()) {
        return;
      }
      Map<String, String> typed = new HashMap<>();
      next.get()
          .page()
          .questions()
          .forEach(q -> typed.put(q.code(), answers.getOrDefault(q.code(), "")));
      done(save(who, id, next.get().key(), frame.revision(), typed));
    }
    throw new AssertionError("the form never ends");
  }
}
