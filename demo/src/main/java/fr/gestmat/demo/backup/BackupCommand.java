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

  private BackupCommand() {}

  /** Runs one of the two: {@code backup FILE} or {@code restore FILE}, from the checkout's root. */
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
      Backup backup = new Backup(workplace, database, data(workplace));
      Path archive = Path.of(args[1]);
      if (restore) {
        backup.restore(archive);
        System.out.println("Restored from " + archive + ".");
      } else {
        backup.write(archive);
        System.out.println("Backed up to " + archive + ".");
      }
    } catch (IOException | SQLException | IllegalStateException e) {
      System.err.println("Not done: " + e.getMessage());
      System.exit(1);
    }
  }

  private static Path data(Workplace workplace) {
    return Optional.ofNullable(System.getenv("GESTMAT_DATA_DIR"))
        .map(Path::of)
        .orElseGet(workplace::data);
  }
}
