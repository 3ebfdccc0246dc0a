package fr.gestmat.filestore.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Where the bytes of kept files are: a folder, or an object store that several servers share. A
 * file is there whole or not at all; what is in it and whose it is, only the rows know.
 */
public interface FileBytes {

  /**
   * A file that is there.
   *
   * @param id its id
   * @param written when it was written
   */
  record Kept(UUID id, Instant written) {}

  /**
   * Keeps a whole file under an id, in place of what was there; the given file is gone afterwards.
   */
  void put(UUID id, Path whole) throws IOException;

  /**
   * The bytes of a file.
   *
   * @throws NoSuchFileException if there is none
   */
  InputStream open(UUID id) throws IOException;

  /** A file of this machine with the bytes, to be read only; it may not exist. */
  Path local(UUID id) throws IOException;

  /** Removes a file; nothing happens if there is none. */
  void remove(UUID id) throws IOException;

  /**
   * Names what is there, a part at a time.
   *
   * @param shard the first byte of the ids that are wanted, 0 to 255
   */
  void list(int shard, Consumer<Kept> sink) throws IOException;
}
