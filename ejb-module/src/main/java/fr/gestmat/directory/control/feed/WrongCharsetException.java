package fr.gestmat.directory.control.feed;

import java.io.IOException;

/** A file's bytes do not fit the charset that it declares; never leaves this package. */
final class WrongCharsetException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final boolean unknown;
  private final String charset;

  WrongCharsetException(int line, boolean unknown, String charset) {
    super(charset + " at line " + line);
    this.line = line;
    this.unknown = unknown;
    this.charset = charset;
  }

  /** The line of the byte that does not fit, from 1. */
  int line() {
    return line;
  }

  /** Whether the charset itself is one that no feed uses. */
  boolean unknown() {
    return unknown;
  }

  /** The charset that the file declares, or that XML decides when it declares none. */
  String charset() {
    return charset;
  }
}
