package fr.gestmat.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Payara's distribution, unpacked once for all instances of a checkout. */
final class PayaraInstallation {

  private final Path home;

  private PayaraInstallation(Path home) {
    this.home = home;
  }

  /** Unpacks the distribution that the build resolved, when it is not there yet. */
  static PayaraInstallation unpacked(Workplace workplace) {
    Distribution distribution = Distribution.built();
    Path home = workplace.programs().resolve("payara-" + distribution.payaraVersion());
    Path complete = home.resolve("unpacked");
    if (!Files.exists(complete)) {
      Workplace.delete(home);
      try {
        unpack(distribution.payaraZip(), home);
        Files.createFile(complete);
      } catch (IOException e) {
        throw new UncheckedIOException("Payara could not be unpacked under " + home, e);
      }
    }
    return new PayaraInstallation(home);
  }

  /** Directory that holds "glassfish". */
  Path home() {
    return home.resolve("payara6");
  }

  /** Directory of the server, which administrators call the installation root. */
  Path root() {
    return home().resolve("glassfish");
  }

  /** The domain as it comes, never started. */
  Path pristineDomain() {
    return root().resolve("domains").resolve("domain1");
  }

  /** A command line of Payara's administration tool, run by the Java that runs us. */
  List<String> asadmin(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("-jar");
    command.add(root().resolve("lib/client/appserver-cli.jar").toString());
    command.addAll(arguments);
    return command;
  }

  private static void unpack(Path zip, Path directory) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path target = directory.resolve(entry.getName()).normalize();
        if (!target.startsWith(directory)) {
          throw new IOException(entry.getName() + " leaves its directory");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(in, target);
        }
      }
    }
  }

  /** Copies a directory with all that it holds. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
