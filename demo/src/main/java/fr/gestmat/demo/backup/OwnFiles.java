package fr.gestmat.demo.backup;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * New files and folders that nobody but the account that runs this may read: a backup holds all
 * that is known of everybody, and the key of the files too.
 */
final class OwnFiles {

  private OwnFiles() {}

  /** Makes an empty file. */
  static void create(Path file) throws IOException {
    Files.createFile(file, only("rw-------"));
  }

  /** Makes an empty file and the folders that it lies in, where they are not there. */
  static void createWithFolders(Path file) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder, only("rwx------"));
    }
    create(file);
  }

  private static FileAttribute<?>[] only(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
