package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.access.Caller;
import fr.gestmat.mealaid.boundary.application.Questionnaire.Frame;
import fr.gestmat.mealaid.control.application.DraftReminderJob;
import fr.gestmat.mealaid.control.application.DraftReminders;
import fr.gestmat.mealaid.control.application.EmptyDrafts;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.system.incontainer.AidTown.Child;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What time does to a draft: deadlines, new versions of the form, reminders, the next year. */
class AidDraftLifeInContainerIT extends AidApplicationTest {

  @Inject private DraftReminderJob reminders;
  @Inject private DraftReminders unsent;
  @Inject private EmptyDrafts emptyDrafts;

  @Test
  @DisplayName("M-E02 M-E03 M-E04: the deadline is decided on the arrival, whatever a page showed")
  void deadline() throws Exception {
    LocalDate yesterday = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(2);
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD));
    town.run(
        "update aid_campaign set full_effect_until = ?, closes_on = ? where id = ?",
        yesterday,
        yesterday,
        town.campaign);

    assertThat(refused(send(mother, id))).containsExactly("notCLOSED");
    assertThat(town.value("select state from aid_application where campaign_id = ?", town.campaign))
        .isEqualTo("DRAFT");
    Instant midnight = yesterday.plusDays(1).atStartOfDay(ZoneId.of("Europe/Paris")).toInstant();
    assertThat(refused(send(mother, id, midnight))).containsExactly("notCLOSED");
    assertThat(done(send(mother, id, midnight.minusMillis(1))).already())
        .as("it arrived in time and waited in a queue")
        .isFalse();
  }

  @Test
  @DisplayName("M-D17: a draft goes over to the form's next version when it is opened")
  void rebase() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID id = begin(town, mother, ada);
    fill(mother, id, with(HOUSEHOLD));
    town.run(
        "insert into aid_form_version (campaign_id, version, income, extras, created_at,"
            + " created_by) values (?, 2, 'TAX', '', utc_timestamp(6), 'Essai')",
        town.campaign);
    town.run("update aid_campaign set form_version = 2 where id = ?", town.campaign);

    Frame frame = open(mother, id);
    assertThat(frame.form().version()).isEqualTo(2);
    assertThat(frame.answers().get(0).household())
        .containsEntry("living", "ALONE")
        .doesNotContainKeys("provider", "familyQuotient");
  }

  @Test
  @DisplayName("M-D21 M-D22: last year's answers begin this year's, incomes anew; it may go away")
  void last_year() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    UUID old = begin(town, mother, ada);
    fill(mother, old, with(HOUSEHOLD, "street", "9 rue Neuve", "dependents", "5"));
    done(send(mother, old));
    String before =
        town.value("select id from aid_application where public_id = ?", old.toString());
    String next = town.value("select next value for aid_campaign_seq");
    UUID nextId = UUID.randomUUID();
    town.run(
        "insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
            + " full_effect_until, closes_on, income_year, published_at, published_by)"
            + " select ?, ?, authority_id, 'Aide', 2027, opens_on, full_effect_until, closes_on,"
            + " 2026, published_at, published_by from aid_campaign where id = ?",
        next,
        nextId.toString(),
        town.campaign);

    UUID fresh =
        done(as(mother, () -> applying.begin(nextId, List.of(ada.publicId()))).orElseThrow());
    Answers answers = open(mother, fresh).answers().get(0);
    assertThat(answers.household())
        .containsEntry("dependents", "5")
        .containsEntry("provider", "CAF")
        .doesNotContainKeys("familyQuotient", "quotientMonth", "taxKnown");
    assertThat(
            town.value(
                "select previous_id from aid_application where public_id = ?", fresh.toString()))
        .isEqualTo(before);
    town.run("delete from aid_application where id = ?", before);
    assertThat(open(mother, fresh).answers().get(0)).isEqualTo(answers);
  }

  @Test
  @DisplayName("M-E06: one reminder, two days before the closing, none for who sent one")
  void reminded_once() throws Exception {
    LocalDate today = LocalDate.ofInstant(Instant.now(), ZoneId.of("Europe/Paris"));
    List<AidTown> towns = new ArrayList<>();
    for (int days = 1; days <= 3; days++) {
      AidTown town = AidTown.found(database, LocalDate.parse("2020-01-01"), today.plusDays(days));
      towns.add(town);
      Child ada = town.child("Ada");
      Child ben = town.child("Ben");
      Caller mother = town.parent("Mona", "MOTHER", ada, ben);
      begin(town, mother, ada, ben);
      Child cy = town.child("Cy");
      Child dan = town.child("Dan");
      Caller father = town.parent("Paul", "FATHER", cy, dan);
      UUID sent = begin(town, father, cy);
      fill(father, sent, with(HOUSEHOLD));
      done(send(father, sent));
      begin(town, father, dan);
    }
    reminders.work();
    reminders.work();
    assertThat(reminded(towns))
        .as("notices and mails: two children in one mail, only in the campaign of two days")
        .containsExactly("0 0", "2 1", "0 0");
  }

  @Test
  @DisplayName("M-E06 M-I05: drafts are reminded of a few at a time, those of one account together")
  void a_few_at_a_time() throws Exception {
    AidTown town = closingInTwoDays();
    Child ada = town.child("Ada");
    Child ben = town.child("Ben");
    Caller mother = town.parent("Mona", "MOTHER", ada, ben);
    begin(town, mother, ada);
    for (int i = 0; i < 249; i++) {
      Child child = town.child("Cy" + i);
      begin(town, town.parent("Paul", "FATHER", child), child);
    }
    begin(town, mother, ben);

    assertThat(unsent.drafts(town.campaign))
        .as("200, and the brother of the first of them")
        .isEqualTo(201);
    assertThat(
            town.value(
                "select count(*) from notice where authority_id = ? and person_key = ?",
                town.authority,
                mother.accountId()))
        .isEqualTo("2");
    assertThat(unsent.drafts(town.campaign)).isEqualTo(50);
    assertThat(unsent.drafts(town.campaign)).isZero();
  }

  @Test
  @DisplayName("M-E01: a campaign that cannot be looked at keeps no other from being reminded")
  void one_that_fails() throws Exception {
    List<AidTown> towns = List.of(closingInTwoDays(), closingInTwoDays());
    for (AidTown town : towns) {
      Child ada = town.child("Ada");
      begin(town, town.parent("Mona", "MOTHER", ada), ada);
    }
    try (HeldRows held =
        new HeldRows(
            database,
            "select id from aid_application where campaign_id = ?",
            towns.get(0).campaign)) {
      assertThatThrownBy(reminders::work)
          .hasMessageContaining("campaigns " + towns.get(0).campaign + ":");
    }
    assertThat(reminded(towns)).containsExactly("0 0", "1 1");
    reminders.work();
    assertThat(reminded(towns)).containsExactly("1 1", "1 1");
  }

  private AidTown closingInTwoDays() throws SQLException {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
    return AidTown.found(database, LocalDate.parse("2020-01-01"), today.plusDays(2));
  }

  /** Of each town, notices of drafts, and mails that they make. */
  private static List<String> reminded(List<AidTown> towns) throws SQLException {
    List<String> reminded = new ArrayList<>();
    for (AidTown town : towns) {
      reminded.add(
          town.value(
              "select concat(count(*), ' ', count(distinct person_key, batch)) from notice"
                  + " where authority_id = ? and kind = 'AID_DRAFT_WAITS'",
              town.authority));
    }
    return reminded;
  }

  @Test
  @DisplayName("M-I08: drafts that nobody touched go after two weeks, without a word")
  void empty_drafts() throws Exception {
    AidTown town = AidTown.found(database);
    Child ada = town.child("Ada");
    Child ben = town.child("Ben");
    Caller mother = town.parent("Mona", "MOTHER", ada);
    Caller father = town.parent("Paul", "FATHER", ben);
    UUID untouched = begin(town, mother, ada);
    UUID touched = begin(town, father, ben);
    done(
        save(
            father,
            touched,
            "living",
            open(father, touched).revision(),
            Map.of("living", "ALONE")));
    town.run(
        "update aid_application set created_at = created_at - interval 15 day"
            + " where campaign_id = ?",
        town.campaign);
    emptyDrafts.work();
    assertThat(
            town.column(
                "select public_id from aid_application where campaign_id = ?", town.campaign))
        .containsExactly(touched.toString());
    assertThat(as(mother, () -> questionnaire.open(untouched))).isEmpty();
    assertThat(town.value("select count(*) from notice where authority_id = ?", town.authority))
        .isEqualTo("0");
  }
}
