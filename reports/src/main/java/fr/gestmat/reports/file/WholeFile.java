package fr.gestmat.reports.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears complete or not at all: it is written beside its target under another name,
 * then moved onto it in one step.
 */
public final class WholeFile {
  private static final int BUFFER_BYTES = 1 << 16;

  private WholeFile() {}

  /**
   * Fills one file.
   *
   * @param <T> what the filler tells about the file
   * @param <E> what the filler may throw besides an input or output error
   */
  @FunctionalInterface
  public interface Filler<T, E extends Exception> {
    /**
     * Writes the whole content; the stream is buffered and is closed by the caller.
     *
     * @param out where the content goes
     * @return what to hand back to the caller of {@link WholeFile#write}
     * @throws IOException when the disk refuses
     * @throws E when the content cannot be had
     */
    T fill(OutputStream out) throws IOException, E;
  }

  /**
   * Writes {@code target}, replacing what stood there. When the filler throws, nothing is left of
   * the new content and an older file of that name is untouched.
   *
   * @param <T> what the filler tells about the file
   * @param <E> what the filler may throw besides an input or output error
   * @param target the file to appear; its folder exists
   * @param filler writes the content
   * @return what the filler returned
   * @throws IOException when the file cannot be written or moved
   * @throws E what the filler threw
   */
  public static <T, E extends Exception> T write(Path target, Filler<T, E> filler)
      throws IOException, E {
    Path folder = target.toAbsolutePath().getParent();
    Path partial = Files.createTempFile(folder, ".", ".partial");
    try {
      T told;
      try (OutputStream out =
          new BufferedOutputStream(Files.newOutputStream(partial), BUFFER_BYTES)) {
        told = filler.fill(out);
      }
      move(partial, target);
      return told;
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static void move(Path partial, Path target) throws IOException {
    try {
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
