package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.entity.DirectoryImport;
import fr.gestmat.directory.entity.FeedSource;
import fr.gestmat.directory.entity.ImportState;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.filestore.entity.StoredFile;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.NewTask;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes files in: unpacks, looks at what they are, keeps them, and hands the reading in. */
@ApplicationScoped
public class Intake {

  private static final int HEAD = 4_096;

  @PersistenceContext private EntityManager entities;
  @Inject private FileStore files;
  @Inject private BackgroundTasks tasks;
  @Inject private Clock clock;

  /**
   * A file as it came.
   *
   * @param name its name, of which only the last part counts
   * @param content where its bytes are; consumed
   */
  public record Incoming(String name, Path content) {}

  /**
   * Who hands files in.
   *
   * @param authorityId the authority
   * @param accountId the person's account, 0 for the drop folder
   * @param name the person's name, or what the journal calls the drop folder
   */
  public record Sender(long authorityId, long accountId, String name) {}

  /**
   * What became of the files.
   *
   * @param importId public id of the import, if there is one now
   * @param refusal why not
   * @param file the file at fault, empty if it is none in particular
   */
  public record Taken(Optional<UUID> importId, Optional<IntakeRefusal> refusal, String file) {

    static Taken refused(IntakeRefusal why, String file) {
      return new Taken(Optional.empty(), Optional.of(why), file);
    }
  }

  private enum Kind {
    XML,
    ZIP,
    TABLE,
    EMPTY,
    OTHER
  }

  /**
   * Takes a set; of one that is refused nothing stays on disk.
   *
   * @param whole whether the sender says that it holds every pupil
   */
  @InTransaction
  public Taken take(Sender sender, List<Incoming> incoming, boolean whole) throws IOException {
    List<Incoming> parts = new ArrayList<>();
    Taken taken = take(sender, incoming, whole, parts);
    if (taken.refusal().isPresent()) {
      discard(incoming);
      discard(parts);
    }
    return taken;
  }

  /** Forgets files that were received and shall not be taken. */
  public static void discard(List<Incoming> received) throws IOException {
    for (Incoming file : received) {
      Files.deleteIfExists(file.content());
    }
  }

  private Taken take(Sender sender, List<Incoming> incoming, boolean whole, List<Incoming> parts)
      throws IOException {
    if (incoming.isEmpty()) {
      return Taken.refused(IntakeRefusal.NOTHING_SENT, "");
    }
    if (isAnotherOpen(sender.authorityId())) {
      return Taken.refused(IntakeRefusal.ANOTHER_IMPORT_OPEN, "");
    }
    boolean table = false;
    for (Incoming file : incoming) {
      switch (kind(file.content())) {
        case XML -> parts.add(file);
        case ZIP -> {
          List<ArchiveFiles.Unpacked> unpacked = new ArrayList<>();
          Optional<IntakeRefusal> refusal =
              new ArchiveFiles(ArchiveFiles.Limits.USUAL, files::newFile)
                  .unpack(file.content(), unpacked);
          if (refusal.isPresent()) {
            return Taken.refused(refusal.get(), file.name());
          }
          Files.deleteIfExists(file.content());
          unpacked.forEach(u -> parts.add(new Incoming(u.name(), u.file())));
        }
        case TABLE -> {
          table = true;
          parts.add(file);
        }
        case EMPTY -> {
          return Taken.refused(IntakeRefusal.FILE_EMPTY, file.name());
        }
        case OTHER -> {
          return Taken.refused(IntakeRefusal.FILE_OF_OTHER_KIND, file.name());
        }
      }
    }
    if (table && parts.size() > 1) {
      return Taken.refused(IntakeRefusal.SEVERAL_KINDS, "");
    }
    return new Taken(
        Optional.of(keep(sender, parts, table ? FeedSource.CSV : FeedSource.AAF, whole)),
        Optional.empty(),
        "");
  }

  /** One at a time: a set is compared with a directory that nothing else changes meanwhile. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isAnotherOpen(long authorityId) {
    return entities
            .createQuery(
                "select count(i) from DirectoryImport i where i.authorityId = :authority and"
                    + " i.state in :open",
                Long.class)
            .setParameter("authority", authorityId)
            .setParameter(
                "open", List.of(ImportState.RECEIVED, ImportState.READY, ImportState.APPLYING))
            .getSingleResult()
        > 0;
  }

  private UUID keep(Sender sender, List<Incoming> parts, FeedSource source, boolean whole)
      throws IOException {
    DirectoryImport made =
        new DirectoryImport(
            sender.authorityId(),
            source,
            whole,
            sender.name(),
            sender.accountId(),
            clock.instant());
    entities.persist(made);
    entities.flush();
    int position = 0;
    // The order in which files were sent must not matter: the report reads the same each time.
    for (Incoming part : parts.stream().sorted(Comparator.comparing(Incoming::name)).toList()) {
      StoredFile stored =
          files.keep(
              new FileOwner(sender.authorityId(), Set.of(), sender.accountId()),
              new FileLabel(FilePurpose.UPLOAD, part.name(), "application/octet-stream"),
              part.content());
      entities
          .createNativeQuery(
              "insert into directory_import_file (import_id, position, file_name,"
                  + " stored_file_id, byte_count) values (?, ?, ?, ?, ?)")
          .setParameter(1, made.id())
          .setParameter(2, ++position)
          .setParameter(3, stored.fileName())
          .setParameter(4, stored.publicId().toString())
          .setParameter(5, stored.byteCount())
          .executeUpdate();
    }
    handIn(made);
    return made.publicId();
  }

  /** Hands the next piece of work on an import in. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void handIn(DirectoryImport of) {
    tasks.submit(
        new NewTask(
            ImportWork.KIND,
            of.authorityId(),
            null,
            of.accountId(),
            of.receivedBy(),
            of.publicId().toString()));
  }

  private static Kind kind(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    String start = new String(head, StandardCharsets.ISO_8859_1);
    String text = start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
    if (text.isEmpty()) {
      return Kind.EMPTY;
    }
    if (start.startsWith("PK\u0003\u0004")) {
      return start.contains("[Content_Types].xml") ? Kind.TABLE : Kind.ZIP;
    }
    if (text.startsWith("<")) {
      return Kind.XML;
    }
    boolean binary = start.indexOf('\0') >= 0 && !start.startsWith("\u00ff\u00fe");
    return binary || text.startsWith("%PDF") ? Kind.OTHER : Kind.TABLE;
  }
}
