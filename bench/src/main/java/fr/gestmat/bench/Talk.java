package fr.gestmat.bench;

import java.util.Locale;

/** Says what is being done, apart from the results: on the error stream. */
final class Talk {

  private Talk() {}

  static void say(String format, Object... values) {
    System.err.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
  }
}
