package fr.gestmat.bench.load;

import fr.gestmat.bench.territory.WebSession;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-alive HTTP/1.1 connection to this machine, as lean as a load generator must be that
 * shares the processors with what it measures. Opens itself again when the server closed it. For
 * one thread.
 */
public final class HttpConnection implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 60_000;

  private static final String FORM = "application/x-www-form-urlencoded";

  private final int port;
  private final String headers;
  private Socket socket = new Socket();
  private InputStream in = InputStream.nullInputStream();
  private boolean open;

  /**
   * A connection, opened at the first request.
   *
   * @param port of the server on the loopback address
   * @param token bearer token that every request carries
   */
  public HttpConnection(int port, String token) {
    this.port = port;
    this.headers = common(port) + "Authorization: Bearer " + token + "\r\n";
  }

  /**
   * A connection over which several people ask, each with a session of their own.
   *
   * @param port of the server on the loopback address
   */
  public HttpConnection(int port) {
    this.port = port;
    this.headers = common(port);
  }

  private static String common(int port) {
    return "Host: localhost:" + port + "\r\nAccept: */*\r\n";
  }

  /**
   * What the server answered.
   *
   * @param status HTTP status
   * @param body as text, empty without one
   */
  public record Answer(int status, String body) {}

  /** Asks for a page as somebody who signed on. */
  public Answer get(String path, WebSession as) throws IOException {
    return exchange("GET " + path + " HTTP/1.1\r\n" + headers + cookie(as) + "\r\n");
  }

  /**
   * Sends a form as somebody who signed on.
   *
   * @param form URL-encoded
   */
  public Answer post(String path, WebSession as, String form) throws IOException {
    return post(path, cookie(as) + "X-CSRF-Token: " + as.csrf() + "\r\n", FORM, form);
  }

  private static String cookie(WebSession as) {
    return "Cookie: gestmat=" + as.cookie() + "\r\n";
  }

  /** Asks for a resource. */
  public Answer get(String path) throws IOException {
    return exchange("GET " + path + " HTTP/1.1\r\n" + headers + "\r\n");
  }

  /** Posts JSON that holds ASCII characters only. */
  public Answer post(String path, String json) throws IOException {
    return post(path, "", "application/json", json);
  }

  private Answer post(String path, String more, String type, String body) throws IOException {
    return exchange(
        "POST "
            + path
            + " HTTP/1.1\r\n"
            + headers
            + more
            + "Content-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    open = false;
  }

  private Answer exchange(String request) throws IOException {
    if (!open) {
      connect();
    }
    OutputStream out = socket.getOutputStream();
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return read();
  }

  private void connect() throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream());
    open = true;
  }

  private Answer read() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    boolean last = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
      last |= lower.startsWith("connection:") && lower.contains("close");
    }
    String body = chunked ? chunks() : text(length);
    if (last) {
      close();
    }
    return new Answer(status, body);
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.append(text(size));
      line();
    }
    line();
    return body.toString();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String text(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the server ended in the middle of an answer");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server closed the connection");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
