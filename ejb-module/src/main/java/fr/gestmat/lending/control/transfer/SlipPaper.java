package fr.gestmat.lending.control.transfer;

import fr.gestmat.access.Caller;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.control.transfer.SlipBook.Line;
import fr.gestmat.reports.document.TransferSlip;
import fr.gestmat.reports.spreadsheet.RowSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The slip on paper, with its barcode. To be called outside of a transaction. */
@ApplicationScoped
public class SlipPaper {

  @Inject private SlipBook book;
  @Inject private FileStore files;
  @Inject private Today today;
  @Inject private Journal journal;
  @Inject private SlipPaper inTransaction;

  /**
   * Writes the slip as a PDF.
   *
   * @param sees the ends of the transfer that the caller sees, all of them if the whole authority
   * @return public id of the file
   * @throws IOException if it could not be written whole; nothing is left then
   */
  public UUID write(Caller who, Line slip, Set<Long> sees) throws IOException {
    List<TransferSlip.Row> rows =
        book.devices(slip).stream()
            .filter(d -> d.fate() != SlipBook.Fate.SKIPPED && d.fate() != SlipBook.Fate.CANCELLED)
            .map(d -> new TransferSlip.Row(d.tag(), d.serial().orElse(""), d.model()))
            .toList();
    Path file = files.newFile();
    try {
      new TransferSlip(
              slip.code(),
              slip.from().name(),
              slip.to().name(),
              slip.sentAt().orElse(slip.createdAt()),
              slip.sentBy().orElse(slip.createdBy()),
              slip.note().orElse(""),
              today.zone(who.authorityId()))
          .write(file, RowSource.of(rows));
      return inTransaction.keep(who, slip, sees, file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Keeps the file and writes the journal. */
  @InTransaction(ofItsOwn = true)
  public UUID keep(Caller who, Line slip, Set<Long> sees, Path file) throws IOException {
    var kept =
        files.keep(
            new FileOwner(who.authorityId(), sees, who.accountId()),
            new FileLabel(FilePurpose.EXPORT, slip.code() + ".pdf", "application/pdf"),
            file);
    journal.write(
        new JournalEvent(
            who.authorityId(),
            slip.from().key(),
            who.accountId(),
            who.name(),
            LendingAction.EXPORTED.name(),
            "FILE",
            kept.id(),
            null,
            Json.createObjectBuilder().add("what", slip.code()).build().toString()));
    return kept.publicId();
  }
}
