package fr.gestmat.directory.control.intake;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import fr.gestmat.directory.entity.LocalAuthority;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder into which the academy's exports are dropped by another program: one subfolder for
 * each authority, named by its public id; with one authority alone the folder itself will do. A set
 * is taken when none of its files changed for a minute; it is read and compared, then waits for an
 * administrator as any other. While another import of the authority is open, the folder waits. What
 * was taken is moved to {@code taken}, what is refused to {@code refused} with a line that says
 * why.
 */
@ApplicationScoped
public class DropFolder {

  /** How the journal and the history call it. */
  static final String NAME = "Dossier de dépôt";

  private static final Logger LOG = System.getLogger(DropFolder.class.getName());

  /** Beside what was refused, so that whoever dropped it learns why without an account. */
  static final String REASON = "refused.log";

  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final long LARGEST_FILE = 4L << 30;

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private FileStore files;
  @Inject private Intake intake;

  private final Optional<Path> folder =
      Optional.ofNullable(System.getenv("GESTMAT_DROP_DIR"))
          .filter(name -> !name.isBlank())
          .map(Path::of);

  /** Takes what lies there; says what was taken, nothing if there was nothing. */
  @InTransaction(ofItsOwn = true)
  public JobReport look() throws IOException {
    return folder.isPresent() ? lookInto(folder.get()) : JobReport.NOTHING;
  }

  /** The same for another folder. */
  @InTransaction(ofItsOwn = true)
  public JobReport lookInto(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return JobReport.NOTHING;
    }
    List<LocalAuthority> authorities =
        entities
            .createQuery("select a from LocalAuthority a order by a.id", LocalAuthority.class)
            .getResultList();
    List<String> done = new ArrayList<>();
    for (LocalAuthority authority : authorities) {
      take(root.resolve(authority.publicId().toString()), authority.id()).ifPresent(done::add);
    }
    if (authorities.size() == 1) {
      take(root, authorities.get(0).id()).ifPresent(done::add);
    }
    return JobReport.of("deposits", done.size()).noting(String.join("; ", done));
  }

  private Optional<String> take(Path place, long authorityId) throws IOException {
    List<Path> found = quiet(place);
    if (found.isEmpty() || intake.isAnotherOpen(authorityId)) {
      return Optional.empty();
    }
    List<Intake.Incoming> set = new ArrayList<>();
    for (Path file : found) {
      try (InputStream in = Files.newInputStream(file)) {
        set.add(new Intake.Incoming(nameOf(file), files.receive(in, LARGEST_FILE)));
      }
    }
    Intake.Taken taken = intake.take(new Intake.Sender(authorityId, 0, NAME), set, true);
    boolean accepted = taken.importId().isPresent();
    Path to = Files.createDirectories(place.resolve(accepted ? "taken" : "refused"));
    for (Path file : found) {
      Files.move(file, to.resolve(nameOf(file)), StandardCopyOption.REPLACE_EXISTING);
    }
    String said =
        found.size()
            + " files "
            + taken.refusal().map(why -> "refused: " + why + " " + taken.file()).orElse("taken");
    if (!accepted) {
      Files.writeString(to.resolve(REASON), clock.instant() + " " + said + "\n", CREATE, APPEND);
    }
    LOG.log(accepted ? Level.INFO : Level.WARNING, "drop folder: {0}", said);
    return Optional.of(said);
  }

  /** The files of a set that is complete: nobody writes to any of them any more. */
  private List<Path> quiet(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    List<Path> found;
    try (Stream<Path> all = Files.list(place)) {
      found = all.filter(Files::isRegularFile).filter(f -> !nameOf(f).startsWith(".")).toList();
    }
    Instant before = clock.instant().minus(QUIET);
    for (Path file : found) {
      if (Files.getLastModifiedTime(file).toInstant().isAfter(before)) {
        return List.of();
      }
    }
    return found;
  }

  private static String nameOf(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }
}
