package fr.gestmat.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The directories of one running instance: what is unpacked once is shared by all instances of a
 * checkout, data and logs are its own.
 *
 * @param checkout root of the source tree
 * @param instance a name such as "server"; two instances never share data
 */
public record Workplace(Path checkout, String instance) {

  /** Programs unpacked from their distributions, safe to delete at any time. */
  public Path programs() {
    return checkout.resolve(".gestmat").resolve("programs");
  }

  /** Everything of this instance that outlives a run. */
  public Path home() {
    return checkout.resolve(".gestmat").resolve(instance);
  }

  /** Logs of this instance's programs. */
  public Path logs() {
    return home().resolve("logs");
  }

  /** The files that people handed in to this instance's application. */
  public Path data() {
    return home().resolve("data");
  }

  /** What programs write for a moment. */
  public Path temporary() {
    return home().resolve("tmp");
  }

  /** Payara's domains. */
  Path domains() {
    return home().resolve("domains");
  }

  /** The deliverable, as the build leaves it. */
  public Path ear() {
    return checkout.resolve("ear").resolve("target").resolve("gestmat.ear");
  }

  /** Creates the directories that programs expect. */
  public Workplace create() {
    try {
      Files.createDirectories(programs());
      Files.createDirectories(logs());
      Files.createDirectories(temporary());
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write under " + home(), e);
    }
  }

  /** Forgets all data and logs; the server's configured domain is neither and stays. */
  public void forget() {
    if (!Files.exists(home())) {
      return;
    }
    try (Stream<Path> parts = Files.list(home())) {
      parts.filter(part -> !part.equals(domains())).forEach(Workplace::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot forget " + home(), e);
    }
  }

  /** Deletes a directory of this instance with all that it holds, if it exists. */
  public static void delete(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + directory, e);
    }
  }
}
