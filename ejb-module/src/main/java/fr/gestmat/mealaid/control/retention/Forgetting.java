package fr.gestmat.mealaid.control.retention;

import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Makes an application forget the family: names, answers, figures, documents, letters, messages and
 * what was noted. Where it stood, its school, its dates, the child's meals and what was granted
 * stay to be counted (M-I16). Needs a transaction.
 */
@ApplicationScoped
public class Forgetting {

  /** Tables whose rows say nothing without the family; corrections before their messages. */
  private static final List<String> TOLD =
      List.of(
          "aid_appeal",
          "aid_reopening",
          "aid_correction",
          "aid_message",
          "aid_note",
          "aid_second_look",
          "aid_annotation_value",
          "aid_visa",
          "aid_presence",
          "aid_automatic_look",
          "aid_batch_item",
          "aid_contributor",
          "aid_established",
          "aid_event",
          "aid_letter",
          "aid_proof_wanted",
          "source_call");

  private static final String NAMELESS =
      """
      update aid_application set pupil_id = null, child_family_name = '', child_given_name = '',
        child_birth_date = null, child_key = concat('forgotten:', public_id),
        applicant_account_id = null, applicant_guardian_id = null, applicant_name = '',
        applicant_email = null, draft = null, draft_page = null, submitted = null,
        family_quotient = null, reference_tax_income = null, tax_shares = null,
        residence_postal_code = null, assigned_account_id = null, assigned_name = null,
        previous_id = null, changed_by = '', purge_on = null, version = version + 1,
      """;

  @Inject private AidRows rows;
  @Inject private DocumentRows documents;
  @Inject private SealedFiles files;
  @Inject private Clock clock;

  /**
   * Forgets.
   *
   * @return how many documents and letters went
   */
  int forget(DueRows.Due due) {
    int gone = documents.removeAll(due.key());
    List<UUID> letters =
        rows.list(
            Sql.of("select file_id from aid_letter where application_id = ?", due.key())
                .add("and file_id is not null"),
            row -> row.id("file_id"));
    letters.forEach(file -> files.remove(file, due.authority()));
    rows.write(
        Sql.of("delete r from aid_decision_reading r join aid_decision d on d.id = r.decision_id")
            .add("where d.application_id = ?", due.key()));
    for (String table : TOLD) {
      rows.write(Sql.of("delete from " + table + " where application_id = ?", due.key()));
    }
    rows.write(
        Sql.of("delete from aid_duplicate where application_id = ?", due.key())
            .add("or other_id = ?", due.key()));
    rows.write(
        Sql.of("update aid_decision set inputs = '{}', reason = if(reason is null, null, ''),")
            .add("decided_by = '', decided_by_account = null where application_id = ?", due.key()));
    int forgotten =
        rows.write(
            Sql.of(NAMELESS)
                .add("forgotten_at = ?", clock.instant())
                .add("where id = ? and forgotten_at is null", due.key()));
    if (forgotten != 1) {
      throw new IllegalStateException("application " + due.id() + " was not there to forget");
    }
    return gone + letters.size();
  }
}
