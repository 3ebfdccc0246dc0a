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
 * Looks at the documents that wait: reads the codes of tax notices and has everything scanned. What
 * cannot be done now waits for later; nobody waits for it.
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
  @Inject private Clock clock;

  @Override
  public JobPlan plan() {
    return new JobPlan(JOB, Duration.ofSeconds(50), Duration.ofHours(1));
  }

  @Override
  public JobReport work() throws IOException {
    Instant begun = clock.instant();
    int seen = 0;
    int away = 0;
    for (; seen < MOST; seen++) {
      Optional<DocumentQueue.Waiting> next = queue.take(begun);
      if (next.isEmpty()) {
        break;
      }
      if (!check(next.get())) {
        away++;
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
      if (waiting.toRead()) {
        queue.read(waiting.id(), read(waiting, plain));
      }
      if (!waiting.toScan()) {
        return true;
      }
      Optional<Clamd.Verdict> verdict = scanner.scan(plain);
      if (verdict.isEmpty()) {
        queue.putOff(waiting.id(), AWAY);
        return false;
      }
      queue.scanned(waiting.id(), verdict.get());
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
          copy(
              () -> sealed.stream(waiting.fileId(), waiting.authorityId()), waiting.digest(), out);
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
