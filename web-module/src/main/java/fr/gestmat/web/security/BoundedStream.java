package fr.gestmat.web.security;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** Breaks off once more bytes came than a request may hold. */
final class BoundedStream extends InputStream {

  private final InputStream body;
  private final Supplier<? extends RuntimeException> tooMuch;
  private long left;

  /**
   * Reads a body.
   *
   * @param most bytes that it may have
   * @param tooMuch what is thrown when it has more; unchecked, as readers of forms turn other
   *     failures into some of their own
   */
  BoundedStream(InputStream body, long most, Supplier<? extends RuntimeException> tooMuch) {
    this.body = body;
    this.left = most;
    this.tooMuch = tooMuch;
  }

  @Override
  public int read() throws IOException {
    int one = body.read();
    if (one >= 0) {
      count(1);
    }
    return one;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    int read = body.read(into, from, most);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  private void count(int bytes) {
    left -= bytes;
    if (left < 0) {
      throw tooMuch.get();
    }
  }
}
