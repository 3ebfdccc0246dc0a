package fr.gestmat.demo.territory;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables that hold applications for aid and what happened to them, and their ids. */
final class SampleAidRows implements AutoCloseable {

  final Rows applications;
  final Rows contributors;
  final Rows events;
  final Rows visas;
  final Rows messages;
  final Rows corrections;
  final Rows notes;
  final Rows looks;
  final Rows decisions;
  final Rows terms;
  final Rows letters;
  final Rows appeals;
  final Rows reopenings;

  final Ids applicationIds;
  final Ids contributorIds;
  final Ids eventIds;
  final Ids visaIds;
  final Ids messageIds;
  final Ids correctionIds;
  final Ids noteIds;
  final Ids lookIds;
  final Ids decisionIds;
  final Ids letterIds;
  final Ids appealIds;
  final Ids reopeningIds;

  private final Sample sample;
  private final List<Rows> open = new ArrayList<>();

  SampleAidRows(Sample sample) throws SQLException {
    this.sample = sample;
    applications =
        table(
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
                "child_birth_date",
                "child_key",
                "school_id",
                "state",
                "origin",
                "applicant_account_id",
                "applicant_guardian_id",
                "applicant_name",
                "applicant_email",
                "draft",
                "draft_form_version",
                "draft_revision",
                "draft_page",
                "draft_saved_at",
                "submitted",
                "submitted_form_version",
                "submitted_at",
                "complete_at",
                "first_term",
                "family_quotient",
                "reference_tax_income",
                "tax_shares",
                "dependent_children",
                "boarding_status",
                "meals_a_week",
                "residence_postal_code",
                "visa_given",
                "first_in_review_at",
                "assigned_account_id",
                "assigned_name",
                "previous_id",
                "received_on",
                "language",
                "created_at",
                "changed_at",
                "changed_by",
                "version"));
    contributors =
        table(
            "aid_contributor",
            List.of(
                "id",
                "application_id",
                "kind",
                "account_id",
                "guardian_id",
                "name",
                "answers",
                "submitted_at",
                "created_at"),
            applications);
    events =
        table(
            "aid_event",
            List.of(
                "id",
                "application_id",
                "event",
                "from_state",
                "to_state",
                "actor",
                "account_id",
                "name",
                "detail",
                "happened_at"),
            applications);
    visas =
        table(
            "aid_visa",
            List.of(
                "id",
                "application_id",
                "school_id",
                "enrolled",
                "boarding_status",
                "meals_a_week",
                "class_name",
                "given_at",
                "given_by",
                "given_account",
                "before_boarding",
                "before_meals"),
            applications);
    messages =
        table(
            "aid_message",
            List.of(
                "id", "application_id", "side", "account_id", "name", "body", "form_id", "sent_at"),
            applications);
    corrections =
        table(
            "aid_correction",
            List.of(
                "id",
                "application_id",
                "kind",
                "message_id",
                "asked_at",
                "asked_by",
                "due_on",
                "resolved_at",
                "resolution"),
            messages);
    notes =
        table(
            "aid_note",
            List.of("id", "application_id", "account_id", "name", "body", "written_at"),
            applications);
    looks =
        table(
            "aid_second_look",
            List.of(
                "id",
                "application_id",
                "asked_account",
                "asked_by",
                "question",
                "asked_at",
                "answered_account",
                "answered_by",
                "agreed",
                "answer",
                "answered_at"),
            applications);
    decisions =
        table(
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
                "amount",
                "unit",
                "effective_on",
                "reason_codes",
                "reason",
                "decided_at",
                "decided_by_account",
                "decided_by",
                "superseded_at"),
            applications);
    terms = table("aid_decision_term", List.of("decision_id", "term", "rate", "amount"), decisions);
    letters =
        table(
            "aid_letter",
            List.of(
                "id",
                "public_id",
                "authority_id",
                "application_id",
                "decision_id",
                "kind",
                "batch",
                "next_attempt_at",
                "created_at"),
            decisions);
    appeals =
        table(
            "aid_appeal",
            List.of(
                "id",
                "public_id",
                "application_id",
                "decision_id",
                "origin",
                "body",
                "filed_on",
                "filed_at",
                "filed_by",
                "deadline",
                "late",
                "state",
                "answer",
                "answered_at",
                "answered_by",
                "version"),
            decisions);
    reopenings =
        table(
            "aid_reopening",
            List.of(
                "id",
                "application_id",
                "decision_id",
                "kind",
                "reason",
                "reopened_at",
                "reopened_by"),
            decisions);
    applicationIds = sample.ids("aid_application_seq");
    contributorIds = sample.ids("aid_contributor_seq");
    eventIds = sample.ids("aid_event_seq");
    visaIds = sample.ids("aid_visa_seq");
    messageIds = sample.ids("aid_message_seq");
    correctionIds = sample.ids("aid_correction_seq");
    noteIds = sample.ids("aid_note_seq");
    lookIds = sample.ids("aid_second_look_seq");
    decisionIds = sample.ids("aid_decision_seq");
    letterIds = sample.ids("aid_letter_seq");
    appealIds = sample.ids("aid_appeal_seq");
    reopeningIds = sample.ids("aid_reopening_seq");
  }

  private Rows table(String name, List<String> columns, Rows... parents) throws SQLException {
    Rows rows = new Rows(sample.connection(), name, columns, parents);
    open.add(rows);
    return rows;
  }

  /** What people quote, in the order in which families send. */
  long number() throws SQLException {
    return sample.number("select next value for aid_application_number");
  }

  @Override
  public void close() throws SQLException {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }
}
