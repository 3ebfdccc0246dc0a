package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.Transactions;
import fr.gestmat.mealaid.boundary.source.OfficialAnswers;
import fr.gestmat.mealaid.boundary.source.OfficialAnswers.Answers;
import fr.gestmat.mealaid.boundary.source.SourceSettings;
import fr.gestmat.mealaid.boundary.source.SourceSettings.Entered;
import fr.gestmat.mealaid.boundary.source.SourceSettings.Setup;
import fr.gestmat.mealaid.boundary.source.SourceTrial;
import fr.gestmat.mealaid.boundary.source.SourceWatch;
import fr.gestmat.mealaid.control.source.AskingJob;
import fr.gestmat.mealaid.control.source.BirthPlace;
import fr.gestmat.mealaid.control.source.HolderIdentity;
import fr.gestmat.mealaid.control.source.HolderIdentity.BirthDay;
import fr.gestmat.mealaid.control.source.PupilIdentity;
import fr.gestmat.mealaid.control.source.Sex;
import fr.gestmat.mealaid.control.source.SourceQuestions;
import fr.gestmat.mealaid.control.source.SourceQuestions.People;
import fr.gestmat.mealaid.control.source.TrialCall;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.source.ChildFound;
import fr.gestmat.mealaid.entity.source.Provider;
import fr.gestmat.mealaid.entity.source.Requester;
import fr.gestmat.mealaid.entity.source.SourceAccess.Wishes;
import fr.gestmat.mealaid.entity.source.Subject;
import fr.gestmat.system.incontainer.SourceTown.Application;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Questions to official sources, from the family's submit to the officer's page, against the
 * simulated API Particulier. The server's own job may ask meanwhile: what counts is what was asked.
 */
class SourcesInContainerIT extends InContainerTest {

  private static final Wishes WISHES = new Wishes(true, true, 5, true);

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @PersistenceContext private EntityManager entities;
  @Resource private ManagedExecutorService threads;
  @Inject private Acting acting;
  @Inject private Transactions transactions;
  @Inject private SourceSettings settings;
  @Inject private SourceTrial trial;
  @Inject private SourceWatch watch;
  @Inject private SourceQuestions questions;
  @Inject private OfficialAnswers answers;
  @Inject private AskingJob job;

  private SourceTown town;

  @BeforeEach
  void settle() throws Exception {
    if (System.getProperty("com.sun.aas.instanceRoot") != null) {
      town = new SourceTown(database);
      set(town, SourceTown.token(false));
      turn(town, true);
    }
  }

  private void set(SourceTown of, String token) throws Exception {
    acting.as(
        of.admin(),
        Role.ADMIN,
        () -> {
          Setup now = settings.show().orElseThrow();
          Answer<Boolean> saved =
              settings
                  .save(new Entered("130 025 265 00013", WISHES, token, now.version()))
                  .orElseThrow();
          assertThat(saved).isInstanceOf(Answer.Done.class);
          return null;
        });
  }

  private void turn(SourceTown of, boolean on) throws Exception {
    acting.as(of.admin(), Role.ADMIN, () -> settings.turn(on));
  }

  private static HolderIdentity mother(String familyName, String givenName, LocalDate born) {
    return new HolderIdentity(
        familyName,
        Optional.empty(),
        List.of(givenName),
        BirthDay.of(born),
        Sex.F,
        BirthPlace.commune("57463"));
  }

  private static HolderIdentity father(String familyName, String givenName, LocalDate born) {
    return new HolderIdentity(
        familyName,
        Optional.empty(),
        List.of(givenName),
        BirthDay.of(born),
        Sex.M,
        BirthPlace.commune("57463"));
  }

  private static HolderIdentity sophie() {
    return mother("Carlier", "Sophie", LocalDate.of(1984, 3, 12));
  }

  private static People of(HolderIdentity holder) {
    return new People(Map.of(Subject.APPLICANT, holder), Optional.empty(), Optional.empty());
  }

  private int ask(Application application, People people, UUID reference) throws Exception {
    Transactions.Ended ended =
        transactions.ofItsOwn(
            () ->
                questions.ask(
                    entities.find(AidApplication.class, application.id()),
                    people,
                    new Requester(7L, "Sophie Carlier", reference),
                    SourceQuestions.REVIEW));
    if (ended.failure() != null) {
      throw ended.failure();
    }
    return (int) ended.value();
  }

  private int ask(Application application, People people) throws Exception {
    return ask(application, people, null);
  }

  private Application inesAndHerMother() throws SQLException {
    return town.application("Inès", "Carlier", SourceTown.schoolYear().minusYears(14));
  }

  private interface Check {
    boolean holds() throws Exception;
  }

  /** Works until something holds: the server's own run may have a part of it in hand. */
  private void work(Check done) throws Exception {
    for (int i = 0; i < 200 && !done.holds(); i++) {
      job.work();
      if (!done.holds()) {
        Thread.sleep(50);
      }
    }
    assertThat(done.holds()).isTrue();
  }

  private static List<String> heard() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(System.getenv("GESTMAT_API_PARTICULIER_URL") + "/appels"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    return answer.body().lines().toList();
  }

  @Test
  @DisplayName("M-N12, M-N16, M-A12: a submit only queues; the answer comes with its proof")
  void the_way_of_a_question() throws Exception {
    Application application = inesAndHerMother();
    UUID reference = UUID.randomUUID();
    int queued =
        ask(
            application,
            new People(
                Map.of(Subject.APPLICANT, sophie()),
                Optional.of(
                    new PupilIdentity(
                        "Carlier", List.of("Inès"), SourceTown.schoolYear().minusYears(14), Sex.F)),
                Optional.empty()),
            reference);

    assertThat(queued).isEqualTo(2);
    assertThat(heard()).noneMatch(line -> line.contains(reference.toString()));
    assertThat(answers(application).unanswered()).isTrue();
    work(() -> !answers(application).unanswered());

    Answers all = answers(application);
    assertThat(all.quotient()).contains(new BigDecimal("412.00"));
    OfficialAnswers.Line quotient = all.answers().get(0);
    assertThat(quotient.requester()).isEqualTo("Sophie Carlier");
    assertThat(quotient.purpose()).isEqualTo("AID_REVIEW");
    assertThat(quotient.answeredAt()).isPresent();
    assertThat(quotient.value().provider()).contains(Provider.CNAF);
    assertThat(quotient.value().version()).contains(3);
    assertThat(quotient.value().month()).isPresent().get().isInstanceOf(YearMonth.class);
    assertThat(quotient.value().child()).contains(ChildFound.FOUND);
    assertThat(quotient.value().proofLink()).isPresent();
    assertThat(quotient.value().proofCode()).isPresent();
    OfficialAnswers.Line pupil = all.answers().get(1);
    assertThat(pupil.value().level()).contains(2);
    assertThat(pupil.value().school()).contains("0990421T");
    assertThat(pupil.value().boarding()).isPresent();
    assertThat(heard().stream().filter(line -> line.contains(reference.toString())).toList())
        .hasSize(2)
        .allMatch(line -> line.contains("recipient=" + SourceTown.SIRET));
    assertThat(
            town.column(
                "select action from journal_entry where subject_type = 'AID_APPLICATION'"
                    + " and subject_id = ?",
                application.id()))
        .containsOnly("SOURCE_ANSWERED")
        .hasSize(2);
  }

  private Answers answers(Application application) throws Exception {
    return acting.as(
        town.officer(), Role.AID_OFFICER, () -> answers.of(application.publicId()).orElseThrow());
  }

  @Test
  @DisplayName("M-F25: not found, later and for a person are three different ends")
  void three_ends() throws Exception {
    Application nobody = inesAndHerMother();
    Application late = inesAndHerMother();
    Application unknown = inesAndHerMother();
    ask(nobody, of(mother("Roche", "Claire", LocalDate.of(1985, 8, 17))));
    ask(late, of(father("Attente", "Marc", LocalDate.of(1980, 1, 2))));
    ask(unknown, of(father("Inconnu", "Yann", LocalDate.of(1980, 1, 2))));
    work(
        () ->
            town.value(
                    "select count(*) from source_call where authority_id = ?"
                        + " and answered_at is null",
                    town.authority)
                .equals("0"));

    assertThat(town.calls(nobody)).containsExactly("FAMILY_QUOTIENT APPLICANT NOT_FOUND 1 37003");
    assertThat(town.calls(late)).containsExactly("FAMILY_QUOTIENT APPLICANT WAITING 1 37002");
    assertThat(town.calls(unknown)).containsExactly("FAMILY_QUOTIENT APPLICANT TO_CHECK 1 00366");
    assertThat(answers(nobody).unanswered()).isFalse();
    assertThat(answers(nobody).quotient()).isEmpty();
    assertThat(answers(late).unanswered()).isTrue();
    assertThat(
            town.value(
                "select timestampdiff(second, utc_timestamp(6), due_at) > 0 from source_call"
                    + " where application_id = ?",
                late.id()))
        .isEqualTo("1");
    UUID call = answers(unknown).answers().get(0).id();
    Boolean again = acting.as(town.admin(), Role.ADMIN, () -> watch.again(call));
    assertThat(again).isTrue();
    assertThat(
            town.value(
                "select actor_name from journal_entry where action = 'SOURCE_ASKED_AGAIN'"
                    + " and subject_id = ?",
                unknown.id()))
        .isEqualTo("Odile Agent");
  }

  @Test
  @DisplayName("M-F25: a source that was down answers when it is up again")
  void up_again() throws Exception {
    Application axel = town.application("Axel", "Noir", LocalDate.of(2012, 2, 3));
    ask(axel, of(father("Noir", "Paul", LocalDate.of(1981, 12, 8))));
    work(() -> !town.calls(axel).get(0).contains(" 0"));
    town.run(
        "update source_call set due_at = utc_timestamp(6) where application_id = ?"
            + " and due_at is not null",
        axel.id());
    work(() -> town.calls(axel).get(0).contains("ANSWERED"));
    assertThat(answers(axel).quotient()).contains(new BigDecimal("237.00"));
  }

  @Test
  @DisplayName("M-N12: two servers share one budget of 20 calls a second, and ask each thing once")
  void two_servers() throws Exception {
    UUID reference = UUID.randomUUID();
    List<Application> all = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Application one = town.application("Enfant" + i, "Essai", LocalDate.of(2013, 1, 1));
      ask(one, of(mother("Personne" + i, "Anne", LocalDate.of(1980, 1, 1))), reference);
      all.add(one);
    }
    List<Future<?>> servers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      servers.add(threads.submit(() -> job.work()));
    }
    for (Future<?> server : servers) {
      server.get();
    }
    work(
        () ->
            town.value(
                    "select count(*) from source_call where authority_id = ? and due_at is not null",
                    town.authority)
                .equals("0"));

    List<String> mine =
        heard().stream().filter(line -> line.contains(reference.toString())).toList();
    assertThat(mine).hasSize(60).allMatch(line -> line.split(" ")[1].equals("404"));
    List<Long> times = mine.stream().map(line -> Long.parseLong(line.split(" ")[0])).toList();
    for (long begin : times) {
      assertThat(times.stream().filter(at -> at >= begin && at < begin + 1_000).count())
          .isLessThanOrEqualTo(20);
    }
    for (Application one : all) {
      assertThat(town.calls(one)).containsExactly("FAMILY_QUOTIENT APPLICANT NOT_FOUND 1 37003");
    }
  }

  @Test
  @DisplayName("M-A12: after a decision nothing is asked, unless an officer says why")
  void after_a_decision() throws Exception {
    Application decided = inesAndHerMother();
    ask(decided, of(sophie()));
    town.run("update aid_application set state = 'REFUSED' where id = ?", decided.id());
    town.run(
        "update source_call set state = 'WAITING', due_at = utc_timestamp(6), answered_at = null"
            + " where application_id = ?",
        decided.id());
    work(() -> town.calls(decided).get(0).contains("CANCELLED"));
    UUID call = answers(decided).answers().get(0).id();

    Answer<?> silent =
        acting.as(
            town.officer(),
            Role.AID_OFFICER,
            () -> answers.askAgain(decided.publicId(), call, " ").orElseThrow());
    assertThat(silent).isInstanceOf(Answer.Refused.class);
    Answer<?> said =
        acting.as(
            town.officer(),
            Role.AID_OFFICER,
            () ->
                answers.askAgain(decided.publicId(), call, "Recours de la famille").orElseThrow());
    assertThat(said).isInstanceOf(Answer.Done.class);
    work(() -> town.calls(decided).size() == 2 && town.calls(decided).get(1).contains("ANSWERED"));
    assertThat(
            town.value(
                "select detail from journal_entry where action = 'SOURCE_ASKED_AGAIN'"
                    + " and subject_id = ?",
                decided.id()))
        .contains("Recours de la famille");
  }

  @Test
  void what_is_known_or_already_asked_is_not_asked_again() throws Exception {
    Application application = inesAndHerMother();
    assertThat(ask(application, of(sophie()))).isEqualTo(1);
    assertThat(ask(application, of(sophie()))).isZero();
    work(() -> !answers(application).unanswered());
    assertThat(ask(application, of(sophie()))).isZero();
    assertThat(ask(application, of(mother("Roche", "Claire", LocalDate.of(1985, 8, 17)))))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("M-F21: the other parent's account is asked too, and contradictions are told")
  void two_parents() throws Exception {
    Application application = inesAndHerMother();
    ask(
        application,
        new People(
            Map.of(
                Subject.APPLICANT,
                sophie(),
                Subject.OTHER_PARENT,
                father("Noir", "Paul", LocalDate.of(1981, 12, 8))),
            Optional.empty(),
            Optional.empty()));
    work(
        () -> {
          town.run(
              "update source_call set due_at = utc_timestamp(6) where application_id = ?"
                  + " and state = 'WAITING'",
              application.id());
          return !answers(application).unanswered();
        });
    assertThat(answers(application).quotient()).contains(new BigDecimal("412.00"));
    assertThat(answers(application).contradictions()).containsExactly(Subject.OTHER_PARENT);
  }

  @Test
  void a_refused_token_stops_every_call_until_a_new_one_is_there() throws Exception {
    set(town, SourceTown.token(true));
    Application first = inesAndHerMother();
    ask(first, of(sophie()));
    work(
        () ->
            !town.value(
                    "select coalesce(refused_code, '') from source_access where authority_id = ?",
                    town.authority)
                .isEmpty());
    assertThat(town.calls(first)).containsExactly("FAMILY_QUOTIENT APPLICANT WAITING 0");
    TrialCall.Result refused = acting.as(town.admin(), Role.ADMIN, () -> trial.run().orElseThrow());
    assertThat(refused.outcome()).isEqualTo(TrialCall.Outcome.TOKEN_REFUSED);
    assertThat(setup().token().orElseThrow().refusedAt()).isPresent();

    set(town, SourceTown.token(false));
    TrialCall.Result works = acting.as(town.admin(), Role.ADMIN, () -> trial.run().orElseThrow());
    assertThat(works.outcome()).isEqualTo(TrialCall.Outcome.WORKS);
    work(() -> town.calls(first).get(0).contains("ANSWERED"));
  }

  private Setup setup() throws Exception {
    return acting.as(town.admin(), Role.ADMIN, () -> settings.show().orElseThrow());
  }

  @Test
  @DisplayName("M-A12: what is turned off is not asked and holds nobody up")
  void turned_off() throws Exception {
    Application application = inesAndHerMother();
    turn(town, false);
    assertThat(ask(application, of(sophie()))).isZero();
    turn(town, true);
    ask(application, of(father("Attente", "Marc", LocalDate.of(1980, 1, 2))));
    turn(town, false);
    job.work();
    assertThat(answers(application).unanswered()).isFalse();
  }

  @Test
  void a_token_is_kept_encrypted_and_nobody_else_sees_anything() throws Exception {
    String sealed =
        town.value(
            "select hex(token_sealed) from source_access where authority_id = ?", town.authority);
    assertThat(sealed).isNotEmpty().doesNotContain("6533302E");
    Application application = inesAndHerMother();
    SourceTown other = new SourceTown(database);
    Caller stranger = other.officer();
    assertThat(
            acting.as(
                stranger, Role.AID_OFFICER, () -> answers.of(application.publicId()).isPresent()))
        .isFalse();
    assertThat(
            acting.as(
                other.admin(), Role.ADMIN, () -> settings.show().orElseThrow().token().isPresent()))
        .isFalse();
    ask(application, of(sophie()));
    UUID call = answers(application).answers().get(0).id();
    assertThat(acting.as(other.admin(), Role.ADMIN, () -> watch.again(call))).isFalse();
  }
}
