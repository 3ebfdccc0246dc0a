package fr.gestmat.lending.control.transfer;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.Device;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts a device on a slip by scan; needs a transaction. The slip's row is held in common with other
 * scans, so that it can't be sent meanwhile; the device's alone, so that it gets on one slip only.
 */
@ApplicationScoped
public class SlipScanning {

  @PersistenceContext private EntityManager entities;
  @Inject private ReadModel database;
  @Inject private ReferenceData reference;
  @Inject private Clock clock;

  private record Slip(long key, long from, boolean prepared, long devices) {}

  private record Match(
      long id,
      String tag,
      String model,
      String place,
      boolean onSlip,
      Optional<UUID> scan,
      Optional<String> other) {}

  /**
   * Answers a scan. A device that this very scan put on the slip is answered as it was the first
   * time: sending twice does no harm.
   *
   * @return empty if the caller sends nothing from there
   */
  public Optional<SlipAnswer> scan(Caller who, Scope scope, UUID slip, UUID scanId, String raw) {
    return database
        .first(
            new SqlText()
                .add("select t.id, t.from_school_id, t.sent_at is null and t.cancelled_at is null")
                .add("prepared, (select count(*) from site_transfer_device k")
                .add("where k.transfer_id = t.id) devices from site_transfer t")
                .add("where t.public_id = ? and t.authority_id = ?", slip, who.authorityId())
                .add("lock in share mode"),
            row ->
                new Slip(
                    row.number("id"),
                    row.number("from_school_id"),
                    row.yes("prepared"),
                    row.number("devices")))
        .filter(found -> scope.covers(found.from()))
        .map(found -> decide(who, found, scanId, raw));
  }

  private SlipAnswer decide(Caller who, Slip slip, UUID scanId, String raw) {
    ScannedCode code = ScannedCode.read(raw, reference.of(who.authorityId()).tags());
    if (code.refusal().isPresent() || code.command().isPresent()) {
      return SlipAnswer.of(SlipFinding.UNREADABLE, code.quoted());
    }
    Optional<Device> device = lock(who.authorityId(), code.normal());
    List<Match> matches = matches(who.authorityId(), slip.key(), code.normal());
    if (matches.size() > 1) {
      return SlipAnswer.of(SlipFinding.AMBIGUOUS, code.quoted());
    }
    if (device.isEmpty() || matches.isEmpty()) {
      return SlipAnswer.of(SlipFinding.UNKNOWN, code.quoted());
    }
    Match match = matches.get(0);
    SlipFinding finding = finding(slip, device.get(), match, scanId);
    if (finding == SlipFinding.ADDED && !match.onSlip()) {
      add(who, slip, device.get(), scanId);
    }
    return new SlipAnswer(
        finding,
        code.quoted(),
        Optional.of(match.tag()),
        Optional.of(match.model()),
        finding == SlipFinding.OTHER_SLIP ? match.other().orElse("") : match.place());
  }

  private static SlipFinding finding(Slip slip, Device device, Match match, UUID scanId) {
    if (match.onSlip() && match.scan().filter(scanId::equals).isPresent()) {
      return SlipFinding.ADDED;
    }
    if (!slip.prepared()) {
      return SlipFinding.TOO_LATE;
    }
    return SlipRule.judge(
        new SlipRule.Offered(
            device.state(),
            device.placeSchoolId() == slip.from(),
            match.onSlip(),
            match.other().isPresent(),
            slip.devices()));
  }

  /** The one device of this code, locked before anything is read of slips. */
  private Optional<Device> lock(long authority, String code) {
    List<Long> ids =
        database.list(
            new SqlText()
                .add(
                    "select id from device where authority_id = ? and asset_tag = ?",
                    authority,
                    code)
                .add(
                    "union select id from device where authority_id = ? and serial = ?",
                    authority,
                    code)
                .add("limit 2"),
            row -> row.number("id"));
    return ids.size() == 1
        ? Optional.ofNullable(
            entities.find(Device.class, ids.get(0), LockModeType.PESSIMISTIC_WRITE))
        : Optional.empty();
  }

  private List<Match> matches(long authority, long slip, String code) {
    return database.list(
        new SqlText()
            .add("select d.id, d.asset_tag, m.name model, p.name place, k.transfer_id, k.scan_id,")
            .add("(select min(t.code) from site_transfer_device o")
            .add("join site_transfer t on t.id = o.transfer_id and t.sent_at is null")
            .add("and t.cancelled_at is null where o.device_id = d.id and t.id <> ?) other", slip)
            .add(
                "from (select id from device where authority_id = ? and asset_tag = ?",
                authority,
                code)
            .add(
                "union select id from device where authority_id = ? and serial = ?",
                authority,
                code)
            .add(") f join device d on d.id = f.id join device_model m on m.id = d.model_id")
            .add("join school p on p.id = d.place_school_id left join site_transfer_device k")
            .add("on k.device_id = d.id and k.transfer_id = ? limit 2", slip),
        SlipScanning::match);
  }

  private void add(Caller who, Slip slip, Device device, UUID scanId) {
    database.write(
        new SqlText()
            .add("insert into site_transfer_device")
            .add("(transfer_id, device_id, home_school_id, scan_id, added_at, added_by)")
            .add("values (?, ?, ?,", slip.key(), device.id(), device.homeSchoolId())
            .add("?, ?, ?)", scanId, clock.instant(), who.name()));
  }

  private static Match match(Row row) throws SQLException {
    return new Match(
        row.number("id"),
        row.text("asset_tag"),
        row.text("model"),
        row.text("place"),
        row.maybeNumber("transfer_id").isPresent(),
        row.maybeId("scan_id"),
        row.maybeText("other"));
  }
}
