package fr.gestmat.mealaid.control.source;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What a token of API Particulier says of itself. It is a JWT that is theirs to verify; we read
 * until when it holds.
 *
 * @param expiresAt its {@code exp}; empty if it says none
 */
public record TokenFacts(Optional<Instant> expiresAt) {

  /** How long before its end people are warned. */
  public static final Duration WARNING = Duration.ofDays(30);

  private static final int PARTS = 3;

  /** Seconds at which the year 2200 is near: what is later was not meant as an end. */
  private static final long LATEST = 7_258_118_400L;

  /** How a token stands. */
  public enum State {
    /** Holds. */
    GOOD,
    /** Ends within 30 days. */
    ENDING,
    /** Is over. */
    EXPIRED,
    /** Does not say until when it holds. */
    UNKNOWN
  }

  /** The facts of a token; empty if it is no JWT. */
  public static Optional<TokenFacts> read(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    try (JsonReader reader =
        Json.createReader(
            new StringReader(
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)))) {
      JsonObject claims = reader.readObject();
      return Optional.of(
          new TokenFacts(
              claims.get("exp") instanceof JsonNumber exp && exp.longValue() < LATEST
                  ? Optional.of(Instant.ofEpochSecond(exp.longValue()))
                  : Optional.empty()));
    } catch (IllegalArgumentException | JsonException e) {
      return Optional.empty();
    }
  }

  /** How it stands at a moment. */
  public State state(Instant now) {
    return state(expiresAt, now);
  }

  /** How a token that ends at a moment stands at another. */
  public static State state(Optional<Instant> end, Instant now) {
    return end.map(
            when ->
                !when.isAfter(now)
                    ? State.EXPIRED
                    : when.isAfter(now.plus(WARNING)) ? State.GOOD : State.ENDING)
        .orElse(State.UNKNOWN);
  }
}
