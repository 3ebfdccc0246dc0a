package fr.gestmat.lending.control.export;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.incident.RepairRows;
import fr.gestmat.lending.control.query.DeviceSql;
import fr.gestmat.lending.control.query.LoanSql;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.reports.spreadsheet.Column;
import fr.gestmat.reports.spreadsheet.CsvFile;
import fr.gestmat.reports.spreadsheet.RowSource;
import fr.gestmat.reports.spreadsheet.Table;
import fr.gestmat.reports.spreadsheet.Written;
import fr.gestmat.reports.spreadsheet.XlsxFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Writes what was ordered into a file, row by row while the database reads, and keeps it only once
 * it is whole. To be called outside of a transaction.
 */
@ApplicationScoped
public class ExportWriter {

  /** Who may see devices and loans. */
  private static final Role[] READERS = {
    Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN
  };

  /** Who may see repairs. */
  private static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};

  private static final int ROWS_BETWEEN_REPORTS = 1_000;

  @Inject private ReadModel database;
  @Inject private Today today;
  @Inject private FileStore files;
  @Inject private Journal journal;
  @Inject private ExportWriter inTransaction;

  /**
   * What was made.
   *
   * @param file public id of the file
   * @param rows rows that it holds
   */
  public record Made(UUID file, long rows) {}

  /** How many rows the order comes to for this caller now. */
  public long count(Caller who, ExportOrder order) {
    return database.number(new SqlText().add("select count(*) n").add(from(who, order)));
  }

  /**
   * Writes the file.
   *
   * @param progress is told the number of rows now and then
   * @throws IOException if it could not be written whole; nothing is left then
   */
  public Made write(Caller who, ExportOrder order, LongConsumer progress) throws IOException {
    LocalDate day = today.in(who.authorityId());
    Path file = files.newFile();
    try {
      Written written = fill(who, order, day, file, progress);
      return inTransaction.keep(who, order, file, written, day);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Keeps the whole file and says so in the journal. */
  @InTransaction(ofItsOwn = true)
  public Made keep(Caller who, ExportOrder order, Path file, Written written, LocalDate day)
      throws IOException {
    Scope scope = scope(who, order);
    String name = name(order);
    StoredFile kept =
        files.keep(
            FileOwner.of(scope, who.accountId()),
            new FileLabel(
                order instanceof ExportOrder.Repairs ? FilePurpose.REPAIRS : FilePurpose.EXPORT,
                name + "-" + day + "." + order.format().ending(),
                order.format().mediaType()),
            file);
    journal.write(
        new JournalEvent(
            who.authorityId(),
            scope.schoolIds().size() == 1 ? scope.schoolIds().iterator().next() : null,
            who.accountId(),
            who.name(),
            LendingAction.EXPORTED.name(),
            "FILE",
            kept.id(),
            null,
            Json.createObjectBuilder()
                .add("what", name)
                .add("rows", written.rows())
                .add("order", String.valueOf(order))
                .build()
                .toString()));
    return new Made(kept.publicId(), written.rows());
  }

  private Written fill(
      Caller who, ExportOrder order, LocalDate day, Path file, LongConsumer progress)
      throws IOException {
    if (order instanceof ExportOrder.Devices) {
      Scope scope = scope(who, order);
      return fill(
          file,
          order.format(),
          table(who, "Matériels", DeviceRow.COLUMNS),
          source(
              new SqlText().add(DeviceRow.SELECT).add(from(who, order)).add("order by d.asset_tag"),
              row -> DeviceRow.read(row, scope),
              progress));
    }
    if (order instanceof ExportOrder.Loans) {
      return fill(
          file,
          order.format(),
          table(who, "Prêts", LoanRow.COLUMNS),
          source(
              new SqlText().add(LoanRow.SELECT).add(from(who, order)).add("order by l.id desc"),
              row -> LoanRow.read(row, day),
              progress));
    }
    return fill(
        file,
        order.format(),
        table(who, "Réparations en cours", RepairRow.COLUMNS),
        source(
            new SqlText().add(RepairRow.SELECT).add(from(who, order)).add("order by r.id"),
            RepairRow::read,
            progress));
  }

  private SqlText from(Caller who, ExportOrder order) {
    Scope scope = scope(who, order);
    LocalDate day = today.in(who.authorityId());
    if (order instanceof ExportOrder.Devices devices) {
      return DeviceSql.from(scope, devices.filter(), day);
    }
    if (order instanceof ExportOrder.Loans loans) {
      return LoanSql.from(scope, loans.filter(), day);
    }
    return RepairRows.fromRunning(scope, ((ExportOrder.Repairs) order).school());
  }

  /** The schools of which the caller may see what was ordered. */
  private static Scope scope(Caller who, ExportOrder order) {
    return who.scope(order instanceof ExportOrder.Repairs ? MANAGERS : READERS);
  }

  private static String name(ExportOrder order) {
    if (order instanceof ExportOrder.Devices) {
      return "materiels";
    }
    return order instanceof ExportOrder.Loans ? "prets" : "reparations";
  }

  private <R> Table<R> table(Caller who, String title, List<Column<R>> columns) {
    return new Table<>(title, who.name(), today.zone(who.authorityId()), columns);
  }

  private <R> RowSource<R, IOException> source(
      SqlText sql, ReadModel.Reader<R> reader, LongConsumer progress) {
    long[] rows = {0};
    return sink ->
        database.stream(
            sql,
            (Row row) -> reader.read(row),
            row -> {
              sink.accept(row);
              rows[0]++;
              if (rows[0] % ROWS_BETWEEN_REPORTS == 0) {
                progress.accept(rows[0]);
              }
            });
  }

  private static <R> Written fill(
      Path file, ExportFormat format, Table<R> table, RowSource<R, IOException> rows)
      throws IOException {
    return format == ExportFormat.XLSX
        ? XlsxFile.write(file, table, rows)
        : CsvFile.write(file, table, rows);
  }
}
