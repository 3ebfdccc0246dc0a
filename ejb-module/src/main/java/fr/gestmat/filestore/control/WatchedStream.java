package fr.gestmat.filestore.control;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The body of an answer, which ends with an error if it stops coming. */
final class WatchedStream extends InputStream {

  private final InputStream body;
  private final Duration patience;
  private volatile boolean hungUp;

  /**
   * Watches a body.
   *
   * @param body closed by another thread if need be, which ends the reading
   * @param patience how long a read may wait
   */
  WatchedStream(InputStream body, Duration patience) {
    this.body = body;
    this.patience = patience;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int most) throws IOException {
    CompletableFuture<Void> came = new CompletableFuture<>();
    came.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyAsync(
            late -> {
              hangUp();
              return null;
            });
    try {
      int read = body.read(into, from, most);
      // A body that is closed may look like one that is whole.
      if (hungUp) {
        throw new HttpTimeoutException("the body stopped coming");
      }
      return read;
    } finally {
      came.complete(null);
    }
  }

  private void hangUp() {
    hungUp = true;
    try {
      body.close();
    } catch (IOException e) {
      // Whoever reads it is told.
      return;
    }
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
