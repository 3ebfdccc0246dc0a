package fr.gestmat.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * One measured figure.
 *
 * @param what what was measured
 * @param value the figure with its unit
 * @param limit what it is held against; empty for a figure that only explains another
 * @param kept whether the limit is kept; empty without a limit
 */
record Figure(String what, String value, String limit, Optional<Boolean> kept) {

  /** A figure that explains another. */
  static Figure of(String what, String format, Object... values) {
    return new Figure(what, String.format(Locale.ROOT, format, values), "", Optional.empty());
  }

  /** A figure that must not be above a limit. */
  static Figure atMost(double limit, double measured, String unit, String what) {
    return new Figure(
        what, text(measured, unit), "≤ " + text(limit, unit), Optional.of(measured <= limit));
  }

  /** A figure that must not be below a limit. */
  static Figure atLeast(double limit, double measured, String unit, String what) {
    return new Figure(
        what, text(measured, unit), "≥ " + text(limit, unit), Optional.of(measured >= limit));
  }

  /** The line of a Markdown table. */
  String line() {
    return "| "
        + String.join(" | ", what, value, limit, kept.map(ok -> ok ? "yes" : "**no**").orElse(""))
        + " |";
  }

  private static String text(double value, String unit) {
    String format = Math.abs(value) >= 100 ? "%,.0f" : "%.2f";
    return String.format(Locale.ROOT, format, value).replaceAll("\\.00$", "")
        + (unit.isEmpty() ? "" : " " + unit);
  }
}
