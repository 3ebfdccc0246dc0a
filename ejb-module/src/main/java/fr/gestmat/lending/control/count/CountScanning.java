package fr.gestmat.lending.control.count;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.count.CountedDevices.Counted;
import fr.gestmat.lending.control.count.CountedDevices.Match;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One scan of an inventory from its code to its stored answer; needs a transaction. */
@ApplicationScoped
public class CountScanning {

  private static final int LONGEST_CODE = 80;

  @Inject private ReadModel database;
  @Inject private ReferenceData reference;
  @Inject private CountedDevices devices;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** The count, what this scan was answered before, and whether the caller scans for it. */
  private record Standing(
      long count,
      String name,
      long school,
      @Nullable String storage,
      Optional<Long> model,
      boolean closed,
      boolean finished,
      Optional<String> digest,
      Optional<String> answer) {}

  /** What was decided of a code. */
  private record Decided(CountAnswer answer, Optional<Long> device) {}

  /**
   * Answers a scan; the same id again gets the same answer and changes nothing. The count's row is
   * held in common with other scans, so that it can't be closed meanwhile.
   */
  public CountReply scan(Caller who, Scope scope, CountScan scan) {
    Optional<Standing> found =
        database
            .first(standing(who, scan), CountScanning::standing)
            .filter(s -> scope.covers(s.school()));
    if (found.isEmpty()) {
      return new CountReply.NotThere();
    }
    Standing count = found.get();
    String digest = scan.digest(who.accountId());
    if (count.digest().isPresent()) {
      return count.digest().get().equals(digest)
          ? new CountReply.Answered(CountAnswer.read(count.answer().orElseThrow()))
          : new CountReply.SameIdOtherBody();
    }
    Decided decided = decide(who, scope, count, scan);
    keep(who, count, scan, digest, decided);
    if (count.finished()) {
      database.write(
          new SqlText()
              .add("update stock_count_agent set finished_at = null")
              .add("where count_id = ? and account_id = ?", count.count(), who.accountId()));
    }
    return new CountReply.Answered(decided.answer());
  }

  private Decided decide(Caller who, Scope scope, Standing count, CountScan scan) {
    ScannedCode code = ScannedCode.read(scan.code(), reference.of(who.authorityId()).tags());
    if (count.closed()) {
      return nothing(CountFinding.TOO_LATE, code.quoted());
    }
    if (code.refusal().isPresent() || code.command().isPresent()) {
      return nothing(CountFinding.UNREADABLE, code.quoted());
    }
    Match match = devices.match(who.authorityId(), count.count(), code.normal());
    if (match.several()) {
      return nothing(CountFinding.AMBIGUOUS, code.quoted());
    }
    return match
        .device()
        .map(device -> sight(who, scope, count, code.quoted(), device))
        .orElseGet(() -> nothing(CountFinding.UNKNOWN, code.quoted()));
  }

  private static Decided nothing(CountFinding finding, String code) {
    return new Decided(CountAnswer.of(finding, code), Optional.empty());
  }

  private Decided sight(Caller who, Scope scope, Standing count, String code, Counted device) {
    boolean limits =
        (count.storage() == null || count.storage().equals(device.storage().orElse(null)))
            && count.model().filter(m -> m != device.modelId()).isEmpty();
    CountFinding finding =
        CountRule.judge(
            new CountRule.Sighted(
                device.expected(),
                device.finding().isPresent(),
                device.state(),
                device.place() == count.school(),
                limits));
    Counted told = device;
    if (finding != CountFinding.AGAIN) {
      Instant now = clock.instant();
      if (devices.take(count.count(), device, finding, now, who.name())) {
        journal(who, count, device, finding);
      } else {
        // Another station was faster by an instant: what it wrote is what is said.
        finding = CountFinding.AGAIN;
        told =
            devices.match(who.authorityId(), count.count(), device.tag()).device().orElse(device);
      }
    }
    return new Decided(
        new CountAnswer(
            finding,
            code,
            Optional.of(device.tag()),
            Optional.of(device.model()),
            values(finding, told, scope)),
        Optional.of(device.id()));
  }

  private static List<String> values(CountFinding finding, Counted device, Scope scope) {
    return switch (finding) {
      case AGAIN ->
          List.of(device.foundBy().orElse(""), device.foundAt().map(Instant::toString).orElse(""));
      case ON_LOAN -> List.of(device.holder(scope));
      case OTHER_SCHOOL -> List.of(device.placeName());
      case OTHER_ROOM -> List.of(device.storage().orElse(""));
      default -> List.of();
    };
  }

  private void keep(Caller who, Standing count, CountScan scan, String digest, Decided decided) {
    String code = decided.answer().code();
    database.write(
        new SqlText()
            .add("insert into stock_count_scan (scan_id, count_id, account_id, code, device_id,")
            .add("finding, request_digest, answer, scanned_at, recorded_at)")
            .add("values (?, ?, ?, ?,", scan.scanId(), count.count(), who.accountId(), cut(code))
            .orNull("?,", decided.device())
            .add("?, ?, ?,", decided.answer().finding(), digest, decided.answer().toJson())
            .add("?, ?)", scan.scannedAt(), clock.instant()));
  }

  private void journal(Caller who, Standing count, Counted device, CountFinding finding) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            count.school(),
            who.accountId(),
            who.name(),
            LendingAction.COUNTED.name(),
            "DEVICE",
            device.id(),
            null,
            Json.createObjectBuilder()
                .add("count", count.name())
                .add("finding", finding.name())
                .build()
                .toString()));
  }

  private static SqlText standing(Caller who, CountScan scan) {
    return new SqlText()
        .add("select c.id, c.name, c.school_id, c.storage, c.model_id,")
        .add("c.closed_at is not null closed, a.finished_at is not null finished,")
        .add("s.request_digest, s.answer from stock_count c")
        .add("join stock_count_agent a on a.count_id = c.id and a.account_id = ?", who.accountId())
        .add("left join stock_count_scan s on s.scan_id = ?", scan.scanId())
        .add("where c.public_id = ? and c.authority_id = ?", scan.count(), who.authorityId())
        .add("lock in share mode");
  }

  private static Standing standing(Row row) throws SQLException {
    return new Standing(
        row.number("id"),
        row.text("name"),
        row.number("school_id"),
        row.textOrNull("storage"),
        row.maybeNumber("model_id"),
        row.yes("closed"),
        row.yes("finished"),
        row.maybeText("request_digest"),
        row.maybeText("answer"));
  }

  private static String cut(String code) {
    return code.length() <= LONGEST_CODE ? code : code.substring(0, LONGEST_CODE);
  }
}
