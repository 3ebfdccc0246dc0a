package fr.gestmat.reports.pdf;

import java.io.IOException;
import java.io.OutputStream;

/** Forgets what is written, but counts it, and ends the writing above a budget. */
final class Counted extends OutputStream {

  private final long most;
  private final long mostOpenings;
  private final OutputStream next;
  private long bytes;
  private long openings;

  /**
   * With a budget.
   *
   * @param most bytes
   * @param mostOpenings arrays, dictionaries and strings that may begin: each makes an object
   * @param next takes what is written
   */
  Counted(long most, long mostOpenings, OutputStream next) {
    this.most = most;
    this.mostOpenings = mostOpenings;
    this.next = next;
  }

  long bytes() {
    return bytes;
  }

  /** Asked again at the end, as a decoder may swallow what a stream throws. */
  void check() throws TooMuchException {
    if (bytes > most || openings > mostOpenings) {
      throw new TooMuchException("a stream of more than " + most + " bytes");
    }
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] b, int off, int len) throws IOException {
    bytes += len;
    for (int i = off; i < off + len; i++) {
      if (opens(b[i])) {
        openings++;
      }
    }
    check();
    next.write(b, off, len);
  }

  static boolean opens(byte b) {
    return b == '[' || b == '<' || b == '(';
  }
}
