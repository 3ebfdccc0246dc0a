package fr.gestmat.lending.control.agreement;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.NewTask;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.reports.agreement.AgreementPdf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Prints agreements that somebody may see. To be called outside of a transaction. */
@ApplicationScoped
public class AgreementWriter {

  /** Who prints. */
  public static final List<Role> PRINTERS =
      List.of(Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN);

  @Inject private AgreementBook book;
  @Inject private AgreementTexts texts;
  @Inject private Today today;
  @Inject private FileStore files;
  @Inject private BackgroundTasks tasks;
  @Inject private Journal journal;
  @Inject private AgreementWriter inTransaction;

  /**
   * What was printed.
   *
   * @param printed how many
   * @param file public id of the PDF; empty if there was nothing to print
   */
  public record Made(int printed, Optional<UUID> file) {}

  /** How many papers the order comes to, of what the caller may see now. */
  public long count(Caller who, AgreementOrder order) {
    return book.count(scope(who), order);
  }

  /** Hands the order in as a background task. */
  public UUID handIn(Caller who, AgreementOrder order) {
    return tasks.handIn(
        new NewTask(
            AgreementWork.KIND,
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            order.toJson()));
  }

  /**
   * Writes the papers into one file, one after the other.
   *
   * @param progress told how many are written
   * @throws IOException if the file could not be written whole; nothing is left then
   */
  public Made write(Caller who, AgreementOrder order, LongConsumer progress) throws IOException {
    LocalDate day = today.in(who.authorityId());
    Map<Long, List<String>> accessories = book.accessories(who.authorityId());
    Map<Long, TextRule.Typed> known = new HashMap<>();
    Path file = files.newFile();
    try {
      long[] done = {0};
      String name = order.receipts() ? "Reçus de retour" : "Conventions de prêt";
      int printed =
          AgreementPdf.<IOException>write(
              file,
              name,
              sink ->
                  book.stream(
                      scope(who),
                      order,
                      day,
                      agreement -> {
                        AgreementContent content =
                            new AgreementContent(
                                agreement, text(who, agreement.textKey(), known), accessories);
                        sink.accept(order.receipts() ? content.receipt() : content.sheet());
                        progress.accept(++done[0]);
                      }));
      return printed == 0
          ? new Made(0, Optional.empty())
          : new Made(
              printed, Optional.of(inTransaction.keep(who, file, name + " " + day, printed)));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private TextRule.Typed text(Caller who, long key, Map<Long, TextRule.Typed> known) {
    return known.computeIfAbsent(key, k -> texts.find(who.authorityId(), k).orElseThrow().text());
  }

  /** Keeps the file and writes the journal. */
  @InTransaction
  public UUID keep(Caller who, Path file, String name, int printed) throws IOException {
    StoredFile kept =
        files.keep(
            FileOwner.of(scope(who), who.accountId()),
            new FileLabel(FilePurpose.EXPORT, name + ".pdf", "application/pdf"),
            file);
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            LendingAction.AGREEMENTS_PRINTED.name(),
            "FILE",
            kept.id(),
            null,
            Json.createObjectBuilder().add("agreements", printed).build().toString()));
    return kept.publicId();
  }

  private static Scope scope(Caller who) {
    return who.scope(PRINTERS.toArray(Role[]::new));
  }
}
