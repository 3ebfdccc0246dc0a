package fr.gestmat.directory.control.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Takes the feed files out of a ZIP. What the archive says of its own sizes is not believed: bytes
 * are counted while they are written, and a bomb is refused before it has filled anything.
 */
final class ArchiveFiles {

  private static final int BUFFER = 1 << 16;

  private final Limits limits;
  private final FreshFile fresh;

  /**
   * How much an archive may hold.
   *
   * @param files number of files
   * @param bytes bytes of all files together
   * @param ratio bytes of a file for each byte of the archive, looked at beyond a mebibyte
   */
  record Limits(int files, long bytes, long ratio) {

    /** A region's export is 500 files and a few gigabytes; XML shrinks to a thirtieth at best. */
    static final Limits USUAL = new Limits(2_000, 8L << 30, 400);
  }

  /** Makes an empty file to write to. */
  interface FreshFile {
    Path create() throws IOException;
  }

  /** A file that was in the archive. */
  record Unpacked(String name, Path file) {}

  ArchiveFiles(Limits limits, FreshFile fresh) {
    this.limits = limits;
    this.fresh = fresh;
  }

  /**
   * Unpacks an archive; on refusal nothing stays on disk.
   *
   * @param into receives the files in the archive's order
   * @return why it was refused, nothing when all went well
   */
  Optional<IntakeRefusal> unpack(Path archive, List<Unpacked> into) throws IOException {
    List<Unpacked> files = new ArrayList<>();
    Optional<IntakeRefusal> refusal = unpackAll(archive, files);
    if (refusal.isPresent()) {
      for (Unpacked file : files) {
        Files.deleteIfExists(file.file());
      }
    } else {
      into.addAll(files);
    }
    return refusal;
  }

  private Optional<IntakeRefusal> unpackAll(Path archive, List<Unpacked> files) throws IOException {
    long packed = Files.size(archive);
    long total = 0;
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = lastPart(entry.getName());
        if (entry.isDirectory() || isOfNoUse(entry.getName(), name)) {
          continue;
        }
        if (!name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
          return Optional.of(IntakeRefusal.ARCHIVE_WITH_OTHER_FILES);
        }
        if (files.size() == limits.files()) {
          return Optional.of(IntakeRefusal.ARCHIVE_TOO_MANY_FILES);
        }
        Path file = fresh.create();
        files.add(new Unpacked(name, file));
        long allowed =
            Math.min(limits.bytes() - total, Math.max(packed * limits.ratio(), 1L << 20) - total);
        long written = copy(zip, file, allowed);
        if (written > allowed) {
          return Optional.of(IntakeRefusal.ARCHIVE_TOO_LARGE);
        }
        total += written;
      }
    } catch (ZipException | java.io.EOFException | IllegalArgumentException e) {
      return Optional.of(IntakeRefusal.ARCHIVE_BROKEN);
    }
    return files.isEmpty() ? Optional.of(IntakeRefusal.ARCHIVE_EMPTY) : Optional.empty();
  }

  private static long copy(InputStream in, Path file, long allowed) throws IOException {
    long written = 0;
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        written += read;
        if (written > allowed) {
          return written;
        }
        out.write(buffer, 0, read);
      }
    }
    return written;
  }

  /** Folders inside an archive mean nothing, and a name can never lead out of our folder. */
  private static String lastPart(String name) {
    String plain = name.replace('\\', '/');
    return plain.substring(plain.lastIndexOf('/') + 1);
  }

  private static boolean isOfNoUse(String path, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return path.startsWith("__MACOSX/")
        || lower.startsWith(".")
        || lower.endsWith(".dtd")
        || lower.endsWith(".txt")
        || lower.isEmpty();
  }
}
