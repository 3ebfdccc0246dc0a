package fr.gestmat.mealaid.control.document;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks with clamd, the daemon of ClamAV: one connection for one question. No answer within the
 * time is an {@link IOException}, never a clean file.
 */
final class Clamd {

  private static final int PIECE = 1 << 16;
  private static final int LONGEST_ANSWER = 4_096;
  private static final Pattern FOUND = Pattern.compile("^(?:stream|instream.*?): (.+) FOUND$");

  private final ScannerAddress address;
  private final Duration patience;

  /**
   * A daemon.
   *
   * @param patience longest wait for any one step
   */
  Clamd(ScannerAddress address, Duration patience) {
    this.address = address;
    this.patience = patience;
  }

  /** Whether it answers. */
  boolean isThere() {
    try (Talk talk = new Talk()) {
      talk.write(command("zPING"));
      return "PONG".equals(talk.answer());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Has a stream scanned.
   *
   * @param content read to its end, not closed
   * @throws ContentException if the content itself cannot be read
   * @throws IOException if the daemon cannot be reached or breaks off
   */
  Verdict scan(InputStream content) throws IOException {
    try (Talk talk = new Talk()) {
      talk.write(command("zINSTREAM"));
      try {
        send(content, talk);
      } catch (ContentException e) {
        throw e;
      } catch (IOException e) {
        // It breaks off when a file is too large for it, and says so first.
        return verdict(talk.answer());
      }
      return verdict(talk.answer());
    }
  }

  /** What was to be scanned cannot be read: nothing is wrong with the daemon. */
  static final class ContentException extends IOException {
    private static final long serialVersionUID = 1L;

    ContentException(IOException cause) {
      super(cause);
    }
  }

  /** What it says of a file. */
  sealed interface Verdict {

    /** Nothing known is in it. */
    record Clean() implements Verdict {}

    /**
     * Something is.
     *
     * @param name what the signature is called
     */
    record Infected(String name) implements Verdict {}

    /**
     * It could not look at the file.
     *
     * @param why its own words
     */
    record Failed(String why) implements Verdict {}
  }

  static Verdict verdict(String answer) {
    if ("stream: OK".equals(answer)) {
      return new Verdict.Clean();
    }
    Matcher found = FOUND.matcher(answer);
    return found.matches() ? new Verdict.Infected(found.group(1)) : new Verdict.Failed(answer);
  }

  private static void send(InputStream content, Talk talk) throws IOException {
    byte[] piece = new byte[PIECE];
    while (true) {
      int read;
      try {
        read = content.readNBytes(piece, 0, PIECE);
      } catch (IOException e) {
        throw new ContentException(e);
      }
      ByteBuffer framed = ByteBuffer.allocate(4 + read).putInt(read).put(piece, 0, read);
      talk.write(framed.flip());
      if (read == 0) {
        return;
      }
    }
  }

  private static ByteBuffer command(String name) {
    return ByteBuffer.wrap((name + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  /** A connection each of whose steps ends in time, over TCP or a Unix socket. */
  private final class Talk implements AutoCloseable {

    private final SocketChannel channel;
    private final Selector selector;

    Talk() throws IOException {
      SocketAddress socket = address.socket();
      channel =
          address.isLocal()
              ? SocketChannel.open(StandardProtocolFamily.UNIX)
              : SocketChannel.open();
      selector = Selector.open();
      try {
        channel.configureBlocking(false);
        if (!channel.connect(socket)) {
          await(SelectionKey.OP_CONNECT);
          channel.finishConnect();
        }
      } catch (IOException | RuntimeException e) {
        close();
        throw e;
      }
    }

    void write(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        if (channel.write(bytes) == 0) {
          await(SelectionKey.OP_WRITE);
        }
      }
    }

    /** Its answer; none before it closes the connection is an {@link IOException}. */
    String answer() throws IOException {
      ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
      while (answer.hasRemaining()) {
        int read = channel.read(answer);
        if (read < 0 || (read > 0 && answer.get(answer.position() - 1) == 0)) {
          break;
        }
        if (read == 0) {
          await(SelectionKey.OP_READ);
        }
      }
      String said =
          new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
              .replace("\0", "")
              .strip();
      if (said.isEmpty()) {
        throw new EOFException("clamd broke off without an answer");
      }
      return said;
    }

    private void await(int what) throws IOException {
      channel.register(selector, what);
      if (selector.select(patience.toMillis()) == 0) {
        throw new SocketTimeoutException("clamd did not answer within " + patience);
      }
      selector.selectedKeys().clear();
    }

    @Override
    public void close() throws IOException {
      try (selector) {
        channel.close();
      }
    }
  }
}
