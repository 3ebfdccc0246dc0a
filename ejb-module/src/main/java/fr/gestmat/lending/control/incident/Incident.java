package fr.gestmat.lending.control.incident;

import fr.gestmat.lending.control.policy.IncidentRule.ChargeKind;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.lending.entity.IncidentState;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An incident as pages show it; the texts may be empty. A report waits when the family added it
 * after the decision, and it would give a new device once the school has looked at it.
 */
public record Incident(
    long key,
    UUID id,
    int version,
    long authorityId,
    long schoolId,
    String school,
    long deviceKey,
    UUID device,
    String assetTag,
    long modelKey,
    String model,
    Optional<Long> loanKey,
    Optional<Long> pupilKey,
    Optional<UUID> pupil,
    String pupilName,
    String schoolClass,
    IncidentKind kind,
    IncidentState state,
    LocalDate happenedOn,
    String place,
    String story,
    boolean byFamily,
    Instant declaredAt,
    String declaredBy,
    String policeReport,
    Optional<LocalDate> policeReportOn,
    Optional<ReportAdded> reportAdded,
    String insurer,
    String insuranceReference,
    Replacement replacement,
    boolean replaced,
    boolean blocks,
    ChargeKind chargeKind,
    boolean refundIfFound,
    Optional<Instant> decidedAt,
    String decidedBy,
    Optional<Instant> closedAt,
    String closing,
    boolean reportWaits) {

  /**
   * Who added the police report as it stands.
   *
   * @param byFamily whether the family did; the school otherwise
   */
  public record ReportAdded(boolean byFamily, String by, Instant at) {}

  /** Whether the family may still add a police report: after a loss or a theft, while it runs. */
  public boolean takesReport() {
    return policeReport.isEmpty()
        && kind != IncidentKind.BREAKAGE
        && (state == IncidentState.DECLARED || state == IncidentState.DECIDED);
  }

  /** The row at hand of {@link IncidentRows}. */
  static Incident read(Row row) throws SQLException {
    return new Incident(
        row.number("id"),
        row.id("public_id"),
        (int) row.number("version"),
        row.number("authority_id"),
        row.number("school_id"),
        row.text("school"),
        row.number("device_id"),
        row.id("device"),
        row.text("asset_tag"),
        row.number("model_id"),
        row.text("model"),
        row.maybeNumber("loan_id"),
        row.maybeNumber("pupil_id"),
        row.maybeId("pupil"),
        row.maybeText("family_name")
            .map(family -> family + " " + text(row, "given_name"))
            .orElse(""),
        row.maybeText("class").orElse(""),
        IncidentKind.valueOf(row.text("kind")),
        IncidentState.valueOf(row.text("state")),
        Objects.requireNonNull(row.dayOrNull("happened_on")),
        row.maybeText("place").orElse(""),
        row.maybeText("story").orElse(""),
        row.yes("by_family"),
        row.instant("declared_at"),
        row.text("declared_by"),
        row.maybeText("police_report").orElse(""),
        row.maybeDay("police_report_on"),
        reportAdded(row),
        row.maybeText("insurer").orElse(""),
        row.maybeText("insurance_reference").orElse(""),
        Replacement.valueOf(row.text("replacement")),
        row.maybeNumber("replacement_loan_id").isPresent(),
        row.yes("blocks_new_loan"),
        ChargeKind.valueOf(row.text("charge_kind")),
        row.yes("refund_if_found"),
        row.maybeInstant("decided_at"),
        row.maybeText("decided_by").orElse(""),
        row.maybeInstant("closed_at"),
        row.maybeText("closing").orElse(""),
        row.yes("report_waits"));
  }

  private static Optional<ReportAdded> reportAdded(Row row) throws SQLException {
    Optional<Instant> at = row.maybeInstant("police_report_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ReportAdded(
                row.yes("police_report_by_family"), row.text("police_report_by"), at.get()));
  }

  private static String text(Row row, String column) {
    try {
      return row.text(column);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
