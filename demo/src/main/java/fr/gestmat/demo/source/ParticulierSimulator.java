package fr.gestmat.demo.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.gestmat.demo.source.Pair.Reply;
import fr.gestmat.demo.source.Pair.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * API Particulier on this machine: it replays pairs, wants a token that holds and the SIRET of who
 * asks, gives proofs when asked for them, and turns away whoever calls more than 20 times in a
 * second. A person whom no pair knows is not found. {@code /} lists the pairs, {@code /appels} what
 * was asked.
 */
public final class ParticulierSimulator implements AutoCloseable {

  /** Calls that it takes in any second. */
  public static final int PER_SECOND = 20;

  private static final Logger LOG = Logger.getLogger(ParticulierSimulator.class.getName());
  private static final Pattern QUOTIENT = Pattern.compile("/v3/dss/quotient_familial/identite");
  private static final Pattern SCHOOLING = Pattern.compile("/v([345])/men/scolarites/identite");

  /** Only version 5 tells the régime. */
  private static final Pattern REGIME =
      Pattern.compile(",\\s*\"regime_pensionnat\"\\s*:\\s*(null|\\{[^}]*})");

  private static final Pattern EMPTY_META = Pattern.compile("\"meta\"\\s*:\\s*\\{\\s*}");

  /** Communes of the pairs by name and département: the real one knows all of them. */
  private static final Map<String, String> COMMUNES =
      Map.of("METZ 57", "57463", "NANCY 54", "54395");

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(16);
  private final List<Pair> pairs;
  private final Clock clock;
  private final CallLog log = new CallLog(PER_SECOND);

  /**
   * A call as it came.
   *
   * @param at when
   * @param status what it was answered
   * @param address path and query
   * @param agent who asked, as the caller names them; empty if not said
   */
  public record Call(Instant at, int status, String address, String agent) {}

  /**
   * Starts answering.
   *
   * @param port where it listens on the loopback address, 0 for any free port
   * @param facts what stands for names in braces in the pairs, such as birth dates of sample pupils
   * @param clock decides which tokens hold, and what a second is
   * @throws IOException if the port is taken
   */
  public ParticulierSimulator(int port, Map<String, String> facts, Clock clock) throws IOException {
    this.clock = clock;
    this.pairs = new ArrayList<>(PairFile.read("quotient-familial.yaml", Service.QUOTIENT, facts));
    pairs.addAll(PairFile.read("scolarite.yaml", Service.SCHOOLING, facts));
    pairs.sort(Comparator.comparingInt((Pair pair) -> pair.params().size()).reversed());
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Its address, without a final slash. */
  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** A token that it takes until a moment. */
  public static String token(Instant until) {
    return SimulatedTokens.good(until);
  }

  /** A token that looks good and is refused. */
  public static String revokedToken(Instant until) {
    return SimulatedTokens.revoked(until);
  }

  /** What was asked so far. */
  public List<Call> calls() {
    return log.all();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void answer(HttpExchange http) {
    try (http) {
      String path = http.getRequestURI().getPath();
      switch (path) {
        case "/" -> text(http, 200, "text/plain; charset=utf-8", overview());
        case "/appels" -> text(http, 200, "text/plain; charset=utf-8", log.text());
        default -> send(http, reply(http, path));
      }
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "the simulator failed on " + http.getRequestURI(), e);
    }
  }

  private Reply reply(HttpExchange http, String path) {
    Instant now = clock.instant();
    String header = first(http, "Authorization");
    Map<String, List<String>> request = parameters(http.getRequestURI().getRawQuery());
    Reply reply =
        log.takes(now)
            ? refusal(header, request, now).orElseGet(() -> replay(http, path, request))
            : error(429, "00429", "Trop de requêtes", "Vous avez effectué trop de requêtes", 1);
    log.add(
        new Call(now, reply.status(), http.getRequestURI().toString(), first(http, "X-Agent-Id")));
    return reply;
  }

  private static Optional<Reply> refusal(
      String header, Map<String, List<String>> request, Instant now) {
    Optional<String> token = SimulatedTokens.refusal(header, now);
    if (token.isPresent()) {
      return Optional.of(error(401, token.get(), "Interdit", "Votre jeton n'est pas valide", 0));
    }
    return request.getOrDefault("recipient", List.of("")).get(0).matches("[0-9]{14}")
        ? Optional.empty()
        : Optional.of(
            error(422, "00210", "Entité non traitable", "Le recipient n'est pas un SIRET", 0));
  }

  private Reply replay(HttpExchange http, String path, Map<String, List<String>> request) {
    Matcher schooling = SCHOOLING.matcher(path);
    boolean pupil = schooling.matches();
    if (!pupil && !QUOTIENT.matcher(path).matches()) {
      return new Reply(404, "<html><body>Page inconnue</body></html>", Optional.empty());
    }
    Reply found =
        pairs.stream()
            .filter(pair -> pair.fits(pupil ? Service.SCHOOLING : Service.QUOTIENT, request))
            .findFirst()
            .map(Pair::next)
            .orElseGet(() -> nobody(pupil));
    boolean regime = !pupil || schooling.group(1).equals("5");
    String payload = regime ? found.payload() : REGIME.matcher(found.payload()).replaceAll("");
    return new Reply(
        found.status(),
        found.status() == 200 && first(http, "X-Generate-Proof").equals("proof-only")
            ? proved(payload, http.getRequestURI().toString())
            : payload,
        found.retryAfter());
  }

  private static Reply nobody(boolean pupil) {
    return pupil
        ? error(
            404,
            "30003",
            "Entité non trouvée",
            "Aucun élève n'a pu être trouvé avec les critères de recherche fournis.",
            0)
        : error(
            404,
            "37003",
            "Dossier allocataire absent CNAV",
            "Le dossier allocataire n'a pas été trouvé auprès de la CNAV.",
            0);
  }

  private static String proved(String payload, String address) {
    String name = UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8)).toString();
    String code = name.substring(0, 4) + "-" + name.substring(9, 13) + "-" + name.substring(14, 16);
    return EMPTY_META
        .matcher(payload)
        .replaceFirst(
            "\"meta\": {\"pdf_verification_link\":"
                + " \"https://particulier.simulateur.invalid/attestations/verification/%s\","
                    .formatted(name)
                + " \"pdf_verification_code\": \"%s\"}".formatted(code.toUpperCase(Locale.ROOT)));
  }

  private static Reply error(int status, String code, String title, String detail, int retryAfter) {
    return new Reply(
        status,
        """
        {"errors": [{"code": "%s", "title": "%s", "detail": "%s", "source": null, "meta": {}}]}
        """
            .formatted(code, title, detail),
        retryAfter == 0 ? Optional.empty() : Optional.of(retryAfter));
  }

  private static void send(HttpExchange http, Reply reply) throws IOException {
    reply
        .retryAfter()
        .ifPresent(
            seconds -> http.getResponseHeaders().set("Retry-After", Integer.toString(seconds)));
    text(http, reply.status(), "application/json; charset=utf-8", reply.payload());
  }

  /** Who can be asked for, for people who try. */
  private String overview() {
    StringBuilder lines = new StringBuilder();
    for (Pair pair : pairs) {
      lines
          .append(pair.service())
          .append(" : ")
          .append(pair.description().lines().findFirst().orElse(""))
          .append("\n  ")
          .append(pair.params())
          .append("\n");
    }
    return lines.toString();
  }

  private static void text(HttpExchange http, int status, String type, String text)
      throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    http.getResponseHeaders().set("Content-Type", type);
    http.getResponseHeaders().set("Cache-Control", "no-store");
    http.sendResponseHeaders(status, bytes.length);
    http.getResponseBody().write(bytes);
  }

  private static String first(HttpExchange http, String name) {
    String value = http.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static Map<String, List<String>> parameters(
      @org.jspecify.annotations.Nullable String query) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        found
            .computeIfAbsent(
                URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8)
                    .replace("[]", ""),
                name -> new ArrayList<>())
            .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    commune(found).ifPresent(code -> found.put("codeCogInseeCommuneNaissance", List.of(code)));
    return found;
  }

  /** The code of a commune that is named; the real service needs the birth date for it, too. */
  private static Optional<String> commune(Map<String, List<String>> request) {
    String name = String.join("", request.getOrDefault("nomCommuneNaissance", List.of()));
    String department =
        String.join("", request.getOrDefault("codeCogInseeDepartementNaissance", List.of()));
    return Optional.ofNullable(
        COMMUNES.get(name.strip().toUpperCase(Locale.ROOT) + " " + department));
  }
}
