package fr.gestmat.lending.control.agreement;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.lending.control.AgreementCode;
import fr.gestmat.lending.control.agreement.AgreementSigning.Signer;
import fr.gestmat.lending.control.agreement.PaperRule.Problem;
import fr.gestmat.lending.control.agreement.PaperRule.Verdict;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.agreement.SigningRule.Way;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.LoanAgreement;
import fr.gestmat.reports.agreement.ScannedPages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Files one scanned page: kept first, then signed with if its barcode says what it is. */
@ApplicationScoped
public class PaperFiling {

  @Inject private ReadModel database;
  @Inject private AgreementBook book;
  @Inject private AgreementSigning signing;
  @Inject private FileStore files;
  @Inject private SealedFiles sealed;
  @Inject private Today today;
  @Inject private Clock clock;

  /**
   * A stack at hand.
   *
   * @param task public id of the work that takes it apart
   * @param schoolKey school that it was sent for
   * @param name its name
   * @param kind what its pages are
   */
  public record Stack(UUID task, long schoolKey, String name, ScannedPages.Kind kind) {}

  /** Whether a page of a stack was taken already, before the work began again. */
  public boolean isTaken(Stack stack, int number) {
    return database.number(
            new SqlText()
                .add("select count(*) n from signed_page where task_id = ?", stack.task())
                .add("and number = ?", number))
        > 0;
  }

  /**
   * Takes a page, whole or not at all.
   *
   * @param code the code on it
   * @return why it waits; empty if it filed itself
   */
  @InTransaction(ofItsOwn = true)
  public Optional<Problem> file(
      Caller who,
      Stack stack,
      ScannedPages.Found page,
      Optional<AgreementCode> code,
      ScannedPages.Writer writer)
      throws IOException {
    LocalDate day = today.in(who.authorityId());
    Scope scope = who.scope(Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN);
    Optional<AgreementData> agreement = code.flatMap(c -> byCode(who.authorityId(), c, day));
    Optional<LoanAgreement> row = agreement.map(signing::lock);
    Verdict verdict =
        PaperRule.judge(
            code,
            // Read again below the lock: of two pages at once the second one sees the first.
            agreement
                .flatMap(a -> book.find(who.authorityId(), a.id(), day))
                .map(
                    a ->
                        new PaperRule.Named(
                            scope.covers(a.school().key()),
                            a.facts(),
                            a.receiptSignedAt().isPresent())),
            day);
    UUID file = keep(who, stack, page, writer);
    insert(who, stack, page, code, agreement, verdict, file);
    if (verdict.problem().isEmpty()) {
      for (Party party : verdict.parties()) {
        signing.sign(
            who,
            row.orElseThrow(),
            verdict.purpose(),
            signer(party, agreement.orElseThrow(), "", file));
      }
    }
    return verdict.problem();
  }

  /**
   * Who signed on paper: the pupil by name, a guardian by the name that somebody read on the page.
   *
   * @param guardian that name; empty if nobody read it
   */
  public static Signer signer(Party party, AgreementData agreement, String guardian, UUID file) {
    String named = guardian.isEmpty() ? "Responsable légal" : guardian;
    return new Signer(
        party,
        Optional.empty(),
        party == Party.PUPIL ? agreement.pupil().name() : named,
        Way.PAPER,
        Optional.empty(),
        Optional.of(file));
  }

  /** The agreement of a code, whichever school's it is. */
  public Optional<AgreementData> byCode(long authorityId, AgreementCode code, LocalDate day) {
    Scope whole = new Scope(authorityId, true, Set.of());
    return database.first(
        AgreementBook.select(AgreementBook.from(whole).add("and a.code = ?", code.value())),
        found -> AgreementData.read(found, day));
  }

  private UUID keep(Caller who, Stack stack, ScannedPages.Found page, ScannedPages.Writer writer)
      throws IOException {
    Path single = files.newFile();
    try {
      writer.to(single);
      StoredFile kept =
          sealed.keep(
              new FileOwner(who.authorityId(), Set.of(stack.schoolKey()), who.accountId()),
              new FileLabel(
                  FilePurpose.SIGNATURE,
                  "Page " + page.number() + " de " + stack.name(),
                  stack.kind().mediaType()),
              Files.readAllBytes(single));
      return kept.publicId();
    } finally {
      Files.deleteIfExists(single);
    }
  }

  private void insert(
      Caller who,
      Stack stack,
      ScannedPages.Found page,
      Optional<AgreementCode> code,
      Optional<AgreementData> agreement,
      Verdict verdict,
      UUID file) {
    boolean filed = verdict.problem().isEmpty();
    database.write(
        new SqlText()
            .add("insert into signed_page (id, public_id, authority_id, school_id, source_name,")
            .add("task_id, number, file_id, state, problem, code, agreement_id, received_at,")
            .add("received_by, settled_at, settled_by) values (next value for signed_page_seq,")
            .add("uuid(), ?, ?, ?,", who.authorityId(), stack.schoolKey(), cut(stack.name()))
            .add("?, ?, ?,", stack.task(), page.number(), file)
            .add("?, ?,", filed ? "FILED" : "WAITING", verdict.problem().orElse(null))
            .add("?,", code.map(c -> AgreementCode.on(c.page(), c.value())).orElse(null))
            .add("?,", agreement.filter(a -> filed).map(AgreementData::key).orElse(null))
            .add("?, ?,", clock.instant(), who.name())
            .add("?, ?)", filed ? clock.instant() : null, filed ? who.name() : null));
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(200, name.length()));
  }
}
