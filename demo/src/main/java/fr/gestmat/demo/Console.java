package fr.gestmat.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Says on the terminal what is being done, and how long it took. */
final class Console {

  /** Does something long between its two lines. */
  <T> T step(String what, Callable<T> work, Function<T, String> done) {
    System.out.print(what + "...");
    System.out.flush();
    long start = System.nanoTime();
    T result = call(work);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf(" %s (%.1f s)%n", done.apply(result), took.toMillis() / 1000.0);
    return result;
  }

  private static <T> T call(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      System.out.println();
      throw e;
    } catch (Exception e) {
      System.out.println();
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Says one line. */
  void say(String line) {
    System.out.println(line);
  }

  /** Asks people something; nothing when no terminal is there to answer. */
  Optional<String> ask(String question) {
    java.io.Console terminal = System.console();
    return terminal == null
        ? Optional.empty()
        : Optional.ofNullable(terminal.readLine("%s ", question)).map(String::strip);
  }
}
