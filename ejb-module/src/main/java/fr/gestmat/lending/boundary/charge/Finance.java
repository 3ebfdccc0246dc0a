package fr.gestmat.lending.boundary.charge;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.charge.ChargeBatches;
import fr.gestmat.lending.control.charge.ChargeLife;
import fr.gestmat.lending.control.charge.ChargeNotices;
import fr.gestmat.lending.control.charge.ChargeNumbers;
import fr.gestmat.lending.control.charge.ChargeRows.Charge;
import fr.gestmat.lending.control.charge.FinanceAnswer;
import fr.gestmat.lending.control.charge.FinanceAnswer.Judged;
import fr.gestmat.lending.control.charge.FinanceLine;
import fr.gestmat.lending.control.charge.FinanceSheet;
import fr.gestmat.lending.control.charge.StandingCharges;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.ChargeState;
import fr.gestmat.reports.spreadsheet.CsvFile;
import fr.gestmat.reports.spreadsheet.RowSource;
import fr.gestmat.reports.spreadsheet.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Charges on their way to the finance system and back, by files: numbered without a gap, the same
 * file each time it is taken, and an answer of which every line is accounted for.
 */
@Stateless
@RolesAllowed({"REGION_MANAGER", "ADMIN"})
public class Finance {

  /** Size of an answer, in bytes. */
  private static final long LARGEST = 5L << 20;

  @Inject private CurrentCaller caller;
  @Inject private Clock clock;
  @Inject private Today today;
  @Inject private ChargeBatches batches;
  @Inject private StandingCharges standing;
  @Inject private ChargeLife life;
  @Inject private ChargeNotices notices;
  @Inject private FileStore files;
  @Inject private Journal journal;

  /**
   * What goes to the finance system.
   *
   * @param waiting charges and corrections that wait
   * @param sent files that were sent, the latest first
   */
  public record Overview(long waiting, List<ChargeBatches.Batch> sent) {}

  /**
   * An answer that was read, and what would become of each line.
   *
   * @param file public id of the file
   * @param lines every line, judged
   * @param problem code of what is wrong with the file as a whole
   */
  public record Preview(UUID file, List<Judged> lines, Optional<String> problem) {

    /** How many lines would move a charge. */
    public long moves() {
      return lines.stream().filter(l -> l.verdict() == FinanceAnswer.Verdict.MOVES).count();
    }
  }

  /** What waits and what was sent; empty if the caller does not steer the whole authority. */
  public Optional<Overview> overview() {
    return who()
        .map(
            who ->
                new Overview(
                    batches.waiting(who.authorityId()), batches.latest(who.authorityId())));
  }

  /** Sends what waits; empty if nothing does, or the caller may not. */
  public Optional<UUID> send() {
    return who()
        .flatMap(
            who ->
                batches
                    .send(
                        ChargeLife.Actor.of(who),
                        today.in(who.authorityId()).getYear(),
                        clock.instant())
                    .map(
                        id -> {
                          write(who, LendingAction.CHARGES_SENT, "batch", id.toString());
                          return id;
                        }));
  }

  /** The file of what was sent, whole, to be deleted by whoever takes it. */
  public Optional<Path> file(UUID batch) throws IOException {
    Optional<Caller> who = who();
    List<FinanceLine> lines = who.map(c -> batches.lines(c.authorityId(), batch)).orElse(List.of());
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Path file = files.newFile();
    Caller caller = who.orElseThrow();
    Table<FinanceLine> table =
        new Table<>(
            "Titres de recette",
            caller.name(),
            today.zone(caller.authorityId()),
            FinanceLine.COLUMNS);
    Files.deleteIfExists(file);
    CsvFile.write(file, table, RowSource.of(lines));
    write(caller, LendingAction.DOWNLOADED, "batch", batch.toString());
    return Optional.of(file);
  }

  /**
   * Takes an answer in, to be looked at before it changes anything.
   *
   * @throws IOException if it could not be kept, or is larger than 5 MiB
   */
  public Optional<Preview> receive(String name, InputStream content) throws IOException {
    Optional<Caller> who = who();
    if (who.isEmpty()) {
      return Optional.empty();
    }
    Path received = files.receive(content, LARGEST);
    FinanceSheet.Read read = FinanceSheet.read(received);
    if (read.problem().isPresent()) {
      Files.deleteIfExists(received);
      return Optional.of(new Preview(new UUID(0, 0), List.of(), read.problem()));
    }
    StoredFile file =
        files.keep(
            new FileOwner(who.get().authorityId(), Set.of(), who.get().accountId()),
            new FileLabel(FilePurpose.UPLOAD, name, "text/csv"),
            received);
    return Optional.of(new Preview(file.publicId(), judge(who.get(), read), Optional.empty()));
  }

  /**
   * Applies an answer that was looked at. It is read and judged again: a charge that moved
   * meanwhile is not moved twice.
   *
   * @return what became of each line; empty if there is no such file
   */
  public Optional<Preview> apply(UUID id) throws IOException {
    Optional<Caller> who = who();
    Optional<StoredFile> file = who.flatMap(c -> files.find(id, c.accountId()));
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Caller caller = who.orElseThrow();
    FinanceSheet.Read read = FinanceSheet.read(files.content(file.get()));
    List<Judged> judged = judge(caller, read);
    long moved = 0;
    for (Judged line : judged) {
      if (line.verdict() == FinanceAnswer.Verdict.MOVES) {
        ChargeNumbers.Number number = ChargeNumbers.read(line.line().number()).orElseThrow();
        ChargeState from = line.from().orElseThrow();
        ChargeState to = line.to().orElseThrow();
        if (standing.move(caller.authorityId(), number, from, to, clock.instant())) {
          moved++;
          Charge charge = standing.find(caller.authorityId(), number).orElseThrow();
          life.moved(
              ChargeLife.Moved.of(charge), Optional.of(from), to, ChargeLife.Actor.of(caller));
          notices.answered(caller.authorityId(), charge, from);
        }
      }
    }
    write(caller, LendingAction.CHARGES_ANSWERED, "moved", Long.toString(moved));
    return Optional.of(new Preview(id, judged, read.problem()));
  }

  private List<Judged> judge(Caller who, FinanceSheet.Read read) {
    List<String> numbers =
        read.lines().stream()
            .flatMap(l -> FinanceAnswer.normal(l.number()).stream())
            .distinct()
            .toList();
    return FinanceAnswer.judge(read.lines(), standing.of(who.authorityId(), numbers));
  }

  private void write(Caller who, LendingAction action, String name, String value) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            action.name(),
            "CHARGE_BATCH",
            who.authorityId(),
            null,
            Json.createObjectBuilder().add(name, value).build().toString()));
  }

  private Optional<Caller> who() {
    return Optional.of(caller.get())
        .filter(c -> c.scope(Role.REGION_MANAGER, Role.ADMIN).wholeAuthority());
  }
}
