package fr.gestmat.demo.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens in the form of the real ones (JWT), which the simulator takes or not. */
final class SimulatedTokens {

  private static final Pattern EXP = Pattern.compile("\"exp\"\\s*:\\s*(\\d{1,12})");
  private static final String REVOKED = "revoked";
  private static final int PARTS = 3;

  private SimulatedTokens() {}

  static String good(Instant until) {
    return token("gestmat", until);
  }

  static String revoked(Instant until) {
    return token(REVOKED, until);
  }

  private static String token(String subject, Instant until) {
    String claims =
        "{\"sub\": \"%s\", \"iss\": \"simulator\", \"exp\": %d}"
            .formatted(subject, until.getEpochSecond());
    return encoded("{\"alg\": \"HS256\"}") + "." + encoded(claims) + "." + encoded("simulated");
  }

  /**
   * Why a token is not taken: the code that the real service answers; empty if it is taken.
   *
   * @param header {@code Authorization} as it came
   */
  static Optional<String> refusal(String header, Instant now) {
    String claims = claims(header);
    Matcher end = EXP.matcher(claims);
    if (claims.contains(REVOKED) || !end.find()) {
      return Optional.of("00101");
    }
    return Instant.ofEpochSecond(Long.parseLong(end.group(1))).isAfter(now)
        ? Optional.empty()
        : Optional.of("00103");
  }

  private static String claims(String header) {
    String[] parts = header.replaceFirst("^Bearer ", "").split("\\.", -1);
    try {
      return header.startsWith("Bearer ") && parts.length == PARTS
          ? new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
          : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
