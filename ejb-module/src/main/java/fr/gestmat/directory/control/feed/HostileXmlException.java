package fr.gestmat.directory.control.feed;

/** The file tries something that no feed does; never leaves this package. */
final class HostileXmlException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  HostileXmlException(int line, String what) {
    super(what);
    this.line = line;
  }

  /** The line where it was seen, from 1. */
  int line() {
    return line;
  }
}
