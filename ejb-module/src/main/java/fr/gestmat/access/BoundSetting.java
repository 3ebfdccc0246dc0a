package fr.gestmat.access;

import java.util.Map;
import java.util.OptionalInt;

/** Bounds that whoever runs the servers sets: whole numbers from 1, in the environment. */
public final class BoundSetting {

  private BoundSetting() {}

  /**
   * The bound that is set, or the usual one.
   *
   * @throws IllegalStateException if it is no number from 1 to 9,999,999
   */
  public static int of(Map<String, String> environment, String name, int usual) {
    return ifSet(environment, name).orElse(usual);
  }

  /**
   * The bound that is set, if there is one.
   *
   * @throws IllegalStateException if it is no number from 1 to 9,999,999
   */
  public static OptionalInt ifSet(Map<String, String> environment, String name) {
    String written = environment.getOrDefault(name, "").strip();
    if (written.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!written.matches("[1-9][0-9]{0,6}")) {
      throw new IllegalStateException(name + " is no number from 1: " + written);
    }
    return OptionalInt.of(Integer.parseInt(written));
  }
}
