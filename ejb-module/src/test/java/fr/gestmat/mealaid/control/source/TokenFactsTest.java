package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFactsTest {

  private static final Instant NOW = Instant.parse("2026-09-20T10:00:00Z");

  private static String token(String claims) {
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".sig";
  }

  @ParameterizedTest
  @CsvSource({
    "PT-1S, EXPIRED",
    "PT0S, EXPIRED",
    "PT1S, ENDING",
    "P30D, ENDING",
    "P31D, GOOD",
  })
  void warns_thirty_days_before_the_end(Duration left, TokenFacts.State state) {
    TokenFacts facts =
        TokenFacts.read(token("{\"exp\": " + NOW.plus(left).getEpochSecond() + "}")).orElseThrow();
    assertThat(facts.expiresAt()).contains(NOW.plus(left));
    assertThat(facts.state(NOW)).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"exp\": null}", "{\"exp\": \"demain\"}", "{\"exp\": 1790000000000}"})
  void says_that_it_does_not_know_the_end(String claims) {
    assertThat(TokenFacts.read(token(claims)).orElseThrow().state(NOW))
        .isEqualTo(TokenFacts.State.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "a.b", "a.%%%.c", "a.b.c.d", "e30.WzFd.sig"})
  void knows_what_is_no_token(String text) {
    assertThat(TokenFacts.read(text)).isEmpty();
  }
}
