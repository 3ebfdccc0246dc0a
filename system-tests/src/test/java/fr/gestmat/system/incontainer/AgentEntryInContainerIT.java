package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.mealaid.boundary.application.FamilyAid;
import fr.gestmat.mealaid.boundary.application.FamilyAid.Standing;
import fr.gestmat.mealaid.boundary.application.FamilyFile;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Frame;
import fr.gestmat.mealaid.boundary.arrival.AgentEntry;
import fr.gestmat.mealaid.boundary.arrival.FamilyDrafts;
import fr.gestmat.mealaid.boundary.arrival.KeptSchools;
import fr.gestmat.mealaid.boundary.document.DocumentLine;
import fr.gestmat.mealaid.boundary.document.OfficerDocuments;
import fr.gestmat.mealaid.control.arrival.TypedChildren.Typed;
import fr.gestmat.mealaid.control.form.Step;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.system.incontainer.AidTown.Child;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What came on paper or by telephone, typed by an officer. */
class AgentEntryInContainerIT extends FamilyFormTest {

  @Inject private FamilyAid overview;
  @Inject private AgentEntry entry;
  @Inject private FamilyDrafts drafts;
  @Inject private FamilyFile file;
  @Inject private KeptSchools kept;
  @Inject private OfficerDocuments papers;

  private <T> T officer(AidTown town, Callable<T> work) throws Exception {
    return acting.as(town.officer(), Role.AID_OFFICER, work);
  }

  private static LocalDate daysAgo(int days) {
    return LocalDate.now(ZoneId.of("Europe/Paris")).minusDays(days);
  }

  private static List<String> refused(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer)
        .reasons().stream().map(reason -> reason.field() + " " + reason.code()).toList();
  }

  private Answer<UUID> begin(AidTown town, Child child, LocalDate received) throws Exception {
    return officer(
        town,
        () ->
            entry
                .begin(
                    town.campaignId,
                    child.publicId(),
                    Optional.empty(),
                    "Léo Papier",
                    "",
                    Optional.ofNullable(received))
                .orElseThrow());
  }

  private void type(AidTown town, UUID id) throws Exception {
    for (int i = 0; i < 60; i++) {
      Frame frame = officer(town, () -> questionnaire.open(id).orElseThrow());
      Optional<Step> next = frame.steps().firstOpen(frame.form(), frame.answers());
      if (next.isEmpty()) {
        return;
      }
      Map<String, String> typed = new HashMap<>(BY_TAX);
      done(
          officer(
              town,
              () ->
                  questionnaire.save(id, next.get().key(), frame.revision(), typed).orElseThrow()));
    }
    throw new AssertionError("the form never ends");
  }

  private static String stored(AidTown town, String what, UUID id) throws Exception {
    return town.value(
        "select " + what + " from aid_application where public_id = ?", id.toString());
  }

  @Test
  void a_child_is_found_by_its_names_as_the_directory_keeps_them() throws Exception {
    AidTown town = AidTown.found(database);
    Child child = town.child("Zoé");
    for (String token : NameKey.tokens("L'Hénaff-Noël", "Zoé")) {
      town.run(
          "insert into pupil_name_token (pupil_id, token, school_id, authority_id) select id, ?,"
              + " school_id, authority_id from pupil where id = ?",
          token,
          child.id());
    }
    for (String typed : List.of("zo", "ZOÉ", "henaff", "Hénaff noel", "noë zoé")) {
      assertThat(officer(town, () -> entry.find(typed)))
          .as(typed)
          .extracting(known -> known.child().pupilId())
          .containsExactly(child.id());
    }
    for (String typed : List.of("z", "zoé martin", "%", "a b c d e f g")) {
      assertThat(officer(town, () -> entry.find(typed))).as(typed).isEmpty();
    }
  }

  @Test
  @DisplayName("M-G13: an officer sends what came on paper without its documents all the same")
  void an_officer_is_not_held_up() throws Exception {
    AidTown town = AidTown.found(database);
    town.run("update aid_campaign set documents_first = true where id = ?", town.campaign);
    town.run(
        "insert into aid_document_demand (campaign_id, situation, kind, mandatory)"
            + " values (?, 'TAX', 'TAX_NOTICE', true)",
        town.campaign);
    Child ada = town.child("Ada");
    UUID id = done(begin(town, ada, daysAgo(0)));
    type(town, id);
    done(officer(town, () -> sending.send(id, Instant.now(), "fr").orElseThrow()));
    assertThat(stored(town, "complete_at is not null", id)).isEqualTo("0");
  }

  @Test
  @DisplayName("M-E10 the day on which a paper came decides its term, not the day of typing")
  void the_day_of_the_paper_counts() throws Exception {
    AidTown town = AidTown.found(database);
    town.run(
        "update aid_campaign set opens_on = '2020-01-01', full_effect_until = ?, closes_on = ?"
            + " where id = ?",
        daysAgo(20).toString(),
        daysAgo(5).toString(),
        town.campaign);
    town.run(
        "insert into aid_late_period (campaign_id, ends_on, first_term) values (?, ?, 2)",
        town.campaign,
        daysAgo(5).toString());
    for (Map.Entry<Integer, String> each : Map.of(20, "1", 19, "2", 5, "2").entrySet()) {
      LocalDate day = daysAgo(each.getKey());
      UUID id = done(begin(town, town.child("P" + each.getKey()), day));
      type(town, id);
      done(officer(town, () -> sending.send(id, Instant.now(), "fr").orElseThrow()));
      assertThat(stored(town, "concat(first_term, ' ', received_on)", id))
          .isEqualTo(each.getValue() + " " + day);
      assertThat(stored(town, "submitted_at < utc_timestamp() - interval 3 day", id))
          .as("after the closing the paper counts as of its day")
          .isEqualTo("1");
    }
    Child late = town.child("Late");
    assertThat(refused(begin(town, late, daysAgo(4))))
        .containsExactly("receivedOn receivedOutside");
    assertThat(refused(begin(town, late, daysAgo(-1))))
        .containsExactly("receivedOn receivedInTheFuture");
    assertThat(refused(begin(town, late, null))).containsExactly("receivedOn receivedMissing");
  }

  @Test
  @DisplayName("M-E10 the day of the last missing paper decides the term, typed in any order")
  void the_day_of_a_missing_paper_counts() throws Exception {
    AidTown town = AidTown.found(database);
    town.run(
        "update aid_campaign set full_effect_until = ?, closes_on = ? where id = ?",
        daysAgo(20).toString(),
        daysAgo(5).toString(),
        town.campaign);
    town.run(
        "insert into aid_late_period (campaign_id, ends_on, first_term) values (?, ?, 2)",
        town.campaign,
        daysAgo(5).toString());
    town.run(
        "insert into aid_document_demand (campaign_id, situation, kind, mandatory) values"
            + " (?, 'TAX', 'TAX_NOTICE', true), (?, 'TAX', 'FAMILY_RECORD', true)",
        town.campaign,
        town.campaign);
    UUID inTime = sentOnPaper(town, "Ada");
    assertThat(officer(town, () -> papers.paperDay(inTime))).contains(daysAgo(20));
    done(paper(town, inTime, "TAX_NOTICE", daysAgo(20)));
    done(paper(town, inTime, "FAMILY_RECORD", daysAgo(20)));
    assertThat(stored(town, "concat(first_term, ' ', complete_at = submitted_at)", inTime))
        .isEqualTo("1 1");

    UUID late = sentOnPaper(town, "Ben");
    done(paper(town, late, "TAX_NOTICE", daysAgo(10)));
    assertThat(refused(paper(town, late, "FAMILY_RECORD", daysAgo(21))))
        .containsExactly("receivedOn paperTooEarly");
    assertThat(refused(paper(town, late, "FAMILY_RECORD", daysAgo(-1))))
        .containsExactly("receivedOn paperInTheFuture");
    assertThat(refused(paper(town, late, "FAMILY_RECORD", null)))
        .containsExactly("receivedOn paperDayMissing");
    done(paper(town, late, "FAMILY_RECORD", daysAgo(20)));
    assertThat(stored(town, "concat(first_term, ' ', complete_at > submitted_at)", late))
        .isEqualTo("2 1");
  }

  @Test
  @DisplayName("M-A20 each time that an officer reads what came on paper is journaled")
  void reading_is_journaled() throws Exception {
    AidTown town = AidTown.found(database);
    UUID id = done(begin(town, town.child("Ada"), daysAgo(0)));
    Frame frame = officer(town, () -> questionnaire.open(id).orElseThrow());
    assertThat(readings(town)).containsExactly("Olivier Agent");
    String page = frame.steps().all().get(0).key();
    done(officer(town, () -> questionnaire.save(id, page, frame.revision(), BY_TAX).orElseThrow()));
    assertThat(readings(town)).as("keeping a page is no reading").hasSize(1);
    assertThat(officer(town, () -> questionnaire.summary(id))).isPresent();
    assertThat(readings(town)).hasSize(2);
    assertThat(officer(town, () -> file.find(id))).isPresent();
    assertThat(readings(town)).hasSize(3);

    Child ben = town.child("Ben");
    Caller mother = town.parent("Mona", "MOTHER", ben);
    UUID own = draft(town, mother, ben);
    assertThat(as(mother, () -> questionnaire.open(own))).isPresent();
    assertThat(as(mother, () -> file.find(own))).isPresent();
    assertThat(readings(town)).as("a family reads its own").hasSize(3);
  }

  @Test
  @DisplayName("who types a paper form page by page reads it once, not with each page")
  void what_one_typed_oneself_is_read_once() throws Exception {
    AidTown town = AidTown.found(database);
    UUID id = done(begin(town, town.child("Ada"), daysAgo(0)));
    Caller olivier = town.officer();
    Frame frame = acting.as(olivier, Role.AID_OFFICER, () -> questionnaire.open(id).orElseThrow());
    String page = frame.steps().all().get(0).key();
    done(
        acting.as(
            olivier,
            Role.AID_OFFICER,
            () -> questionnaire.save(id, page, frame.revision(), BY_TAX).orElseThrow()));
    for (int i = 0; i < 3; i++) {
      assertThat(acting.as(olivier, Role.AID_OFFICER, () -> questionnaire.turn(id))).isPresent();
    }
    assertThat(readings(town)).as("its pages are no other reading").hasSize(1);
    assertThat(acting.as(olivier, Role.AID_OFFICER, () -> questionnaire.open(id))).isPresent();
    assertThat(readings(town)).as("opened again").hasSize(2);
    assertThat(officer(town, () -> questionnaire.turn(id))).isPresent();
    assertThat(readings(town)).as("somebody else reads a page without opening it").hasSize(3);
  }

  private static List<String> readings(AidTown town) throws Exception {
    return town.column(
        "select actor_name from journal_entry where authority_id = ? and action = 'AID_READ'",
        town.authority);
  }

  private UUID sentOnPaper(AidTown town, String child) throws Exception {
    UUID id = done(begin(town, town.child(child), daysAgo(20)));
    type(town, id);
    done(officer(town, () -> sending.send(id, Instant.now(), "fr").orElseThrow()));
    assertThat(stored(town, "concat(first_term, ' ', complete_at is null)", id)).isEqualTo("1 1");
    return id;
  }

  private Answer<DocumentLine> paper(AidTown town, UUID id, String kind, LocalDate received)
      throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 30, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    return officer(
        town,
        () ->
            papers
                .add(
                    id,
                    kind,
                    Optional.ofNullable(received),
                    "a.jpg",
                    new ByteArrayInputStream(bytes.toByteArray()))
                .orElseThrow());
  }

  @Test
  @DisplayName("M-E10 papers of brothers and sisters that are sent together keep their own days")
  void each_paper_has_its_day() throws Exception {
    AidTown town = AidTown.found(database);
    town.run(
        "update aid_campaign set opens_on = '2020-01-01', full_effect_until = ?, closes_on = ?"
            + " where id = ?",
        daysAgo(20).toString(),
        daysAgo(5).toString(),
        town.campaign);
    town.run(
        "insert into aid_late_period (campaign_id, ends_on, first_term) values (?, ?, 2)",
        town.campaign,
        daysAgo(5).toString());
    Child ada = town.child("Ada");
    Child ben = town.child("Ben");
    Caller mother = town.parent("Mona", "MOTHER", ada, ben);
    UUID guardian =
        UUID.fromString(
            town.value(
                "select cast(public_id as char) from guardian where id = ?", mother.guardianId()));
    List<UUID> papers = new ArrayList<>();
    for (Map.Entry<Child, Integer> each : List.of(Map.entry(ada, 20), Map.entry(ben, 6))) {
      papers.add(
          done(
              officer(
                  town,
                  () ->
                      entry
                          .begin(
                              town.campaignId,
                              each.getKey().publicId(),
                              Optional.of(guardian),
                              "",
                              "",
                              Optional.of(daysAgo(each.getValue())))
                          .orElseThrow())));
    }
    type(town, papers.get(0));
    done(officer(town, () -> sending.send(papers.get(0), Instant.now(), "fr").orElseThrow()));
    assertThat(stored(town, "first_term", papers.get(0))).isEqualTo("1");
    assertThat(stored(town, "first_term", papers.get(1))).isEqualTo("2");
    assertThat(stored(town, "submitted_at > utc_timestamp() - interval 8 day", papers.get(1)))
        .isEqualTo("1");
  }

  @Test
  void what_was_not_finished_is_listed_and_resumed_by_any_officer() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    UUID id = done(begin(town, ada, daysAgo(1)));
    assertThat(officer(town, () -> entry.unsent()))
        .extracting(AgentEntry.Unsent::id)
        .containsExactly(id);
    assertThat(refused(begin(town, ada, daysAgo(1)))).containsExactly("pupil unsentByAgent");
    AidTown other = AidTown.found(database);
    assertThat(officer(other, () -> entry.unsent())).isEmpty();
    type(town, id);
    done(officer(town, () -> sending.send(id, Instant.now(), "fr").orElseThrow()));
    assertThat(officer(town, () -> entry.unsent())).isEmpty();
  }

  @Test
  @DisplayName(
      "a child of a school outside the feeds, whom no search finds, is typed by an officer")
  void a_child_outside_the_feeds_is_typed() throws Exception {
    AidTown town = AidTown.found(database);
    assertThat(officer(town, () -> entry.schools())).as("none is kept by hand").isEmpty();
    done(
        acting.as(
            town.manager(),
            Role.AID_MANAGER,
            () -> kept.add("0319998Y", "Saint-Luc", "Ailleurs", "PRIVATE_UNDER_CONTRACT", false)));
    UUID school = officer(town, () -> entry.schools()).get(0).id();
    String ofTheFeeds =
        town.value(
            "select cast(s.public_id as char) from school s left join aid_school x"
                + " on x.school_id = s.id where s.authority_id = ? and x.by_hand is null limit 1",
            town.authority);

    assertThat(refused(outside(town, "", Optional.of(school), "Léo Papier")))
        .containsExactly("givenName noName");
    assertThat(refused(outside(town, "Zoé", Optional.of(UUID.fromString(ofTheFeeds)), "Léo")))
        .as("the directory has its children")
        .containsExactly("school noSchool");
    assertThat(refused(outside(town, "Zoé", Optional.of(school), " ")))
        .containsExactly("name noApplicant");

    UUID id = done(outside(town, "Zoé", Optional.of(school), "Léo Papier"));
    assertThat(refused(outside(town, "ZOE", Optional.of(school), "Léo Papier")))
        .as("the same child")
        .containsExactly("pupil unsentByAgent");
    type(town, id);
    done(officer(town, () -> sending.send(id, Instant.now(), "fr").orElseThrow()));
    assertThat(stored(town, "concat(origin, ' ', state, ' ', pupil_id is null)", id))
        .isEqualTo("AGENT SUBMITTED 1");
    assertThat(refused(outside(town, "Zoé", Optional.of(school), "Léo Papier")))
        .containsExactly("pupil exists");
  }

  private Answer<UUID> outside(AidTown town, String givenName, Optional<UUID> school, String name)
      throws Exception {
    return officer(
        town,
        () ->
            entry
                .beginOutside(
                    town.campaignId,
                    new Typed("Papier", givenName, Optional.of(daysAgo(4000)), school),
                    name,
                    "",
                    Optional.of(daysAgo(0)))
                .orElseThrow());
  }

  @Test
  @DisplayName("M-D09 a draft that was left for two weeks gives way, to paper and to the other one")
  void a_draft_that_was_left_gives_way() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Child ben = town.child("Ben");
    Caller mother = town.parent("Mona", "MOTHER", ada, ben);
    Caller father = town.parent("Paul", "FATHER", ada, ben);
    done(
        acting.as(
            mother,
            Role.GUARDIAN,
            () ->
                applying
                    .begin(town.campaignId, List.of(ada.publicId(), ben.publicId()))
                    .orElseThrow()));
    assertThat(refused(begin(town, ada, daysAgo(0)))).containsExactly("pupil unsentByFamily");
    assertThat(standing(father, ben)).isEqualTo(Standing.EXISTS);

    town.run(
        "update aid_application set created_at = created_at - interval 15 day, draft_saved_at ="
            + " null where campaign_id = ?",
        town.campaign);
    assertThat(refused(begin(town, ada, null))).containsExactly("receivedOn receivedMissing");
    assertThat(standing(mother, ada)).as("nothing begins, nothing goes").isEqualTo(Standing.DRAFT);
    done(begin(town, ada, daysAgo(0)));
    assertThat(standing(mother, ben)).as("for whom began it, it stays").isEqualTo(Standing.DRAFT);
    assertThat(standing(father, ben)).isEqualTo(Standing.NONE);
    assertThat(
            refused(
                acting.as(
                    father,
                    Role.GUARDIAN,
                    () ->
                        applying
                            .begin(town.campaignId, List.of(ben.publicId(), ada.publicId()))
                            .orElseThrow())))
        .containsExactly("children exists");
    assertThat(standing(mother, ben)).as("nothing begins, nothing goes").isEqualTo(Standing.DRAFT);
    done(
        acting.as(
            father,
            Role.GUARDIAN,
            () -> applying.begin(town.campaignId, List.of(ben.publicId())).orElseThrow()));
    assertThat(standing(mother, ben)).isEqualTo(Standing.EXISTS);
    assertThat(
            town.column(
                "select concat(left(person_address, 4), ' ', json_value(facts, '$.child'))"
                    + " from notice where authority_id = ? and kind = 'AID_DRAFT_GAVE_WAY'"
                    + " order by id",
                town.authority))
        .containsExactly("mona Ada", "mona Ben");
  }

  private UUID draft(AidTown town, Caller who, Child child) throws Exception {
    return done(
        acting.as(
            who,
            Role.GUARDIAN,
            () -> applying.begin(town.campaignId, List.of(child.publicId())).orElseThrow()));
  }

  private Answer<Told> putAway(AidTown town, UUID id, String reason) throws Exception {
    int version = Integer.parseInt(stored(town, "version", id));
    return officer(town, () -> drafts.putAway(id, version, reason).orElseThrow());
  }

  @Test
  @DisplayName("M-D09 an officer puts a draft away that stands in the way; the family reads why")
  void a_draft_is_put_away() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    Caller father = town.parent("Paul", "FATHER", ada);
    UUID id = draft(town, mother, ada);
    assertThat(officer(town, () -> drafts.of(ada.publicId())))
        .singleElement()
        .satisfies(one -> assertThat(one.applicant() + one.id()).isEqualTo("Mona Essai" + id));
    assertThat(refused(putAway(town, id, "  "))).containsExactly("reason draftReason");
    assertThat(refused(putAway(town, id, "x".repeat(401)))).containsExactly("reason tooLong");
    assertThat(standing(mother, ada)).isEqualTo(Standing.DRAFT);

    done(putAway(town, id, "La demande est arrivée sur papier."));
    assertThat(stored(town, "state", id)).isEqualTo("WITHDRAWN");
    assertThat(refused(putAway(town, id, "Encore"))).containsExactly("draft draftGone");
    assertThat(line(mother, ada).putAway().orElseThrow().reason())
        .isEqualTo("La demande est arrivée sur papier.");
    assertThat(line(father, ada).putAway()).as("it was not his").isEmpty();
    assertThat(
            acting
                .as(mother, Role.GUARDIAN, () -> file.find(id).orElseThrow())
                .putAway()
                .orElseThrow()
                .reason())
        .isEqualTo("La demande est arrivée sur papier.");
    assertThat(
            town.column(
                "select concat(left(person_address, 4), ' ', json_value(facts, '$.child'), ' ',"
                    + " json_value(facts, '$.reason')) from notice where authority_id = ?"
                    + " and kind = 'AID_DRAFT_PUT_AWAY'",
                town.authority))
        .containsExactly("mona Ada La demande est arrivée sur papier.");
    assertThat(
            town.column(
                "select concat(actor_name, ' ', json_value(detail, '$.reason')) from journal_entry"
                    + " where authority_id = ? and action = 'AID_WITHDRAW'",
                town.authority))
        .containsExactly("Olivier Agent La demande est arrivée sur papier.");

    done(begin(town, ada, daysAgo(0)));
    assertThat(officer(town, () -> drafts.of(ada.publicId())))
        .as("what officers type is no family's")
        .isEmpty();
    assertThat(line(mother, ada).putAway()).as("another one began").isEmpty();
  }

  @Test
  @DisplayName("M-D02 who types meanwhile, or sends, is not put away; foreign drafts are nothing")
  void a_draft_at_work_is_not_put_away() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = draft(town, mother, ada);
    int seen = officer(town, () -> drafts.find(id).orElseThrow()).version();
    Frame frame = acting.as(mother, Role.GUARDIAN, () -> questionnaire.open(id).orElseThrow());
    done(
        acting.as(
            mother,
            Role.GUARDIAN,
            () ->
                questionnaire
                    .save(
                        id,
                        frame.steps().all().get(0).key(),
                        frame.revision(),
                        Map.of("living", "ALONE"))
                    .orElseThrow()));
    Answer<Told> stale = officer(town, () -> drafts.putAway(id, seen, "Doublon").orElseThrow());
    assertThat(stale).isInstanceOf(Answer.Stale.class);
    assertThat(((Answer.Stale<Told>) stale).by()).contains("Mona Essai");
    assertThat(standing(mother, ada)).isEqualTo(Standing.DRAFT);

    AidTown other = AidTown.found(database);
    assertThat(officer(other, () -> drafts.find(id))).isEmpty();
    assertThat(officer(other, () -> drafts.putAway(id, seen, "Doublon"))).isEmpty();
    Child ben = town.child("Ben");
    UUID typed = done(begin(town, ben, daysAgo(0)));
    assertThat(officer(town, () -> drafts.putAway(typed, 0, "Doublon")))
        .as("an officer's own is taken back where it is typed")
        .isEmpty();
    town.run(
        "update aid_application set state = 'SUBMITTED', submitted_at = utc_timestamp(6), number ="
            + " next value for aid_application_number where public_id = ?",
        id.toString());
    assertThat(refused(putAway(town, id, "Doublon"))).containsExactly("draft draftSent");
  }

  private Standing standing(Caller who, Child child) throws Exception {
    return line(who, child).standing();
  }

  private FamilyAid.Line line(Caller who, Child child) throws Exception {
    return acting
        .as(who, Role.GUARDIAN, () -> overview.overview())
        .campaigns()
        .get(0)
        .lines()
        .stream()
        .filter(line -> line.child().id().equals(child.publicId()))
        .findFirst()
        .orElseThrow();
  }
}
