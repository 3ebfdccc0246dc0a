package fr.gestmat.reports.pdf;

import java.io.IOException;

/** A PDF holds more than a scan or a letter needs, and more than a server can hold. */
public final class TooMuchException extends IOException {
  private static final long serialVersionUID = 1L;

  TooMuchException(String what) {
    super(what);
  }
}
