package fr.gestmat.system.incontainer;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Frame;
import fr.gestmat.mealaid.boundary.source.SourceSettings;
import fr.gestmat.mealaid.boundary.source.SourceSettings.Entered;
import fr.gestmat.mealaid.control.form.Step;
import fr.gestmat.mealaid.control.source.AskingJob;
import fr.gestmat.mealaid.entity.source.SourceAccess.Wishes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Base of tests of families that let official sources be asked, each in a département of its own.
 */
abstract class AidSourceTest extends FamilyFormTest {

  protected static final Map<String, String> SOPHIE =
      Map.ofEntries(
          Map.entry("living", "ALONE"),
          Map.entry("custody", "WITH_ME"),
          Map.entry("dependents", "2"),
          Map.entry("provider", "CAF"),
          Map.entry("sourceAccount", "ME"),
          Map.entry("holderBirthName", "Carlier"),
          Map.entry("holderGivenNames", "Sophie"),
          Map.entry("holderSex", "F"),
          Map.entry("holderBirthDay", "12/03/1984"),
          Map.entry("holderBirthCountry", "99100"),
          Map.entry("holderBirthTown", "Metz"),
          Map.entry("holderBirthDepartment", "57"),
          Map.entry("taxKnown", "NO"));

  @Inject protected SourceSettings settings;
  @Inject protected AskingJob job;

  protected AidTown town(boolean on) throws Exception {
    AidTown town = AidTown.found(database);
    acting.as(
        town.manager(),
        Role.ADMIN,
        () ->
            settings
                .save(
                    new Entered(
                        "130 025 265 00013",
                        new Wishes(true, true, 5, false),
                        SourceTown.token(false),
                        settings.show().orElseThrow().version()))
                .orElseThrow());
    acting.as(town.manager(), Role.ADMIN, () -> settings.turn(on));
    return town;
  }

  /** Answers every page with these answers, and what stands on it already otherwise. */
  @Override
  protected void fill(Caller who, UUID id, Map<String, String> answers) throws Exception {
    String key = open(who, id).steps().all().get(0).key();
    for (int i = 0; i < 60; i++) {
      Frame frame = open(who, id);
      Step step = frame.steps().find(key).orElseThrow();
      Map<String, String> typed = new HashMap<>();
      step.page()
          .questions()
          .forEach(
              question ->
                  Optional.ofNullable(answers.get(question.code()))
                      .ifPresent(answer -> typed.put(question.code(), answer)));
      done(save(who, id, step.key(), frame.revision(), typed));
      Frame after = open(who, id);
      Optional<Step> next = after.steps().after(after.steps().find(step.key()).orElseThrow());
      if (next.isEmpty()) {
        return;
      }
      key = next.get().key();
    }
    throw new AssertionError("the form never ends");
  }

  protected Answer<?> send(Caller who, UUID id) throws Exception {
    return as(who, () -> sending.send(id, Instant.now(), "fr")).orElseThrow();
  }

  protected static List<String> calls(AidTown town, UUID id) throws Exception {
    return town.column(
        "select concat_ws(' ', kind, subject, if(c.state in ('WAITING', 'ASKING', 'ANSWERED',"
            + " 'NOT_FOUND', 'POSTPONED'), 'STANDS', c.state), subject_name) from source_call c"
            + " join aid_application a on a.id = c.application_id where a.public_id = ?"
            + " order by c.id",
        id.toString());
  }

  protected static Map<String, String> with(Map<String, String> base, String... pairs) {
    Map<String, String> all = new HashMap<>(base);
    for (int i = 0; i < pairs.length; i += 2) {
      all.put(pairs[i], pairs[i + 1]);
    }
    return all;
  }
}
