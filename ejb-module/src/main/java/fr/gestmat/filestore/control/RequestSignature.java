package fr.gestmat.filestore.control;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a request to an object store (AWS Signature Version 4 for S3, with the headers that an
 * object store asks for and no others).
 */
final class RequestSignature {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);

  private RequestSignature() {}

  /**
   * The headers to send beside {@code Host}.
   *
   * @param address whole address; its query is sorted by name already and percent-encoded
   * @param digest SHA-256 of the body in hexadecimal
   */
  static Map<String, String> headers(
      ObjectStore store, String method, URI address, String digest, Instant now) {
    TreeMap<String, String> signed = new TreeMap<>();
    signed.put("host", host(address));
    signed.put("x-amz-content-sha256", digest);
    signed.put("x-amz-date", MOMENT.format(now));
    String names = String.join(";", signed.keySet());
    String request =
        String.join(
            "\n",
            method,
            address.getRawPath().isEmpty() ? "/" : address.getRawPath(),
            address.getRawQuery() == null ? "" : address.getRawQuery(),
            signed.entrySet().stream()
                .map(h -> h.getKey() + ":" + h.getValue() + "\n")
                .collect(Collectors.joining()),
            names,
            digest);
    String scope = DAY.format(now) + "/" + store.region() + "/s3/aws4_request";
    String toSign =
        String.join("\n", "AWS4-HMAC-SHA256", MOMENT.format(now), scope, sha256(bytes(request)));
    Map<String, String> headers = new LinkedHashMap<>(signed);
    headers.remove("host");
    headers.put(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential="
            + store.accessKey()
            + "/"
            + scope
            + ",SignedHeaders="
            + names
            + ",Signature="
            + HexFormat.of().formatHex(hmac(key(store, scope), toSign)));
    return headers;
  }

  /** SHA-256 in hexadecimal. */
  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] key(ObjectStore store, String scope) {
    byte[] key = bytes("AWS4" + store.secretKey());
    for (String part : Arrays.asList(scope.split("/", -1))) {
      key = hmac(key, part);
    }
    return key;
  }

  private static String host(URI address) {
    int port = address.getPort();
    boolean usual = port < 0 || port == ("https".equals(address.getScheme()) ? 443 : 80);
    return usual ? address.getHost() : address.getHost() + ":" + port;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
