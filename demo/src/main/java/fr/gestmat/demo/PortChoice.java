package fr.gestmat.demo;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Chooses a port for each service: the usual one, that of the environment, or, when it is taken,
 * the one that people name or the next free one. What one service was given no other one gets,
 * although nothing listens there yet.
 */
final class PortChoice {

  private static final int LAST = 65_535;

  private final Console console;
  private final Map<String, String> environment;
  private final IntPredicate free;
  private final Set<Integer> given = new HashSet<>();

  /**
   * A choice that has given nothing yet.
   *
   * @param console where people are asked and told
   * @param environment holds the settings
   * @param free whether nothing listens on a port now
   */
  PortChoice(Console console, Map<String, String> environment, IntPredicate free) {
    this.console = console;
    this.environment = environment;
    this.free = free;
  }

  /**
   * The port of a service.
   *
   * @param use what it is for
   * @param setting environment variable that chooses it
   * @param usual when the variable is not set
   * @throws IllegalStateException if the variable is no port, or none is left
   */
  int of(String use, String setting, int usual) {
    int wanted = wanted(setting, usual);
    int port = isLeft(wanted) ? wanted : insteadOf(wanted, use, setting);
    given.add(port);
    return port;
  }

  /** Whether the environment has a setting. */
  boolean isSet(String setting) {
    return environment.containsKey(setting);
  }

  private int wanted(String setting, int usual) {
    String value = environment.getOrDefault(setting, "").strip();
    if (value.isEmpty()) {
      return usual;
    }
    return port(value)
        .orElseThrow(
            () -> new IllegalStateException(setting + " is not a port from 1 to 65535: " + value));
  }

  private int insteadOf(int taken, String use, String setting) {
    int next = nextAfter(taken);
    Optional<String> answer =
        console.ask("Port %d for %s is taken. Which one to use? [%d]".formatted(taken, use, next));
    if (answer.isEmpty()) {
      console.say(
          "Port " + taken + " for " + use + " is taken: using " + next + " (" + setting + ").");
      return next;
    }
    if (answer.get().isEmpty()) {
      return next;
    }
    Optional<Integer> chosen = port(answer.get()).filter(this::isLeft);
    if (chosen.isEmpty()) {
      console.say("That one cannot be used: using " + next + " for " + use + ".");
    }
    return chosen.orElse(next);
  }

  private int nextAfter(int taken) {
    for (int candidate = taken + 1; candidate <= LAST; candidate++) {
      if (isLeft(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("no free port from " + taken + " on");
  }

  private boolean isLeft(int port) {
    return !given.contains(port) && free.test(port);
  }

  private static Optional<Integer> port(String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("[0-9]{1,5}"))
        .map(Integer::valueOf)
        .filter(port -> port >= 1 && port <= LAST);
  }
}
