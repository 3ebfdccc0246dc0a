package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.entity.source.SourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Speaks HTTP with API Particulier ({@code GESTMAT_API_PARTICULIER_URL}, else the real one). A
 * token never goes over a line that is not encrypted, but to this machine.
 */
@ApplicationScoped
public class ParticulierClient {

  /** The real service. */
  static final String REAL = "https://particulier.api.gouv.fr";

  /** Version of the family quotient's service. */
  static final int QUOTIENT_VERSION = 3;

  private static final Logger LOG = System.getLogger(ParticulierClient.class.getName());
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(15);

  /** The source itself gives its providers 10 seconds; a longer wait is not believed. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  private final HttpClient http;
  private final URI address;
  private final Clock clock;

  /** The one that the environment names. */
  public ParticulierClient() {
    this(
        Optional.ofNullable(System.getenv("GESTMAT_API_PARTICULIER_URL"))
            .filter(text -> !text.isBlank())
            .orElse(REAL),
        Clock.systemUTC());
  }

  /**
   * The same at another address.
   *
   * @param address without a final slash
   * @throws IllegalArgumentException if a token would go over an open line
   */
  ParticulierClient(String address, Clock clock) {
    this.address = safe(URI.create(address));
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * As whom we ask.
   *
   * @param token of the authority
   * @param recipient its SIRET
   * @param schoolingVersion of the pupils' service, 3 to 5
   * @param withProof whether to ask for what proves the value
   */
  public record Access(String token, String recipient, int schoolingVersion, boolean withProof) {

    /** Says nothing of the token. */
    @Override
    public String toString() {
      return "access of " + recipient;
    }
  }

  /**
   * Asks. Never fails: no answer in time is an answer too.
   *
   * @param query the question's parameters, without who asks
   * @param agent what the source may know of who asks, if somebody did
   */
  CompletableFuture<HttpAnswer> ask(
      Access access, SourceKind kind, String query, @Nullable UUID agent) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    address
                        + path(kind, access.schoolingVersion())
                        + "?recipient="
                        + access.recipient()
                        + "&"
                        + query))
            .timeout(TO_ANSWER)
            .header("Authorization", "Bearer " + access.token())
            .header("Accept", "application/json")
            .header("User-Agent", "Gestmat");
    if (access.withProof()) {
      request.header("X-Generate-Proof", "proof-only");
    }
    if (agent != null) {
      request.header("X-Agent-Id", agent.toString());
    }
    return http.sendAsync(request.build(), info -> new LimitedText())
        .orTimeout(TO_ANSWER.plus(TO_CONNECT).toSeconds(), TimeUnit.SECONDS)
        .thenApply(this::answer)
        .exceptionally(
            failure -> {
              LOG.log(Level.INFO, "API Particulier does not answer: " + failure);
              return HttpAnswer.NONE;
            });
  }

  /** Where a kind of question is asked. */
  static String path(SourceKind kind, int schoolingVersion) {
    return switch (kind) {
      case FAMILY_QUOTIENT -> "/v" + QUOTIENT_VERSION + "/dss/quotient_familial/identite";
      case SCHOLARSHIP -> "/v" + schoolingVersion + "/men/scolarites/identite";
    };
  }

  private HttpAnswer answer(HttpResponse<String> response) {
    return new HttpAnswer(
        response.statusCode(),
        response.body(),
        response
            .headers()
            .firstValue("Retry-After")
            .flatMap(text -> retryIn(text.strip(), clock.instant())));
  }

  /** Seconds or a date, as RFC 9110 allows; anything else is no wait. */
  static Optional<Duration> retryIn(String text, Instant now) {
    Optional<Duration> said = Optional.empty();
    if (text.matches("[0-9]{1,9}")) {
      said = Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    } else {
      try {
        Instant when = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        said = Optional.of(Duration.between(now, when)).filter(wait -> !wait.isNegative());
      } catch (DateTimeException e) {
        LOG.log(Level.DEBUG, "no wait: " + text);
      }
    }
    return said.map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }

  private static URI safe(URI address) {
    boolean encrypted = "https".equals(address.getScheme());
    if (!encrypted && !isThisMachine(address.getHost())) {
      throw new IllegalArgumentException(
          "GESTMAT_API_PARTICULIER_URL must begin with https://, as the token goes there");
    }
    return address;
  }

  private static boolean isThisMachine(@Nullable String host) {
    try {
      return host != null && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
