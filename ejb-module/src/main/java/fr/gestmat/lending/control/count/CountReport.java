package fr.gestmat.lending.control.count;

import fr.gestmat.access.Caller;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.FrenchWords;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.count.CountBook.Line;
import fr.gestmat.lending.control.export.ExportFormat;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.reports.spreadsheet.Column;
import fr.gestmat.reports.spreadsheet.CsvFile;
import fr.gestmat.reports.spreadsheet.RowSource;
import fr.gestmat.reports.spreadsheet.Table;
import fr.gestmat.reports.spreadsheet.XlsxFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The report of a count as a file: a row for each device and for each code of no device. */
@ApplicationScoped
public class CountReport {

  @Inject private ReadModel database;
  @Inject private Today today;
  @Inject private FileStore files;
  @Inject private Journal journal;
  @Inject private CountReport inTransaction;

  private record Entry(
      String result,
      String code,
      @Nullable String serial,
      @Nullable String model,
      @Nullable String storage,
      @Nullable String state,
      @Nullable String place,
      @Nullable Instant foundAt,
      @Nullable String foundBy,
      @Nullable Instant lastSeenAt) {}

  private static final List<Column<Entry>> COLUMNS =
      List.of(
          Column.text("Résultat", Entry::result),
          Column.text("Étiquette", Entry::code),
          Column.text("Numéro de série", Entry::serial),
          Column.text("Modèle", Entry::model),
          Column.text("Rangement", Entry::storage),
          Column.text("Statut", Entry::state),
          Column.text("Lieu actuel", Entry::place),
          Column.instant("Vu le", Entry::foundAt),
          Column.text("Vu par", Entry::foundBy),
          Column.instant("Dernière fois vu", Entry::lastSeenAt));

  /**
   * Writes the report. To be called outside of a transaction.
   *
   * @return public id of the file
   * @throws IOException if it could not be written whole; nothing is left then
   */
  public UUID write(Caller who, Line count, ExportFormat format) throws IOException {
    Path file = files.newFile();
    try {
      Table<Entry> table =
          new Table<>("Inventaire", who.name(), today.zone(who.authorityId()), COLUMNS);
      RowSource<Entry, IOException> rows = sink -> entries(count, sink::accept);
      long written =
          format == ExportFormat.XLSX
              ? XlsxFile.write(file, table, rows).rows()
              : CsvFile.write(file, table, rows).rows();
      return inTransaction.keep(who, count, format, file, written);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Keeps the whole file and says so in the journal. */
  @InTransaction(ofItsOwn = true)
  public UUID keep(Caller who, Line count, ExportFormat format, Path file, long rows)
      throws IOException {
    StoredFile kept =
        files.keep(
            new FileOwner(who.authorityId(), Set.of(count.schoolKey()), who.accountId()),
            new FileLabel(
                FilePurpose.EXPORT,
                "inventaire-" + today.in(who.authorityId()) + "." + format.ending(),
                format.mediaType()),
            file);
    journal.write(
        new JournalEvent(
            who.authorityId(),
            count.schoolKey(),
            who.accountId(),
            who.name(),
            LendingAction.EXPORTED.name(),
            "FILE",
            kept.id(),
            null,
            Json.createObjectBuilder()
                .add("what", "inventaire")
                .add("count", count.name())
                .add("rows", rows)
                .build()
                .toString()));
    return kept.publicId();
  }

  private void entries(Line count, ReadModel.Sink<Entry> sink) throws IOException {
    database.stream(
        CountBook.devices(count, CountView.ALL).add("order by k.finding, d.asset_tag"),
        row -> entry(CountBook.device(row)),
        sink);
    database.stream(
        new SqlText()
            .add("select s.code, s.finding, s.scanned_at, a.name from stock_count_scan s")
            .add("left join stock_count_agent a")
            .add("on a.count_id = s.count_id and a.account_id = s.account_id")
            .add("where s.count_id = ? and s.finding in", count.key())
            .add("('UNKNOWN', 'AMBIGUOUS', 'UNREADABLE', 'TOO_LATE') order by s.recorded_at"),
        row ->
            new Entry(
                CountWords.of(CountFinding.valueOf(row.text("finding"))),
                row.text("code"),
                null,
                null,
                null,
                null,
                null,
                row.instantOrNull("scanned_at"),
                row.textOrNull("name"),
                null),
        sink);
  }

  private static Entry entry(CountBook.Device device) {
    return new Entry(
        device.finding().map(CountWords::of).orElse("Pas encore vu"),
        device.tag(),
        device.serial().orElse(null),
        device.model(),
        device.storage().orElse(null),
        FrenchWords.of(device.state()),
        device.place(),
        device.foundAt().orElse(null),
        device.foundBy().orElse(null),
        device.lastSeenAt().orElse(null));
  }
}
