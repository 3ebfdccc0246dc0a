package fr.gestmat.bench.territory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row as LOAD DATA reads it: fields with a tab between, a new line at the end. */
final class Line {

  private final StringBuilder text = new StringBuilder();
  private boolean first = true;

  /** A text without tab, new line or backslash. */
  Line text(@Nullable String value) {
    separate();
    text.append(value == null ? "\\N" : value);
    return this;
  }

  Line number(long value) {
    separate();
    text.append(value);
    return this;
  }

  Line flag(boolean value) {
    return number(value ? 1 : 0);
  }

  Line uuid(UUID value) {
    return text(value.toString());
  }

  Line none() {
    return text(null);
  }

  void end() {
    text.append('\n');
    first = true;
  }

  int length() {
    return text.length();
  }

  /** What was written since the last call. */
  String take() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }

  private void separate() {
    if (!first) {
      text.append('\t');
    }
    first = false;
  }
}
