package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.gestmat.mealaid.entity.source.SourceKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the line, and what comes back when the line is not what it should be. */
class ParticulierClientTest {

  private static final UUID AGENT = UUID.fromString("00000000-0000-4000-8000-000000000007");

  private final List<String> heard = new ArrayList<>();
  private HttpServer server;
  private ParticulierClient client;
  private int status = 200;
  private byte[] body = new byte[0];
  private Optional<String> retryAfter = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext(
        "/",
        exchange -> {
          heard.add(exchange.getRequestURI().toString());
          for (String header : List.of("Authorization", "X-Generate-Proof", "X-Agent-Id")) {
            heard.add(header + ": " + exchange.getRequestHeaders().getFirst(header));
          }
          retryAfter.ifPresent(text -> exchange.getResponseHeaders().set("Retry-After", text));
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          if (body.length > 0) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
    server.start();
    client =
        new ParticulierClient(
            "http://localhost:" + server.getAddress().getPort(), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private HttpAnswer ask(SourceKind kind, boolean withProof, UUID agent) throws Exception {
    return client
        .ask(new ParticulierClient.Access("T", "13002526500013", 5, withProof), kind, "a=1", agent)
        .get(30, TimeUnit.SECONDS);
  }

  @Test
  @DisplayName("M-N16: token, SIRET, the agent's opaque name, and the wish for a proof")
  void what_is_sent() throws Exception {
    body = "{\"é\": 1}".getBytes(StandardCharsets.UTF_8);
    assertThat(ask(SourceKind.FAMILY_QUOTIENT, true, AGENT).body()).isEqualTo("{\"é\": 1}");
    ask(SourceKind.SCHOLARSHIP, false, null);
    assertThat(heard)
        .containsExactly(
            "/v3/dss/quotient_familial/identite?recipient=13002526500013&a=1",
            "Authorization: Bearer T",
            "X-Generate-Proof: proof-only",
            "X-Agent-Id: " + AGENT,
            "/v5/men/scolarites/identite?recipient=13002526500013&a=1",
            "Authorization: Bearer T",
            "X-Generate-Proof: null",
            "X-Agent-Id: null");
  }

  @Test
  void a_wait_is_read_from_the_answer() throws Exception {
    status = 429;
    retryAfter = Optional.of("7");
    assertThat(ask(SourceKind.SCHOLARSHIP, false, null))
        .isEqualTo(new HttpAnswer(429, "", Optional.of(Duration.ofSeconds(7))));
  }

  @Test
  void an_answer_without_end_is_cut_off() throws Exception {
    body = new byte[3 * LimitedText.MOST];
    assertThat(ask(SourceKind.SCHOLARSHIP, false, null).body()).hasSize(LimitedText.MOST);
  }

  @Test
  @DisplayName("M-F25: a source that cannot be reached has no answer now")
  void nobody_there() throws Exception {
    server.stop(0);
    assertThat(ask(SourceKind.SCHOLARSHIP, false, null)).isEqualTo(HttpAnswer.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "90, PT1M30S",
    "'Sun, 20 Sep 2026 10:05:00 GMT', PT5M",
    "999999999, PT24H",
  })
  void waits(String text, Duration wait) {
    assertThat(ParticulierClient.retryIn(text, Instant.parse("2026-09-20T10:00:00Z")))
        .contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "bientôt", "Sun, 20 Sep 2026 09:05:00 GMT", "1.5"})
  void no_waits(String text) {
    assertThat(ParticulierClient.retryIn(text, Instant.parse("2026-09-20T10:00:00Z"))).isEmpty();
  }

  @Test
  void a_token_never_goes_over_an_open_line() {
    assertThatThrownBy(() -> new ParticulierClient("http://192.0.2.1", Clock.systemUTC()))
        .hasMessageContaining("https://");
    assertThat(new ParticulierClient(ParticulierClient.REAL, Clock.systemUTC())).isNotNull();
    assertThat(new ParticulierClient.Access("secret", "1", 3, false).toString())
        .doesNotContain("secret");
  }
}
