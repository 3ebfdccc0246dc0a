package fr.gestmat.demo.territory;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Applications for meal aid, one in each state that the people who handle them meet: sent, waiting
 * for the family, granted and refused. The decided ones have no letter: letters are made by the
 * server and go out by mail.
 */
final class SampleApplications {

  private static final String POSTAL_CODE = "99120";

  private final Sample sample;
  private final long authority;
  private final long campaign;
  private final long school;
  private final String officer;

  /** For a campaign and a school; the officer has those in hand that are not new. */
  SampleApplications(Sample sample, long authority, long campaign, long school, String officer) {
    this.sample = sample;
    this.authority = authority;
    this.campaign = campaign;
    this.school = school;
    this.officer = officer;
  }

  /**
   * Who applied for whom.
   *
   * @param pupil the child's id in the database
   * @param child its given name and family name
   * @param guardian the parent's id, if the directory knows one
   * @param parent the parent's name
   * @param quotient family quotient that the parent wrote
   */
  record Applied(
      long pupil, String child, @Nullable Long guardian, String parent, BigDecimal quotient) {}

  /** One that nobody looked at. */
  void sent(Applied applied) throws SQLException {
    insert(applied, "SUBMITTED", 12, false);
  }

  /** One whose family owes the officer a document. */
  void toComplete(Applied applied) throws SQLException {
    long application = insert(applied, "TO_COMPLETE", 15, true);
    Instant asked = ago(4);
    event(application, "ASK_CORRECTION", "IN_REVIEW", "TO_COMPLETE", "OFFICER", officer, asked);
    long message = sample.ids("aid_message_seq").next();
    row(
        "aid_message",
        List.of("id", "application_id", "side", "name", "body", "form_id", "sent_at"),
        message,
        application,
        "OFFICER",
        officer,
        "Pouvez-vous joindre une attestation de la CAF du mois dernier ? Celle que vous avez"
            + " envoyée date de l'an dernier.",
        id("form" + application),
        asked);
    row(
        "aid_correction",
        List.of("id", "application_id", "kind", "message_id", "asked_at", "asked_by", "due_on"),
        sample.ids("aid_correction_seq").next(),
        application,
        "OUTDATED",
        message,
        asked,
        officer,
        sample.today().plusDays(11));
  }

  /** One that was granted with a part of the price in each term. */
  void granted(Applied applied, long scale, String rate, LocalDate from) throws SQLException {
    long application = insert(applied, "GRANTED", 30, true);
    event(application, "GRANT", "IN_REVIEW", "GRANTED", "OFFICER", officer, ago(20));
    long decision = sample.ids("aid_decision_seq").next();
    row(
        "aid_decision",
        List.of(
            "id",
            "public_id",
            "authority_id",
            "campaign_id",
            "application_id",
            "number",
            "outcome",
            "scale_id",
            "inputs",
            "rate",
            "unit",
            "effective_on",
            "decided_at",
            "decided_by"),
        decision,
        id("decision" + application),
        authority,
        campaign,
        application,
        1,
        "GRANTED",
        scale,
        inputs(applied, scale),
        new BigDecimal(rate),
        "RATE",
        from,
        ago(20),
        officer);
    for (int term = 1; term <= 3; term++) {
      row(
          "aid_decision_term",
          List.of("decision_id", "term", "rate", "amount"),
          decision,
          term,
          new BigDecimal(rate),
          BigDecimal.ZERO);
    }
  }

  /** One that was refused because the income is above the scale. */
  void refused(Applied applied, long scale) throws SQLException {
    long application = insert(applied, "REFUSED", 25, true);
    event(application, "REFUSE", "IN_REVIEW", "REFUSED", "OFFICER", officer, ago(18));
    long decision = sample.ids("aid_decision_seq").next();
    row(
        "aid_decision",
        List.of(
            "id",
            "public_id",
            "authority_id",
            "campaign_id",
            "application_id",
            "number",
            "outcome",
            "inputs",
            "reason_codes",
            "reason",
            "decided_at",
            "decided_by"),
        decision,
        id("decision" + application),
        authority,
        campaign,
        application,
        1,
        "REFUSED",
        inputs(applied, scale),
        "INCOME",
        "Vos revenus dépassent le plafond du barème.",
        ago(18),
        officer);
  }

  private static String inputs(Applied applied, long scale) {
    return "{\"familyQuotient\":%s,\"children\":2,\"withheld\":false,\"scale\":%d}"
        .formatted(applied.quotient().toPlainString(), scale);
  }

  private long insert(Applied applied, String state, int days, boolean reviewed)
      throws SQLException {
    String[] child = applied.child().split(" ", -1);
    long application = sample.ids("aid_application_seq").next();
    Instant sent = ago(days);
    row(
        "aid_application",
        List.of(
            "id",
            "public_id",
            "authority_id",
            "campaign_id",
            "number",
            "pupil_id",
            "child_family_name",
            "child_given_name",
            "child_key",
            "school_id",
            "state",
            "origin",
            "applicant_guardian_id",
            "applicant_name",
            "applicant_email",
            "draft_revision",
            "submitted",
            "submitted_form_version",
            "submitted_at",
            "complete_at",
            "first_term",
            "family_quotient",
            "dependent_children",
            "boarding_status",
            "meals_a_week",
            "residence_postal_code",
            "first_in_review_at",
            "assigned_name",
            "created_at",
            "changed_at",
            "changed_by"),
        application,
        id("application" + applied.child()),
        authority,
        campaign,
        SampleMealAid.number(sample, "select next value for aid_application_number"),
        applied.pupil(),
        child[1].toUpperCase(Locale.FRANCE),
        child[0],
        SampleDepartment.plain(child[1]) + "/" + SampleDepartment.plain(child[0]) + "/",
        school,
        state,
        "FAMILY",
        applied.guardian(),
        applied.parent(),
        SampleDepartment.plain(applied.parent()).replace(' ', '.') + "@courriel.example",
        12,
        answers(applied.quotient()),
        1,
        sent,
        sent,
        1,
        applied.quotient(),
        2,
        "HALF_BOARDER",
        4,
        POSTAL_CODE,
        reviewed ? ago(days - 2) : null,
        reviewed ? officer : null,
        sent.minus(1, ChronoUnit.HOURS),
        reviewed ? ago(4) : sent,
        reviewed ? officer : applied.parent());
    event(application, "SUBMIT", "DRAFT", "SUBMITTED", "FAMILY", applied.parent(), sent);
    if (reviewed) {
      event(application, "TAKE", "SUBMITTED", "IN_REVIEW", "OFFICER", officer, ago(days - 2));
    }
    return application;
  }

  private String answers(BigDecimal quotient) {
    return ("{\"household\":{\"living\":\"ALONE\",\"street\":\"2 rue Haute\",\"postalCode\":\"%s\","
            + "\"town\":\"Aubreville\",\"dependents\":\"2\",\"provider\":\"CAF\","
            + "\"quotientKnown\":\"YES\",\"familyQuotient\":\"%s\",\"quotientMonth\":\"%s\","
            + "\"taxKnown\":\"NO\"},\"child\":{\"custody\":\"WITH_ME\","
            + "\"boarding\":\"HALF_BOARDER\",\"mealsAWeek\":\"4\"},\"kept\":[]}")
        .formatted(
            POSTAL_CODE,
            quotient.toPlainString().replace('.', ','),
            sample.today().minusMonths(2).toString().substring(0, 7));
  }

  private void event(
      long application,
      String what,
      String from,
      String to,
      String actor,
      String name,
      Instant when)
      throws SQLException {
    row(
        "aid_event",
        List.of(
            "id",
            "application_id",
            "event",
            "from_state",
            "to_state",
            "actor",
            "name",
            "happened_at"),
        sample.ids("aid_event_seq").next(),
        application,
        what,
        from,
        to,
        actor,
        name,
        when);
  }

  private Instant ago(int days) {
    return sample.now().minus(days, ChronoUnit.DAYS);
  }

  private void row(String table, List<String> columns, @Nullable Object... values)
      throws SQLException {
    try (Rows rows = new Rows(sample.connection(), table, columns)) {
      rows.add(values);
    }
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(("aide" + name).getBytes(StandardCharsets.UTF_8));
  }
}
