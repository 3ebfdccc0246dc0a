package fr.gestmat.filestore.control;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Files in a {@link DataFolder}; several servers share it by their network's means. */
final class FolderBytes implements FileBytes {

  private final DataFolder folder;

  FolderBytes(DataFolder folder) {
    this.folder = folder;
  }

  @Override
  public void put(UUID id, Path whole) throws IOException {
    Files.move(whole, folder.place(id), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public InputStream open(UUID id) throws IOException {
    return Files.newInputStream(folder.place(id));
  }

  @Override
  public Path local(UUID id) throws IOException {
    return folder.place(id);
  }

  @Override
  public void remove(UUID id) throws IOException {
    Files.deleteIfExists(folder.place(id));
  }

  @Override
  public void list(int shard, Consumer<Kept> sink) throws IOException {
    Path part = folder.shard(shard);
    if (!Files.isDirectory(part)) {
      return;
    }
    try (Stream<Path> files = Files.list(part)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        sink.accept(
            new Kept(
                UUID.fromString(String.valueOf(file.getFileName())),
                Files.getLastModifiedTime(file).toInstant()));
      }
    }
  }
}
