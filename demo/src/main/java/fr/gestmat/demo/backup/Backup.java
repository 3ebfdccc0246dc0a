package fr.gestmat.demo.backup;

import fr.gestmat.demo.Database;
import fr.gestmat.demo.Workplace;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The archive: {@code about.properties}, which says where files lay, {@code database.sql}, then
 * every file of the data folder under {@code files/}; what lies in an object store is not in it.
 * Archives of before begin with the database and are of the folder. A file that expires while it is
 * copied is left out; one that arrives after the database was written is not missed, since nothing
 * in this backup speaks of it.
 */
public final class Backup {

  private static final String ABOUT = "about.properties";
  private static final String SQL = "database.sql";
  private static final String FILES = "files/";
  private static final String KEPT =
      "SELECT public_id FROM stored_file WHERE expires_at > UTC_TIMESTAMP(6)";

  private final Workplace workplace;
  private final Database database;
  private final Path data;
  private final FilePlace place;

  /**
   * Prepares to back up or restore.
   *
   * @param data the application's GESTMAT_DATA_DIR
   * @param place where its files lie
   */
  Backup(Workplace workplace, Database database, Path data, FilePlace place) {
    this.workplace = workplace;
    this.database = database;
    this.data = data;
    this.place = place;
  }

  /**
   * What a backup holds.
   *
   * @param files how many of the folder
   * @param missing how many kept files the database speaks of and the folder does not have; 0 with
   *     an object store, where nobody looked
   */
  public record Held(int files, int missing) {}

  /** Writes a backup, whole or not at all. */
  public Held write(Path archive) throws IOException, SQLException {
    Path unfinished = Path.of(archive + ".part");
    Files.deleteIfExists(unfinished);
    OwnFiles.create(unfinished);
    int held = 0;
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished));
        DatabaseTools tools = new DatabaseTools(workplace, database.url(), database.migration())) {
      zip.putNextEntry(new ZipEntry(ABOUT));
      zip.write(place.written());
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry(SQL));
      tools.dump(zip);
      zip.closeEntry();
      for (Path file : files()) {
        held += copy(file, zip) ? 1 : 0;
      }
    } catch (IOException | SQLException | RuntimeException e) {
      Files.deleteIfExists(unfinished);
      throw e;
    }
    Files.move(unfinished, archive, StandardCopyOption.REPLACE_EXISTING);
    return new Held(held, place.bucket().isPresent() ? 0 : missing());
  }

  /**
   * Puts a backup in place of everything that is there, then applies the migrations that are newer
   * than it. The application must not run. Refuses, before anything is changed, what would leave
   * the application looking for files where they are not.
   *
   * @param withoutFiles whether files that are lost are lost knowingly
   * @return where the files of the backup lay
   */
  FilePlace restore(Path archive, boolean withoutFiles) throws IOException, SQLException {
    readWhole(archive);
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive));
        DatabaseTools tools = new DatabaseTools(workplace, database.url(), database.migration())) {
      ZipEntry first = zip.getNextEntry();
      FilePlace then = new FilePlace(Optional.empty());
      if (first != null && first.getName().equals(ABOUT)) {
        then = FilePlace.read(zip);
        first = zip.getNextEntry();
      }
      if (first == null || !first.getName().equals(SQL)) {
        throw new IOException(archive + " is no backup of Gestmat");
      }
      Optional<String> loses = withoutFiles ? Optional.empty() : place.loses(then);
      if (loses.isPresent()) {
        throw new IOException(loses.get());
      }
      database.empty();
      tools.run(zip);
      Workplace.delete(data.resolve("files"));
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        put(entry, zip);
      }
      database.migrate();
      return then;
    }
  }

  /**
   * Reads an archive from its first byte to its last, so that a copy that was cut short or spoiled
   * takes nothing away from what is there.
   */
  private void readWhole(Path archive) throws IOException {
    int listed;
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      listed = zip.size();
    } catch (ZipException e) {
      throw new IOException(
          archive + " is no backup of Gestmat, or not a whole one: " + e.getMessage(), e);
    }
    int read = 0;
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.getName().equals(ABOUT) && !entry.getName().equals(SQL)) {
          target(entry);
        }
        zip.transferTo(OutputStream.nullOutputStream());
        read++;
      }
    } catch (ZipException | EOFException e) {
      throw new IOException(archive + " is damaged: " + e.getMessage(), e);
    }
    if (read != listed) {
      throw new IOException(archive + " is damaged: it holds " + read + " of " + listed + " files");
    }
  }

  /** Looked for after the copy: what expired meanwhile has no row any more. */
  private int missing() throws SQLException {
    int missing = 0;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(KEPT)) {
      while (rows.next()) {
        String id = rows.getString(1);
        missing += Files.exists(data.resolve(FILES + id.substring(0, 2)).resolve(id)) ? 0 : 1;
      }
    }
    return missing;
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

  /** Whether it was still there. */
  private boolean copy(Path file, ZipOutputStream zip) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      zip.putNextEntry(new ZipEntry(data.relativize(file).toString()));
      in.transferTo(zip);
      zip.closeEntry();
      return true;
    } catch (NoSuchFileException expired) {
      return false;
    }
  }

  private void put(ZipEntry entry, InputStream content) throws IOException {
    Path target = target(entry);
    OwnFiles.createWithFolders(target);
    try (OutputStream out = Files.newOutputStream(target)) {
      content.transferTo(out);
    }
  }

  /** Where an entry belongs, below the folder of files and nowhere else. */
  private Path target(ZipEntry entry) throws IOException {
    Path target = data.resolve(entry.getName()).normalize();
    if (!entry.getName().startsWith(FILES) || !target.startsWith(data.resolve(FILES))) {
      throw new IOException("the backup holds " + entry.getName() + ", which is none of ours");
    }
    return target;
  }
}
