package fr.gestmat.mealaid.control.export;

import fr.gestmat.access.Caller;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.CampaignChoice;
import fr.gestmat.mealaid.control.review.WorkList;
import fr.gestmat.reports.spreadsheet.Table;
import fr.gestmat.reports.spreadsheet.Written;
import fr.gestmat.reports.spreadsheet.XlsxFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Writes applications into a workbook, row by row while the database reads, and keeps it,
 * encrypted, only once it is whole. To be called outside of a transaction.
 */
@ApplicationScoped
public class AidExportWriter {

  private static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int ROWS_BETWEEN_REPORTS = 1_000;

  @Inject private AidRows rows;
  @Inject private CampaignChoice campaigns;
  @Inject private AuthorityTime time;
  @Inject private FileStore files;
  @Inject private SealedFiles sealed;
  @Inject private Journal journal;
  @Inject private AidExportWriter inTransaction;

  /**
   * What was made.
   *
   * @param file public id of the file
   * @param rows rows that it holds
   */
  public record Made(UUID file, long rows) {}

  /** How many rows the order comes to for this caller now; empty if there is no such campaign. */
  public Optional<Long> count(Caller who, AidOrder order) {
    return campaign(who, order)
        .map(
            chosen ->
                rows.number(
                    narrowed(
                        Sql.of("select count(*) n from aid_application a"), who, chosen, order)));
  }

  /**
   * Writes the file.
   *
   * @param progress is told the number of rows now and then
   * @throws IOException if it could not be written whole; nothing is left then
   */
  public Made write(Caller who, AidOrder order, LongConsumer progress) throws IOException {
    CampaignChoice.Choice chosen = campaign(who, order).orElseThrow();
    Path file = files.newFile();
    long[] count = {0};
    try {
      Written written =
          XlsxFile.<ExportedApplication, IOException>write(
              file,
              new Table<>(
                  "Demandes d'aide",
                  who.name(),
                  time.zone(who.authorityId()),
                  ExportedApplication.COLUMNS),
              sink ->
                  rows.each(
                      narrowed(Sql.of(ExportedApplication.SELECT), who, chosen, order)
                          .add("order by a.submitted_at, a.id"),
                      ExportedApplication::read,
                      row -> {
                        sink.accept(row);
                        count[0]++;
                        if (count[0] % ROWS_BETWEEN_REPORTS == 0) {
                          progress.accept(count[0]);
                        }
                      }));
      return inTransaction.keep(who, order, file, written);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Keeps the whole file and says so in the journal. */
  @InTransaction(ofItsOwn = true)
  public Made keep(Caller who, AidOrder order, Path file, Written written) throws IOException {
    StoredFile kept =
        sealed.keep(
            new FileOwner(who.authorityId(), Set.of(), who.accountId()),
            new FileLabel(
                FilePurpose.AID_EXPORT,
                "demandes-aide-" + time.today(who.authorityId()) + ".xlsx",
                WORKBOOK),
            file);
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            "AID_EXPORTED",
            "AID_EXPORT",
            kept.id(),
            null,
            Json.createObjectBuilder()
                .add("rows", written.rows())
                .add("order", order.json())
                .build()
                .toString()));
    return new Made(kept.publicId(), written.rows());
  }

  private Optional<CampaignChoice.Choice> campaign(Caller who, AidOrder order) {
    return campaigns.find(who.authorityId(), Optional.of(order.campaign()));
  }

  private static Sql narrowed(Sql sql, Caller who, CampaignChoice.Choice chosen, AidOrder order) {
    WorkList.where(sql, who.authorityId(), chosen.key(), who.accountId(), order.filter());
    return sql;
  }
}
