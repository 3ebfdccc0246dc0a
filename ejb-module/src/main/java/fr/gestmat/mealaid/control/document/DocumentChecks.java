package fr.gestmat.mealaid.control.document;

import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.filestore.control.ChangedFileException;
import fr.gestmat.filestore.control.Digests;
import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.mealaid.control.taxnotice.NoticeReading;
import fr.gestmat.reports.attachment.AttachmentKind;
import fr.gestmat.reports.attachment.PageImages;
import fr.gestmat.reports.datamatrix.DataMatrixSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at the documents that wait: has everything scanned, then reads the codes of tax notices.
 * What cannot be done now waits for later; nobody waits for it, the other documents neither.
 */
@ApplicationScoped
public class DocumentChecks implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String JOB = "documents";

  private static final Logger LOG = System.getLogger(DocumentChecks.class.getName());

  /** Documents of one run, so that it ends within its lease. */
  private static final int MOST = 2_000;

  private static final Duration AWAY = Duration.ofMinutes(1);

  @Inject private DocumentQueue queue;
  @Inject private SealedFiles sealed;
  @Inject private FileStore store;
  @Inject private VirusScanner scanner;
  @Inject private CertificateBook certificates;
  @Inject private NoticeTrust trust;
  @Inject private Clock clock;

  @Override
  public JobPlan plan() {
    return new JobPlan(JOB, Duration.ofSeconds(50), Duration.ofHours(1));
  }

  @Override
  public JobReport work() {
    Instant begun = clock.instant();
    int seen = 0;
    int away = 0;
    for (; seen < MOST; seen++) {
      Optional<DocumentQueue.Waiting> next = queue.take(begun);
      if (next.isEmpty()) {
        break;
      }
      try {
        if (!check(next.get())) {
          away++;
        }
      } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
        // It comes back when nobody has taken it any more; the others go on.
        LOG.log(Level.WARNING, "document " + next.get().id() + " cannot be looked at", e);
      }
    }
    return JobReport.of("documents", seen).and("unscanned", away);
  }

  /** False if the scanner was not there for it. */
  private boolean check(DocumentQueue.Waiting waiting) throws IOException {
    Path plain = store.newFile();
    try {
      if (!fetch(waiting, plain)) {
        return true;
      }
      Optional<Clamd.Verdict> verdict = waiting.toScan() ? scanner.scan(plain) : Optional.empty();
      verdict.ifPresent(said -> queue.scanned(waiting.id(), said));
      // What cannot be read is scanned all the same, so that a person can look at it.
      if (waiting.toRead() && queue.beginReading(waiting.id())) {
        int version = trust.version();
        queue.read(waiting.id(), read(waiting, plain), version);
      }
      if (waiting.toScan() && verdict.isEmpty()) {
        queue.putOff(waiting.id(), AWAY);
        return false;
      }
      return true;
    } finally {
      Files.deleteIfExists(plain);
    }
  }

  /** Opens the stored file; whether it is what was kept. */
  private boolean fetch(DocumentQueue.Waiting waiting, Path plain) {
    boolean same;
    try (OutputStream out = Files.newOutputStream(plain)) {
      same =
          copy(() -> sealed.stream(waiting.fileId(), waiting.authorityId()), waiting.digest(), out);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "file " + waiting.fileId() + " cannot be read now", e);
      queue.putOff(waiting.id(), AWAY);
      return false;
    }
    if (!same) {
      LOG.log(Level.WARNING, "file " + waiting.fileId() + " is not what was kept");
      queue.notWhatWasKept(waiting.id());
    }
    return same;
  }

  /** Opens a stored file; empty if it is gone. */
  @FunctionalInterface
  interface Opening {
    Optional<InputStream> open() throws IOException;
  }

  /**
   * Copies a stored file.
   *
   * @param digest SHA-256 of what was kept
   * @return whether it is what was kept: not if it is gone, was changed or is another one
   * @throws IOException if the store cannot be read now, or there is no room for the copy: nothing
   *     is held against the file
   */
  static boolean copy(Opening stored, byte[] digest, OutputStream plain) throws IOException {
    MessageDigest found = Digests.begin();
    try {
      Optional<InputStream> content = stored.open();
      if (content.isEmpty()) {
        return false;
      }
      try (InputStream in = content.get()) {
        in.transferTo(new DigestOutputStream(plain, found));
      }
    } catch (ChangedFileException e) {
      return false;
    }
    return MessageDigest.isEqual(found.digest(), digest);
  }

  private NoticeReading read(DocumentQueue.Waiting waiting, Path plain) throws IOException {
    List<String> texts = new ArrayList<>();
    Optional<AttachmentKind> kind = AttachmentKind.of(plain);
    try {
      if (kind.isPresent()) {
        PageImages.show(
            plain,
            kind.get(),
            page -> {
              texts.addAll(DataMatrixSearch.read(page));
              return NoticeReading.of(texts, certificates::judge).outcome().hasFigures();
            });
      }
    } catch (IOException e) {
      // What cannot be drawn has no code for us; a person looks at it.
      LOG.log(Level.INFO, "document " + waiting.id() + " cannot be drawn: " + e.getMessage());
    }
    return NoticeReading.of(texts, certificates::judge);
  }
}
