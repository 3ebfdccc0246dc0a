package fr.gestmat.lending.control.offline;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.lending.control.Outcome;
import fr.gestmat.lending.control.OwnerRights;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.desk.AuthorityFacts;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanReply;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.lending.control.desk.Scanning;
import fr.gestmat.lending.control.desk.Station;
import fr.gestmat.lending.control.offline.DeviceChanges.Change;
import fr.gestmat.lending.control.offline.Played.State;
import fr.gestmat.lending.control.offline.ReplayRules.Verdict;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.ConditionGrade;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a replay: judged, decided as of when it was made, and noted, in one transaction.
 */
@ApplicationScoped
public class ReplayStep {

  /** Nobody: a pupil whom neither list nor directory knows is as unknown as this one. */
  private static final UUID NOBODY = new UUID(0, 0);

  @PersistenceContext private EntityManager entities;
  @Inject private ReadModel database;
  @Inject private OwnerRights rights;
  @Inject private ReferenceData reference;
  @Inject private Scanning scanning;
  @Inject private DeviceChanges changes;
  @Inject private OfflinePupils pupils;
  @Inject private Clock clock;

  /** An operation as its row keeps it. */
  private record Planned(
      long accountId,
      long schoolId,
      String normalCode,
      Instant correctedAt,
      OfflineOperation operation) {}

  /** How many operations a replay has. */
  @InTransaction
  public long total(long replay) {
    return database.number(
        new SqlText().add("select count(*) n from offline_operation where replay_id = ?", replay));
  }

  /** The next operation of a replay; empty when it is over. */
  @InTransaction(ofItsOwn = true)
  public Optional<UUID> next(long replay) {
    return database.first(
        new SqlText()
            .add("select scan_id from offline_operation where replay_id = ?", replay)
            .add("and state = 'PLANNED' order by position limit 1"),
        row -> row.id("scan_id"));
  }

  /** Notes that a replay is over. */
  @InTransaction(ofItsOwn = true)
  public void end(long replay) {
    database.write(
        new SqlText()
            .add("update offline_replay set ended_at = ?", clock.instant())
            .add("where id = ? and ended_at is null", replay));
  }

  /** Notes that an operation can't be played; the later ones of its code are skipped. */
  @InTransaction(ofItsOwn = true)
  public void putAside(UUID scan) {
    note(scan, State.REFUSED, "FAILED", null, Optional.empty());
  }

  /**
   * Plays an operation, unless it was played.
   *
   * @throws IllegalStateException if its device changed while it was played: nothing was done, and
   *     the next attempt finds the change
   */
  @InTransaction(ofItsOwn = true)
  public void play(long replay, UUID scan) {
    // Who else plays the same replay waits here.
    database.first(
        new SqlText().add("select id from offline_replay where id = ? for update", replay),
        row -> row.number("id"));
    find(scan).ifPresent(planned -> play(replay, scan, planned));
  }

  private void play(long replay, UUID scan, Planned planned) {
    Optional<Station> station = station(planned);
    if (station.isEmpty()) {
      note(scan, State.REFUSED, "NO_RIGHT", null, Optional.empty());
      return;
    }
    ScanRequest request = request(station.get(), planned);
    Optional<Long> device =
        changes.device(station.get().caller().authorityId(), planned.normalCode());
    Optional<ScanReply> earlier = scanning.earlier(station.get(), request);
    if (earlier.isPresent()) {
      settle(scan, earlier.get(), device.orElse(null));
      return;
    }
    Optional<Change> last = device.flatMap(id -> changes.last(id, replay, scan));
    boolean skippedBefore = changes.skipped(replay, planned.normalCode(), device);
    Verdict verdict = ReplayRules.judge(planned.correctedAt(), last.map(Change::at), skippedBefore);
    if (verdict != Verdict.PLAY) {
      note(scan, State.SKIPPED, verdict.name(), device.orElse(null), last);
      return;
    }
    ScanAnswer answer = scanning.answer(station.get(), request);
    entities.flush();
    if (device
        .flatMap(id -> changes.last(id, replay, scan))
        .filter(change -> change.at().isAfter(planned.correctedAt()))
        .isPresent()) {
      throw new IllegalStateException("Somebody changed the device of " + scan + " meanwhile");
    }
    settle(scan, new ScanReply.Answered(answer), device.orElse(null));
  }

  /** The desk as it stood when the operation was made, with what its agent may do today. */
  private Optional<Station> station(Planned planned) {
    Optional<Caller> agent = rights.now(planned.accountId());
    if (agent.isEmpty()) {
      return Optional.empty();
    }
    AuthorityFacts facts = reference.of(agent.get().authorityId());
    return facts
        .find(planned.schoolId())
        .flatMap(school -> Station.find(agent.get(), facts, school.uai(), planned.correctedAt()));
  }

  private ScanRequest request(Station station, Planned planned) {
    OfflineOperation operation = planned.operation();
    UUID pupil = operation.pupilId();
    if (pupil == null && operation.pupilCode() != null) {
      pupil = pupils.byCode(station.caller().authorityId(), operation.pupilCode()).orElse(NOBODY);
    }
    LocalDate due = operation.dueOn();
    LocalDate day = planned.correctedAt().atZone(station.facts().zone()).toLocalDate();
    return new ScanRequest(
        operation.scanId(),
        operation.mode(),
        station.school().uai(),
        operation.code(),
        pupil,
        operation.scannedAt(),
        operation.returnedAt(),
        operation.grade(),
        operation.place(),
        operation.choice(),
        operation.reason(),
        false,
        due == null || due.isBefore(day) ? null : due);
  }

  private void settle(UUID scan, ScanReply reply, @Nullable Long device) {
    if (reply instanceof ScanReply.Answered answered) {
      ScanAnswer answer = answered.answer();
      boolean done = answer.outcome() != Outcome.REFUSED && answer.choices().isEmpty();
      String why = answer.reasons().get(0).reason().name();
      note(scan, done ? State.APPLIED : State.REFUSED, why, device, Optional.empty());
    } else {
      note(scan, State.REFUSED, "SAME_ID", device, Optional.empty());
    }
  }

  private void note(
      UUID scan, State state, String outcome, @Nullable Long device, Optional<Change> change) {
    database.write(
        new SqlText()
            .add("update offline_operation set state = ?, outcome = ?,", state, outcome)
            .add("device_id = ?, changed_at = ?,", device, change.map(Change::at).orElse(null))
            .add("changed_by = ?, played_at = ?", by(change), clock.instant())
            .add("where scan_id = ?", scan));
  }

  private static @Nullable String by(Optional<Change> change) {
    return change.map(Change::by).orElse(null);
  }

  private Optional<Planned> find(UUID scan) {
    return database.first(
        new SqlText()
            .add("select * from offline_operation where scan_id = ?", scan)
            .add("and state = 'PLANNED'"),
        ReplayStep::planned);
  }

  private static Planned planned(Row row) throws SQLException {
    String grade = row.textOrNull("grade");
    return new Planned(
        row.number("account_id"),
        row.number("school_id"),
        row.text("normal_code"),
        row.instant("corrected_at"),
        new OfflineOperation(
            row.id("scan_id"),
            (int) row.number("n"),
            ScanMode.valueOf(row.text("mode")),
            row.text("code"),
            row.maybeId("pupil_id").orElse(null),
            row.textOrNull("pupil_code"),
            row.instant("scanned_at"),
            row.instantOrNull("returned_at"),
            grade == null ? null : ConditionGrade.valueOf(grade),
            row.textOrNull("place"),
            row.textOrNull("choice"),
            row.textOrNull("reason"),
            row.dayOrNull("due_on")));
  }
}
