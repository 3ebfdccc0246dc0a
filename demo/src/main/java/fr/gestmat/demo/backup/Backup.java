package fr.gestmat.demo.backup;

import fr.gestmat.demo.Database;
import fr.gestmat.demo.Workplace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The archive: {@code database.sql} first, then every kept file under {@code files/}. A file that
 * expires while it is copied is left out; one that arrives after the database was written is not
 * missed, since nothing in this backup speaks of it.
 */
public final class Backup {

  private static final String SQL = "database.sql";
  private static final String FILES = "files/";

  private final Workplace workplace;
  private final Database database;
  private final Path data;

  /**
   * Prepares to back up or restore.
   *
   * @param data the application's GESTMAT_DATA_DIR
   */
  public Backup(Workplace workplace, Database database, Path data) {
    this.workplace = workplace;
    this.database = database;
    this.data = data;
  }

  /** Writes a backup, whole or not at all. */
  public void write(Path archive) throws IOException, SQLException {
    Path unfinished = Path.of(archive + ".part");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished));
        DatabaseTools tools = new DatabaseTools(workplace, database.url(), database.migration())) {
      zip.putNextEntry(new ZipEntry(SQL));
      tools.dump(zip);
      zip.closeEntry();
      for (Path file : files()) {
        copy(file, zip);
      }
    } catch (IOException | SQLException | RuntimeException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
    Files.move(unfinished, archive, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Puts a backup in place of everything that is there, then applies the migrations that are newer
   * than it. The application must not run.
   */
  public void restore(Path archive) throws IOException, SQLException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive));
        DatabaseTools tools = new DatabaseTools(workplace, database.url(), database.migration())) {
      ZipEntry first = zip.getNextEntry();
      if (first == null || !first.getName().equals(SQL)) {
        throw new IOException(archive + " is no backup of Gestmat");
      }
      database.empty();
      tools.run(zip);
      Workplace.delete(data.resolve("files"));
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        put(entry, zip);
      }
    }
    database.migrate();
  }

  private List<Path> files() throws IOException {
    Path files = data.resolve("files");
    if (!Files.isDirectory(files)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(files)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private void copy(Path file, ZipOutputStream zip) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      zip.putNextEntry(new ZipEntry(data.relativize(file).toString()));
      in.transferTo(zip);
      zip.closeEntry();
    } catch (NoSuchFileException expired) {
      return;
    }
  }

  private void put(ZipEntry entry, InputStream content) throws IOException {
    Path target = data.resolve(entry.getName()).normalize();
    if (!entry.getName().startsWith(FILES) || !target.startsWith(data.resolve(FILES))) {
      throw new IOException("the backup holds " + entry.getName() + ", which is none of ours");
    }
    Files.createDirectories(parent(target));
    Files.copy(content, target);
  }

  private static Path parent(Path file) throws IOException {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IOException(file + " has no directory");
    }
    return parent;
  }
}
