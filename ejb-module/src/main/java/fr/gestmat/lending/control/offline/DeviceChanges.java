package fr.gestmat.lending.control.offline;

import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What changed devices last, as the journal knows it. */
@ApplicationScoped
public class DeviceChanges {

  /**
   * What is written about a device and leaves its state, place and holder as they are. Whatever is
   * not named here counts as a change: rather a skipped operation than an overwritten truth.
   */
  private static final Set<LendingAction> UNCHANGING =
      EnumSet.of(
          LendingAction.SEEN,
          LendingAction.ANOMALY,
          LendingAction.COUNTED,
          LendingAction.TO_RETURN,
          LendingAction.MAY_STAY,
          LendingAction.DEVICE_CHANGED,
          LendingAction.KIT_INCOMPLETE,
          LendingAction.KIT_COMPLETE,
          LendingAction.PIECE_FOUND,
          LendingAction.PIECE_REPLACED,
          LendingAction.PIECE_PRICED,
          LendingAction.PIECE_ADDED,
          LendingAction.PIECE_TAKEN_OUT,
          LendingAction.PHOTO_ADDED,
          LendingAction.PHOTO_REMOVED,
          LendingAction.COLLECTOR_NOTED,
          LendingAction.INCIDENT_DESCRIBED,
          LendingAction.POLICE_REPORT_CONFIRMED,
          LendingAction.INCIDENT_FILE_ADDED,
          LendingAction.INCIDENT_FILE_READ,
          LendingAction.REPAIR_DESCRIBED,
          LendingAction.REPAIR_COST_CORRECTED,
          LendingAction.CHARGE_MOVED,
          LendingAction.RECEIPT_SIGNED,
          LendingAction.RETURN_PROVED,
          LendingAction.AGREEMENT_SIGNED,
          LendingAction.LABELS_PRINTED,
          LendingAction.EXPORTED,
          LendingAction.DOWNLOADED);

  @Inject private ReadModel database;

  /**
   * A change of a device.
   *
   * @param at when it happened: a replayed operation or a late scan when it was made, not when it
   *     was done
   * @param by who did it
   */
  record Change(Instant at, String by) {}

  /** The one device that carries a code; a serial number that two devices carry is nobody's. */
  Optional<Long> device(long authorityId, String normalCode) {
    return database.first(
        new SqlText()
            .add(
                "select min(id) id from (select id from device where authority_id = ?", authorityId)
            .add("and asset_tag = ? union select id from device", normalCode)
            .add("where authority_id = ? and serial = ?) one", authorityId, normalCode)
            .add("having count(*) = 1"),
        row -> row.number("id"));
  }

  /**
   * The last change of a device outside of a replay. That it was seen, looked at or printed changes
   * nothing.
   *
   * @param replay the replay whose own changes do not count: its order is already right
   * @param scan the scan that does not count either
   */
  Optional<Change> last(long deviceId, long replay, UUID scan) {
    return newest(
        changes(deviceId, scan).add("and (o.replay_id is null or o.replay_id <> ?)", replay));
  }

  /**
   * The last change of a device but for what an agent did until a moment.
   *
   * @param scan the scan that does not count either
   */
  Optional<Change> lastBut(long deviceId, UUID scan, long accountId, Instant until) {
    return newest(
        changes(deviceId, scan)
            .add("and (j.actor_account_id is null or j.actor_account_id <> ?", accountId)
            .add("or coalesce(o.corrected_at, s.made_at, j.happened_at) > ?)", until));
  }

  private static SqlText changes(long deviceId, UUID scan) {
    return new SqlText()
        .add("select coalesce(o.corrected_at, s.made_at, j.happened_at) changed, j.actor_name")
        .add("from journal_entry j left join offline_operation o")
        .add("on o.scan_id = cast(json_value(j.detail, '$.scan') as uuid)")
        .add("and j.action <> 'SCAN_UNDONE'")
        .add("left join scan s on s.scan_id = cast(json_value(j.detail, '$.scan') as uuid)")
        .add("and j.action <> 'SCAN_UNDONE'")
        .add("where j.subject_type = 'DEVICE' and j.subject_id = ?", deviceId)
        .in("and j.action not in", UNCHANGING)
        .add("and (json_value(j.detail, '$.scan') is null")
        .add("or json_value(j.detail, '$.scan') <> ?)", scan);
  }

  private Optional<Change> newest(SqlText changes) {
    return database.first(
        changes.add("order by 1 desc limit 1"),
        row -> new Change(row.instant("changed"), row.text("actor_name")));
  }

  /** Whether an operation of a code, or of its device, was skipped in a replay. */
  boolean skipped(long replay, String normalCode, Optional<Long> device) {
    return database.number(
            new SqlText()
                .add("select count(*) n from offline_operation where replay_id = ?", replay)
                .add("and (state = 'SKIPPED' or outcome = 'FAILED')")
                .add("and (normal_code = ? or device_id = ?)", normalCode, device.orElse(-1L)))
        > 0;
  }
}
