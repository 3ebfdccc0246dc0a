package fr.gestmat.filestore.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The folder of files, {@code files} below {@code GESTMAT_DATA_DIR}; nobody but the server's own
 * account may enter it. Several servers share it.
 */
@ApplicationScoped
public class DataFolder {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path files;

  /** The folder of this server's environment; without a setting, below the account's home. */
  public DataFolder() {
    this(
        Optional.ofNullable(System.getenv("GESTMAT_DATA_DIR"))
            .filter(s -> !s.isBlank())
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".gestmat", "data")));
  }

  /** The same in another place. */
  public DataFolder(Path data) {
    files = data.resolve("files");
  }

  /** A new empty file to write to, beside the final ones so that it can be moved in one step. */
  public Path newFile() throws IOException {
    Path incoming = Files.createDirectories(files.resolve("incoming"), OWNER_ONLY);
    return Files.createTempFile(incoming, "", ".tmp", OWNER_FILE);
  }

  /** Where the file of this id is or will be. Its folder exists. */
  public Path place(UUID id) throws IOException {
    String name = id.toString();
    return Files.createDirectories(files.resolve(name.substring(0, 2)), OWNER_ONLY).resolve(name);
  }

  /** The folder of the files whose ids begin with this byte; it may not exist. */
  Path shard(int first) {
    return files.resolve(String.format("%02x", first));
  }

  /** Where copies of files of an object store are for a while. */
  Path fetched() throws IOException {
    return Files.createDirectories(files.resolve("fetched"), OWNER_ONLY);
  }

  /** Where the keys of a trial are, among the files, so that backups hold them. */
  Path keyFile() throws IOException {
    return Files.createDirectories(files, OWNER_ONLY).resolve("keys");
  }

  /** The folder in which unfinished files are. */
  Path incoming() {
    return files.resolve("incoming");
  }
}
