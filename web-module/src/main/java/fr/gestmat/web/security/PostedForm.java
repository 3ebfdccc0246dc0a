package fr.gestmat.web.security;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks into the body of a form before the resource reads it, and puts it back as it was. */
public final class PostedForm {

  /** The field that carries the token. */
  static final String TOKEN = "csrf";

  private static final int LARGEST = 1024 * 1024;
  private static final int HEAD_OF_UPLOAD = 4096;

  private PostedForm() {}

  /**
   * One field of a form.
   *
   * @param name its name
   * @param value what was typed
   */
  public record Value(String name, String value) {}

  /** The token that a form carries, which an upload must carry as its first part. */
  static Optional<String> token(ContainerRequestContext context) throws IOException {
    MediaType type = context.getMediaType();
    if (type == null || !context.hasEntity()) {
      return Optional.empty();
    }
    if (type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
      return parse(peek(context, LARGEST)).stream()
          .filter(field -> field.name().equals(TOKEN))
          .map(Value::value)
          .findFirst();
    }
    return type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
        ? firstPart(peek(context, HEAD_OF_UPLOAD))
        : Optional.empty();
  }

  /** What was typed, but passwords and tokens; nothing of an upload. */
  static List<Value> fields(ContainerRequestContext context) throws IOException {
    return isForm(context)
        ? kept(parse(peek(context, LARGEST))).filter(field -> !isPassword(field)).toList()
        : List.of();
  }

  /**
   * All that was typed, but the token: what can be sent again as it was.
   *
   * @return nothing if a file or a password is part of it, or if it is too long to be sure
   */
  static Optional<List<Value>> whole(ContainerRequestContext context) throws IOException {
    if (!isForm(context)) {
      return Optional.empty();
    }
    byte[] body = peek(context, LARGEST);
    List<Value> all = parse(body);
    return body.length == LARGEST || all.stream().anyMatch(PostedForm::isPassword)
        ? Optional.empty()
        : Optional.of(kept(all).toList());
  }

  private static boolean isForm(ContainerRequestContext context) {
    MediaType type = context.getMediaType();
    return type != null && type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
  }

  private static Stream<Value> kept(List<Value> fields) {
    return fields.stream().filter(field -> !field.name().equals(TOKEN));
  }

  private static boolean isPassword(Value field) {
    return field.name().toLowerCase(Locale.ROOT).contains("password");
  }

  private static byte[] peek(ContainerRequestContext context, int most) throws IOException {
    InputStream body = context.getEntityStream();
    byte[] head = body.readNBytes(most);
    context.setEntityStream(new SequenceInputStream(new ByteArrayInputStream(head), body));
    return head;
  }

  static List<Value> parse(byte[] body) {
    List<Value> fields = new ArrayList<>();
    for (String pair : new String(body, StandardCharsets.US_ASCII).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        try {
          fields.add(
              new Value(
                  URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                  URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
          return List.of();
        }
      }
    }
    return fields;
  }

  static Optional<String> firstPart(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    int headersEnd = text.indexOf("\r\n\r\n");
    if (headersEnd < 0
        || !text.substring(0, headersEnd).contains("form-data; name=\"" + TOKEN + "\"")) {
      return Optional.empty();
    }
    int start = headersEnd + 4;
    int end = text.indexOf("\r\n", start);
    return end < 0 ? Optional.empty() : Optional.of(text.substring(start, end));
  }
}
