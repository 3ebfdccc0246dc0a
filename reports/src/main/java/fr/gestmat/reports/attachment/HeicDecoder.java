package fr.gestmat.reports.attachment;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Converts pictures of iPhones by a program of the system (libheif), where there is one. It runs in
 * a folder of its own, without a shell and for a limited time; what it can't convert is kept as it
 * is.
 */
public final class HeicDecoder {

  private static final List<String> NAMES = List.of("heif-dec", "heif-convert");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Optional<Path> program;

  /** With a program that takes a HEIC and the name of a JPEG to write. */
  public HeicDecoder(Optional<Path> program) {
    this.program = program;
  }

  /** The program of this machine: what GESTMAT_HEIC names, else what is on the path. */
  public static HeicDecoder of(Map<String, String> environment) {
    Optional<Path> named =
        Optional.ofNullable(environment.get("GESTMAT_HEIC"))
            .filter(s -> !s.isBlank())
            .map(Path::of);
    if (named.isPresent()) {
      return new HeicDecoder(named.filter(Files::isExecutable));
    }
    String folders = environment.getOrDefault("PATH", "");
    return new HeicDecoder(
        NAMES.stream()
            .flatMap(
                name ->
                    Arrays.stream(folders.split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst());
  }

  /** Whether pictures can be converted here. */
  public boolean isPresent() {
    return program.isPresent();
  }

  /**
   * Converts a picture.
   *
   * @param jpeg an existing file that gets the JPEG
   * @return whether it could; if not, {@code jpeg} is as it was
   * @throws IOException if our own files cannot be written
   */
  public boolean convert(Path heic, Path jpeg) throws IOException {
    if (program.isEmpty()) {
      return false;
    }
    Path folder = Files.createTempDirectory("gestmat-heic");
    try {
      Path in = Files.copy(heic, folder.resolve("in.heic"));
      boolean done = run(List.of(program.get().toString(), in.toString(), folder + "/out.jpg"));
      Optional<Path> written = done ? written(folder) : Optional.empty();
      if (written.isEmpty()) {
        return false;
      }
      Files.copy(written.get(), jpeg, StandardCopyOption.REPLACE_EXISTING);
      return true;
    } finally {
      remove(folder);
    }
  }

  private static boolean run(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    return false;
  }

  /** A file of several pictures is written as out-1.jpg, out-2.jpg: the first one counts. */
  private static Optional<Path> written(Path folder) {
    return Stream.of("out.jpg", "out-1.jpg")
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
