package fr.gestmat.demo.backup;

import fr.gestmat.demo.Database;
import fr.gestmat.demo.EmbeddedDatabase;
import fr.gestmat.demo.Ports;
import fr.gestmat.demo.RunLock;
import fr.gestmat.demo.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/**
 * {@code script/backup} and {@code script/restore}: on the database of GESTMAT_DB_URL if that is
 * set, else on the one of {@code script/server}, which is started for the moment when it does not
 * run.
 */
public final class BackupCommand {

  private static final String RESTORE = "restore";
  private static final String WITHOUT_FILES = "--without-files";

  private BackupCommand() {}

  /**
   * Runs one of the two, from the checkout's root: {@code backup FILE}, or {@code restore FILE}
   * with {@code --without-files} where the files of the backup are given up.
   */
  public static void main(String[] args) throws IOException {
    Workplace workplace = new Workplace(Path.of("").toAbsolutePath(), "server");
    boolean restore = args[0].equals(RESTORE);
    Optional<RunLock> stopped = RunLock.take(workplace);
    if (restore && stopped.isEmpty()) {
      System.err.println("Gestmat runs from this checkout: stop it first, then restore.");
      System.exit(1);
    }
    boolean ours = System.getenv("GESTMAT_DB_URL") == null;
    try (Database database =
        ours && stopped.isEmpty()
            ? EmbeddedDatabase.running(workplace)
            : Database.open(workplace, Ports.any())) {
      FilePlace place = FilePlace.of(System.getenv());
      Backup backup = new Backup(workplace, database, data(workplace, ours), place);
      Path archive = Path.of(args[1]);
      if (restore) {
        boolean withoutFiles = args.length > 2 && args[2].equals(WITHOUT_FILES);
        restored(archive, place, backup.restore(archive, withoutFiles));
      } else {
        written(archive, place, backup.write(archive));
      }
    } catch (IOException | SQLException | IllegalStateException e) {
      System.err.println("Not done: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void written(Path archive, FilePlace place, Backup.Held held) {
    if (place.bucket().isPresent()) {
      System.out.println("Backed up to " + archive + ": the database. NOT IN IT: the kept files,");
      System.out.println("which lie in the bucket " + place.bucket().get() + ".");
      System.out.println("Copy the bucket now, by its own means and with its versions: after the");
      System.out.println(
          "database, so that no row of this backup speaks of a file that is missing.");
    } else {
      System.out.println(
          "Backed up to " + archive + ": the database and " + held.files() + " files.");
      if (held.missing() > 0) {
        System.err.println(
            "Warning: the database speaks of "
                + held.missing()
                + " kept files that the data folder does not have. If they lie in an object store,"
                + " set GESTMAT_S3_BUCKET as on the servers; if not, see the job file-check.");
      }
    }
    System.out.println("Keys set in GESTMAT_FILE_KEYS are in no backup: keep them elsewhere.");
  }

  private static void restored(Path archive, FilePlace place, FilePlace then) {
    System.out.println("Restored from " + archive + ".");
    if (place.loses(then).isPresent()) {
      System.out.println("The files of this backup were given up: the job file-check names them.");
    } else if (place.bucket().isPresent()) {
      System.out.println("The kept files are those of the bucket " + place.bucket().get() + ",");
      System.out.println("as it stands now. Bring it back to the hour of the backup by its own");
      System.out.println("means, then let the job file-check compare rows and files.");
    }
  }

  /**
   * Another installation's folder is nowhere to be guessed.
   *
   * @throws IllegalStateException if its database is named and its folder is not
   */
  private static Path data(Workplace workplace, boolean ours) {
    Optional<Path> named = Optional.ofNullable(System.getenv("GESTMAT_DATA_DIR")).map(Path::of);
    if (!ours && named.isEmpty()) {
      throw new IllegalStateException(
          "GESTMAT_DB_URL is set, GESTMAT_DATA_DIR is not: set it as on the servers");
    }
    return named.orElseGet(workplace::data);
  }
}
