package fr.gestmat.lending.boundary.agreement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Scope;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.NewTask;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.AgreementCode;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.agreement.AgreementBook;
import fr.gestmat.lending.control.agreement.AgreementData;
import fr.gestmat.lending.control.agreement.AgreementSigning;
import fr.gestmat.lending.control.agreement.PaperFiling;
import fr.gestmat.lending.control.agreement.PaperWork;
import fr.gestmat.lending.control.agreement.SignedPages;
import fr.gestmat.lending.control.agreement.SigningRule;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.agreement.SigningRule.Purpose;
import fr.gestmat.lending.control.export.HandedFiles;
import fr.gestmat.lending.control.export.HandedFiles.Download;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.LoanAgreement;
import fr.gestmat.reports.agreement.ScannedPages;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Signed paper that comes back: sent as scans, filed by barcode, the rest by hand. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class SignedPaper {

  /** Largest file that is taken, in bytes: a stack of a few hundred pages. */
  public static final long MOST_BYTES = 100L * 1024 * 1024;

  /** Pages on a page of the list. */
  public static final int PAGE = 50;

  private static final int LONGEST_NAME = 240;

  /** Filed pages that are shown. */
  private static final int FILED = 20;

  @Inject private CurrentCaller caller;
  @Inject private Today today;
  @Inject private Choices choices;
  @Inject private FileStore files;
  @Inject private HandedFiles handed;
  @Inject private BackgroundTasks tasks;
  @Inject private SignedPages pages;
  @Inject private PaperFiling filing;
  @Inject private AgreementBook book;
  @Inject private AgreementSigning signing;
  @Inject private Journal journal;

  /**
   * What waits and what was filed.
   *
   * @param waiting how many pages wait, all pages of the list together
   * @param lines those of this page, the oldest first
   * @param next where the next page begins; absent at the end
   * @param filed the last ones that were filed
   */
  public record Desk(
      long waiting,
      List<SignedPages.Line> lines,
      Optional<Long> next,
      List<SignedPages.Line> filed) {}

  /**
   * Takes a scan or a stack in; it is taken apart in the background.
   *
   * @param uai the school that it is for
   * @return public id of the task
   * @throws fr.gestmat.filestore.boundary.FileTooLargeException beyond {@link #MOST_BYTES}
   */
  public Answer<UUID> receive(String uai, String name, InputStream content) throws IOException {
    Caller who = caller.get();
    Optional<Choices.School> school =
        choices.schools(scope()).stream().filter(s -> s.uai().equals(uai)).findFirst();
    if (school.isEmpty()) {
      return Answer.refused(Refusal.of("etablissement", "missing"));
    }
    Path sent = files.receive(content, MOST_BYTES);
    try {
      Optional<ScannedPages.Kind> kind = ScannedPages.Kind.of(sent);
      if (kind.isEmpty()) {
        return Answer.refused(Refusal.of("file", "noScan"));
      }
      StoredFile kept =
          files.keep(
              new FileOwner(who.authorityId(), Set.of(school.get().key()), who.accountId()),
              new FileLabel(FilePurpose.UPLOAD, name, kind.get().mediaType()),
              sent);
      journal.write(
          new JournalEvent(
              who.authorityId(),
              school.get().key(),
              who.accountId(),
              who.name(),
              LendingAction.SIGNED_PAGES_RECEIVED.name(),
              "FILE",
              kept.id(),
              null,
              Json.createObjectBuilder().add("name", kept.fileName()).build().toString()));
      return new Answer.Done<>(
          tasks.submit(
              new NewTask(
                  PaperWork.KIND,
                  who.authorityId(),
                  school.get().key(),
                  who.accountId(),
                  who.name(),
                  Json.createObjectBuilder()
                      .add("file", kept.publicId().toString())
                      .add("school", school.get().key())
                      .build()
                      .toString())));
    } finally {
      Files.deleteIfExists(sent);
    }
  }

  /** The schools that scans may be sent for. */
  public List<Choices.School> schools() {
    return choices.schools(scope());
  }

  /**
   * What waits.
   *
   * @param after key of the last line of the page before; 0 for the first
   */
  public Desk desk(long after) {
    List<SignedPages.Line> lines = pages.waiting(scope(), after, PAGE + 1);
    boolean more = lines.size() > PAGE;
    List<SignedPages.Line> shown = more ? lines.subList(0, PAGE) : lines;
    return new Desk(
        pages.countWaiting(scope()),
        shown,
        more ? Optional.of(shown.get(PAGE - 1).key()) : Optional.empty(),
        pages.filed(scope(), FILED));
  }

  /** A page. */
  public Optional<SignedPages.Line> find(UUID id) {
    return pages.find(scope(), id);
  }

  /** The agreement that a typed code names, if the caller may file for it. */
  public Optional<AgreementData> named(String typed) {
    LocalDate day = today.in(caller.get().authorityId());
    String normal = ScannedCode.normalForm(typed);
    Optional<AgreementCode> code =
        AgreementCode.read(normal)
            .or(() -> AgreementCode.read(AgreementCode.on(AgreementCode.Page.SIGNATURE, normal)));
    return code.flatMap(c -> filing.byCode(caller.get().authorityId(), c, day))
        .filter(a -> scope().covers(a.school().key()));
  }

  /**
   * Files a page that waits with an agreement.
   *
   * @param parties who signed on it; empty for a page of the text
   * @param guardian name of the guardian who signed, as it is read on the page; may be empty
   * @return empty if there is no such page or agreement for the caller
   */
  public Optional<Answer<UUID>> file(
      UUID page, UUID agreement, Purpose purpose, Set<Party> parties, String guardian) {
    Caller who = caller.get();
    LocalDate day = today.in(who.authorityId());
    Optional<SignedPages.Line> line = find(page);
    Optional<AgreementData> named =
        book.find(scope(), agreement, day).filter(a -> scope().covers(a.school().key()));
    if (line.isEmpty() || named.isEmpty()) {
      return Optional.empty();
    }
    LoanAgreement row = signing.lock(named.get());
    AgreementData data = book.find(who.authorityId(), agreement, day).orElseThrow();
    List<Refusal> reasons = refusals(data, purpose, parties, day);
    if (guardian.strip().length() > LONGEST_NAME) {
      reasons.add(Refusal.of("nom", "tooLong", LONGEST_NAME));
    }
    if (reasons.isEmpty() && !pages.settle(who, line.get(), Optional.of(data.key()))) {
      reasons.add(Refusal.of("signature", "settled"));
    }
    if (!reasons.isEmpty()) {
      return Optional.of(new Answer.Refused<>(reasons));
    }
    for (Party party : parties) {
      signing.sign(
          who, row, purpose, PaperFiling.signer(party, data, guardian.strip(), line.get().file()));
    }
    return Optional.of(new Answer.Done<>(data.id()));
  }

  private static List<Refusal> refusals(
      AgreementData data, Purpose purpose, Set<Party> parties, LocalDate day) {
    List<Refusal> reasons = new ArrayList<>();
    if (purpose == Purpose.RECEIPT) {
      reasons.addAll(SigningRule.receipt(data.facts(), data.receiptSignedAt().isPresent()));
    } else {
      parties.forEach(
          party ->
              SigningRule.agreement(data.facts(), party, day).stream()
                  .filter(reason -> !reasons.contains(reason))
                  .forEach(reasons::add));
    }
    return reasons;
  }

  /** Puts a page aside; it is kept, but waits no more. */
  public boolean discard(UUID page) {
    Caller who = caller.get();
    Optional<SignedPages.Line> line = find(page);
    boolean done = line.isPresent() && pages.settle(who, line.get(), Optional.empty());
    if (done) {
      journal.write(
          new JournalEvent(
              who.authorityId(),
              line.get().schoolKey(),
              who.accountId(),
              who.name(),
              LendingAction.SIGNED_PAGE_DISCARDED.name(),
              "SIGNED_PAGE",
              line.get().key(),
              null,
              Json.createObjectBuilder()
                  .add("name", line.get().source())
                  .add("page", line.get().number())
                  .build()
                  .toString()));
    }
    return done;
  }

  /** The page itself, to be looked at. */
  public Optional<Download> page(UUID id) throws IOException {
    return open(find(id).map(SignedPages.Line::file));
  }

  /** What a signature of an agreement was given on: a page, or what was drawn. */
  public Optional<Download> signature(UUID agreement, UUID signature) throws IOException {
    LocalDate day = today.in(caller.get().authorityId());
    return open(
        book.find(scope(), agreement, day)
            .flatMap(
                a ->
                    book.signatures(a.key()).stream()
                        .filter(s -> s.id().equals(signature))
                        .findFirst())
            .flatMap(AgreementBook.Signature::file));
  }

  private Optional<Download> open(Optional<UUID> id) throws IOException {
    Caller who = caller.get();
    Optional<StoredFile> file = id.flatMap(f -> files.findKept(f, who.authorityId()));
    return file.isEmpty() ? Optional.empty() : handed.over(who, file.get());
  }

  private Scope scope() {
    return caller.get().scope(Agreements.READERS);
  }
}
