package fr.gestmat.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A long-lived program beside this one, with its output in a file and its number in another, so
 * that what a killed run left behind is stopped by the next.
 */
final class Program {

  private final Path pidFile;
  private final Process process;

  private Program(Path pidFile, Process process) {
    this.pidFile = pidFile;
    this.process = process;
  }

  /**
   * Starts a program.
   *
   * @param name names its log and its number in this workplace
   * @param input written to its standard input, which is then closed
   */
  static Program start(
      Workplace workplace,
      String name,
      List<String> command,
      Map<String, String> environment,
      String input) {
    Path pidFile = workplace.home().resolve(name + ".pid");
    stopLeftOver(pidFile);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workplace.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(workplace.logs().resolve(name + ".log").toFile());
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      try (OutputStream out = process.getOutputStream()) {
        out.write(input.getBytes(StandardCharsets.UTF_8));
      }
      Files.writeString(pidFile, process.pid() + " " + command.get(0));
      return new Program(pidFile, process);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.get(0), e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Asks the program to end, waits, and forces it when it does not. */
  void stop(Duration patience) {
    process.destroy();
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
      Files.deleteIfExists(pidFile);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops whatever a killed run of this instance left behind, the server before its database. */
  static void stopLeftOvers(Workplace workplace) throws IOException {
    if (!Files.isDirectory(workplace.home())) {
      return;
    }
    try (Stream<Path> files = Files.list(workplace.home())) {
      files
          .filter(file -> file.getFileName().toString().endsWith(".pid"))
          .sorted(Comparator.reverseOrder())
          .forEach(Program::stopLeftOver);
    }
  }

  private static void stopLeftOver(Path pidFile) {
    if (!Files.exists(pidFile)) {
      return;
    }
    try {
      String[] parts = Files.readString(pidFile).split(" ", 2);
      Optional<ProcessHandle> left =
          ProcessHandle.of(Long.parseLong(parts[0].strip()))
              .filter(handle -> handle.info().command().filter(parts[1]::equals).isPresent());
      if (left.isPresent()) {
        left.get().destroy();
        left.get().onExit().get(60, TimeUnit.SECONDS);
      }
      Files.delete(pidFile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while stopping a former run", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("a former run does not stop; see " + pidFile, e);
    }
  }
}
