package fr.gestmat.lending.control.incident;

import fr.gestmat.access.Refusal;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.incident.RepairRows.Repair;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import fr.gestmat.lending.control.query.DeviceSql;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LoanState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Finds the device that serves while another is being mended. */
@ApplicationScoped
public class SwapDevices {

  @Inject private ReadModel database;
  @Inject private IncidentRows incidents;
  @Inject private LastHolders holders;

  /**
   * A device that somebody names.
   *
   * @param key database id
   * @param refusals why it may not serve; empty if it may
   */
  public record Named(long key, List<Refusal> refusals) {}

  /**
   * The device of a tag; empty if there is no other one that the scope covers. The one that the
   * repair has already is not judged again: where it stands today says nothing of that day.
   *
   * @param tag as it was typed
   */
  public Optional<Named> find(Scope scope, Repair repair, String tag) {
    String code = ScannedCode.normalForm(tag);
    if (repair.swapTag().filter(code::equals).isPresent()) {
      return repair.swapKey().map(key -> new Named(key, List.of()));
    }
    SqlText sql =
        new SqlText()
            .add("select d.id, d.state, d.place_school_id, d.emergency, l.state loan_state,")
            .add("l.pupil_id, (select k.pupil_id from device_reservation k join pupil p")
            .add("on p.id = k.pupil_id and p.status = 'ACTIVE'")
            .add("where k.open_device_id = d.id) kept_for,")
            .add("exists (select 1 from repair x where x.swap_device_id = d.id")
            .add("and x.returned_at is null and x.id <> ?) serves", repair.key())
            .add("from device d left join loan l on l.id = d.open_loan_id")
            .add("where d.authority_id = ? and d.asset_tag = ?", scope.authorityId(), code)
            .add("and d.id <> ?", repair.deviceKey());
    DeviceSql.visible(sql, scope);
    return database.first(
        sql, row -> new Named(row.number("id"), SwapRule.refusals(code, facts(row, repair))));
  }

  private SwapRule.Facts facts(Row row, Repair repair) throws SQLException {
    Optional<Incident> incident = repair.incidentKey().map(incidents::get);
    Optional<Long> pupil =
        incident
            .flatMap(Incident::pupilKey)
            .or(() -> holders.of(repair.deviceKey()).map(last -> last.holder().pupilKey()));
    boolean granted =
        incident.filter(i -> i.replacement() == Replacement.EMERGENCY && !i.replaced()).isPresent();
    return new SwapRule.Facts(
        DeviceState.valueOf(row.text("state")),
        row.number("place_school_id") == repair.schoolId(),
        holder(row, pupil),
        row.yes("emergency") && !granted,
        row.maybeNumber("kept_for").filter(kept -> !pupil.equals(Optional.of(kept))).isPresent(),
        row.yes("serves"));
  }

  private static SwapRule.Holder holder(Row row, Optional<Long> pupil) throws SQLException {
    Optional<Long> holds = row.maybeNumber("pupil_id");
    if (holds.isEmpty()) {
      return SwapRule.Holder.NOBODY;
    }
    if (row.maybeText("loan_state").equals(Optional.of(LoanState.CLAIMED_RETURNED.name()))) {
      return SwapRule.Holder.CLAIMS_RETURN;
    }
    return holds.equals(pupil) ? SwapRule.Holder.SAME_PUPIL : SwapRule.Holder.OTHER_PUPIL;
  }
}
