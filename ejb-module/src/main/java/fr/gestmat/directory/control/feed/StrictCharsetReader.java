package fr.gestmat.directory.control.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an XML file in the charset that its own first line declares, and stops at the first byte
 * that does not fit, with its line. A file without a declaration is UTF-8, as XML decides. A file
 * that declares a one-byte charset while its accents are written in UTF-8 is wrong too: read as
 * declared, every "é" would become "Ã©".
 */
final class StrictCharsetReader extends Reader {

  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
  private static final Map<String, Charset> KNOWN =
      Map.of(
          "UTF-8", StandardCharsets.UTF_8,
          "UTF8", StandardCharsets.UTF_8,
          "US-ASCII", StandardCharsets.US_ASCII,
          "ISO-8859-1", StandardCharsets.ISO_8859_1,
          "ISO-8859-15", Charset.forName("ISO-8859-15"),
          "WINDOWS-1252", Charset.forName("windows-1252"));
  private static final int HEAD = 512;
  private static final int BUFFER = 1 << 16;
  private static final int LEAD_OF_ACCENTS_IN_UTF8 = 0xC3;

  private final InputStream in;
  private final String name;
  private final CharsetDecoder decoder;
  private final boolean oneByte;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
  private int line = 1;
  private int previousByte;
  private boolean ended;

  private StrictCharsetReader(InputStream in, String name, Charset charset) {
    this.in = in;
    this.name = name;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.oneByte = !charset.equals(StandardCharsets.UTF_8);
  }

  /**
   * Opens a file.
   *
   * @throws WrongCharsetException if it declares a charset that no feed uses
   */
  static StrictCharsetReader open(InputStream raw) throws IOException {
    PushbackInputStream in = new PushbackInputStream(raw, HEAD);
    byte[] head = in.readNBytes(HEAD);
    int skip = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) {
      throw new WrongCharsetException(1, true, "UTF-16");
    }
    Matcher declared =
        DECLARED.matcher(
            new String(head, skip, head.length - skip, StandardCharsets.ISO_8859_1).stripLeading());
    String name = declared.find() ? declared.group(1).toUpperCase(Locale.ROOT) : "UTF-8";
    Charset charset = KNOWN.get(name);
    if (charset == null) {
      throw new WrongCharsetException(1, true, name);
    }
    in.unread(head, skip, head.length - skip);
    return new StrictCharsetReader(in, name, charset);
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    CharBuffer out = CharBuffer.wrap(chars, offset, length);
    while (true) {
      CoderResult result = decoder.decode(bytes, out, ended);
      int decoded = out.position() - offset;
      if (decoded > 0) {
        // What was understood goes out first, so that the line of the failure is exact.
        countLines(chars, offset, decoded);
        return decoded;
      }
      if (result.isError()) {
        throw new WrongCharsetException(line, false, name);
      }
      if (ended) {
        return -1;
      }
      fill();
    }
  }

  private void fill() throws IOException {
    bytes.compact();
    int from = bytes.position();
    int read = in.read(bytes.array(), from, bytes.remaining());
    if (read < 0) {
      ended = true;
    } else {
      bytes.position(from + read);
    }
    bytes.flip();
    if (oneByte && read > 0) {
      refuseDisguisedUtf8(from, from + read);
    }
  }

  private void refuseDisguisedUtf8(int from, int to) throws WrongCharsetException {
    byte[] array = bytes.array();
    int at = line;
    for (int i = from; i < to; i++) {
      int b = array[i] & 0xFF;
      if (previousByte == LEAD_OF_ACCENTS_IN_UTF8 && b >= 0x80 && b < 0xC0) {
        throw new WrongCharsetException(at, false, name);
      }
      if (b == '\n') {
        at++;
      }
      previousByte = b;
    }
  }

  private void countLines(char[] chars, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (chars[i] == '\n') {
        line++;
      }
    }
  }

  private static boolean startsWith(byte[] head, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
