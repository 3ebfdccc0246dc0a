package fr.gestmat.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Lets one process at a time run a checkout's server; the system frees it when the process ends.
 */
public final class RunLock implements AutoCloseable {

  private final FileChannel channel;
  private final FileLock lock;

  private RunLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Takes the lock of an instance, unless another process has it. */
  public static Optional<RunLock> take(Workplace workplace) throws IOException {
    Files.createDirectories(workplace.programs());
    FileChannel channel =
        FileChannel.open(
            workplace.programs().resolveSibling(workplace.instance() + ".lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      return Optional.empty();
    }
    return Optional.of(new RunLock(channel, lock));
  }

  /** Where the process that has the lock says that it answers. */
  static Path address(Workplace workplace) {
    return workplace.programs().resolveSibling(workplace.instance() + ".address");
  }

  /** Where the number of the process that has the lock stands, for programs that cannot ask it. */
  static Path pid(Workplace workplace) {
    return workplace.programs().resolveSibling(workplace.instance() + ".pid");
  }

  @Override
  public void close() throws IOException {
    lock.release();
    channel.close();
  }
}
