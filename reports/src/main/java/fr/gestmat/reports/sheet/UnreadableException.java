package fr.gestmat.reports.sheet;

import java.io.IOException;

/** Carries a problem from the depth of a parser up to {@link Sheet}, which makes it a value. */
final class UnreadableException extends IOException {
  private final SheetProblem.Kind kind;

  UnreadableException(SheetProblem.Kind kind) {
    super(kind.name());
    this.kind = kind;
  }

  SheetProblem.Kind kind() {
    return kind;
  }
}
