package fr.gestmat.demo.ent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntSimulatorTest {
  private static final String SERVICE = "https://pret.example/connexion/ent/region?suite=%2F";
  private static final EntPerson GUARDIAN =
      new EntPerson(
          "mleroy",
          "2001",
          "Maëlle",
          "L'Hermitte & Fils",
          EntPerson.Profile.TUT,
          List.of("0880001A", "0880002B"),
          List.of(new EntPerson.Child("1001", "0880001A")),
          new EntPerson.Tile("Aide à la cantine", "/connexion/ent/sarne"),
          "mère de deux élèves");

  private final MovingClock clock = new MovingClock();
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private EntSimulator ent;

  @BeforeEach
  void start() throws IOException {
    ent =
        new EntSimulator(
            0, List.of(GUARDIAN), URI.create("http://localhost/"), EntOptions.USUAL, clock);
  }

  @AfterEach
  void stop() {
    ent.close();
  }

  @Test
  void proposesItsPeopleAndSendsTheChosenOneBackWithATicket() throws Exception {
    assertThat(get("/login?service=" + encoded(SERVICE)).body()).contains("Maëlle L&#39;Hermitte");
    assertThat(signOn("CONTAINER", "LETTERS")).startsWith("ST-");
  }

  @Test
  void asksNothingMoreOfSomebodyWhoIsSignedOn() throws Exception {
    signOn("CONTAINER", "LETTERS");
    HttpResponse<String> again = get("/login?service=" + encoded(SERVICE));
    assertThat(again.statusCode()).isEqualTo(302);
    assertThat(get("/").body())
        .contains(
            "Bonjour Maëlle",
            "href=\"http://localhost/connexion/ent/sarne\" target=\"_blank\"",
            "Aide à la cantine");
  }

  @Test
  void acceptsATicketOnceOnly() throws Exception {
    String ticket = signOn("CONTAINER", "LETTERS");
    assertThat(validate(ticket, SERVICE)).contains("<cas:user>mleroy</cas:user>");
    assertThat(validate(ticket, SERVICE)).contains("code=\"INVALID_TICKET\"");
  }

  @Test
  void refusesATicketOfAnotherServiceAndSpendsIt() throws Exception {
    String ticket = signOn("CONTAINER", "LETTERS");
    assertThat(validate(ticket, SERVICE + "x")).contains("code=\"INVALID_TICKET\"");
    assertThat(validate(ticket, SERVICE)).contains("code=\"INVALID_TICKET\"");
  }

  @Test
  void refusesATicketAfterHalfAMinute() throws Exception {
    String ticket = signOn("CONTAINER", "LETTERS");
    clock.advance(Duration.ofSeconds(30));
    assertThat(validate(ticket, SERVICE)).contains("code=\"INVALID_TICKET\"");
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertThat(get("/serviceValidate").body()).contains("code=\"INVALID_REQUEST\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CONTAINER  | LETTERS    | <cas:ENTPersonProfils>National_TUT</cas:ENTPersonProfils>
          DIRECT     | LOWER_CASE | <cas:ENTPersonProfils>national_tut</cas:ENTPersonProfils>
          NESTED     | UPPER_CASE | <cas:ENTPersonProfil>NATIONAL_TUT</cas:ENTPersonProfil>
          TWICE      | NUMBERS    | <cas:ENTPersonProfils>National_2</cas:ENTPersonProfils>
          NAME_VALUE | LETTERS    | <cas:attribute name="ENTPersonProfils" value="National_TUT"/>
          BRACKETS   | LETTERS    | [0880001A, 0880002B]
          """)
  void writesAttributesInTheShapeThatWasChosen(String shape, String spelling, String expected)
      throws Exception {
    assertThat(validate(signOn(shape, spelling), SERVICE))
        .contains(expected)
        .contains("<cas:child externalId=\"1001\" UAI=\"0880001A\"/>")
        .contains("L&#39;Hermitte &amp; Fils");
  }

  @ParameterizedTest
  @EnumSource(LogoutForm.class)
  void tellsServicesThatThePersonSignedOut(LogoutForm form) throws Exception {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    HttpServer service =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          received.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    service.start();
    try {
      String address = "http://localhost:" + service.getAddress().getPort() + "/retour";
      String ticket = signOn(address, "CONTAINER", "LETTERS");
      get("/logout?form=" + form);
      String body = received.poll(5, TimeUnit.SECONDS);
      assertThat(body).isNotNull();
      assertThat(URLDecoder.decode(body, StandardCharsets.UTF_8))
          .startsWith(form == LogoutForm.FIELD ? "logoutRequest=<samlp" : "<samlp")
          .contains("<samlp:SessionIndex>" + ticket + "</samlp:SessionIndex>");
      assertThat(get("/").body()).contains("Qui êtes-vous");
    } finally {
      service.stop(0);
    }
  }

  private String signOn(String shape, String spelling) throws Exception {
    return signOn(SERVICE, shape, spelling);
  }

  private String signOn(String service, String shape, String spelling) throws Exception {
    String form =
        "person=mleroy&shape=%s&spelling=%s&service=%s"
            .formatted(shape, spelling, encoded(service));
    HttpResponse<String> answer =
        browser.send(
            HttpRequest.newBuilder(ent.address().resolve("/login"))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(service);
    return location.substring(location.indexOf("ticket=") + "ticket=".length());
  }

  private String validate(String ticket, String service) throws Exception {
    return get("/p3/serviceValidate?ticket=" + ticket + "&service=" + encoded(service)).body();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(ent.address().resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A clock that stands still until it is moved. */
  private static final class MovingClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    void advance(Duration by) {
      now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
