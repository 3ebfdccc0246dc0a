package fr.gestmat.demo.source;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.demo.territory.SampleTerritory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ParticulierSimulatorTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-09-20T10:00:00Z"), ZoneOffset.UTC);
  private static final String GOOD =
      ParticulierSimulator.token(CLOCK.instant().plus(Duration.ofDays(1)));
  private static final String QUOTIENT = "/v3/dss/quotient_familial/identite?";
  private static final String RECIPIENT = "recipient=13002526500013";
  private static final String CARLIER =
      "&nomNaissance=Carlier&prenoms%5B%5D=Sophie&anneeDateNaissance=1984&moisDateNaissance=3"
          + "&jourDateNaissance=12&sexeEtatCivil=F&codeCogInseePaysNaissance=99100"
          + "&codeCogInseeCommuneNaissance=57463";
  private static final String INES =
      "&nomNaissance=CARLIER&prenoms%5B%5D=In%C3%A8s&sexeEtatCivil=F&anneeDateNaissance=2012"
          + "&moisDateNaissance=9&jourDateNaissance=1&codeEtablissement=0990421T"
          + "&anneeScolaire=2026";
  private static final String FOULE =
      "&nomNaissance=FOULE&prenoms%5B%5D=LUC&anneeDateNaissance=1980&moisDateNaissance=1"
          + "&jourDateNaissance=2&sexeEtatCivil=M&codeCogInseePaysNaissance=99100"
          + "&codeCogInseeCommuneNaissance=57463";

  private final HttpClient http = HttpClient.newHttpClient();
  private ParticulierSimulator simulator;

  @BeforeEach
  void start() throws IOException {
    simulator = new ParticulierSimulator(0, SampleTerritory.sourceFacts(CLOCK), CLOCK);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private HttpResponse<String> ask(String token, String address, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(simulator.address() + address))
            .header("Authorization", "Bearer " + token);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void replays_what_a_family_of_the_sample_is_known_for() throws Exception {
    HttpResponse<String> answer = ask(GOOD, QUOTIENT + RECIPIENT + CARLIER);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"valeur\": 412", "\"mois\": 9", "2012-09-01", "\"meta\": {}");
  }

  @Test
  @DisplayName("M-N08: a commune may be told by its name and its département")
  void a_commune_by_its_name() throws Exception {
    String named =
        CARLIER.replace(
            "&codeCogInseeCommuneNaissance=57463",
            "&nomCommuneNaissance=Metz&codeCogInseeDepartementNaissance=");
    assertThat(ask(GOOD, QUOTIENT + RECIPIENT + named + "57").statusCode()).isEqualTo(200);
    assertThat(ask(GOOD, QUOTIENT + RECIPIENT + named + "58").statusCode()).isEqualTo(404);
  }

  @Test
  @DisplayName("M-N04: only version 5 tells the régime")
  void versions_of_the_pupils_service() throws Exception {
    String path = "/men/scolarites/identite?" + RECIPIENT + INES;
    assertThat(ask(GOOD, "/v3" + path).body())
        .contains("\"echelon_bourse\": 2")
        .doesNotContain("regime_pensionnat");
    assertThat(ask(GOOD, "/v5" + path).body()).contains("regime_pensionnat");
    assertThat(ask(GOOD, "/v6" + path).body()).contains("<html>");
  }

  @Test
  @DisplayName("M-N16: a proof where one is asked for")
  void proofs() throws Exception {
    assertThat(ask(GOOD, QUOTIENT + RECIPIENT + CARLIER, "X-Generate-Proof", "proof-only").body())
        .contains("pdf_verification_link", "pdf_verification_code");
  }

  @Test
  void nobody_knows_whom_no_pair_knows() throws Exception {
    HttpResponse<String> answer = ask(GOOD, QUOTIENT + RECIPIENT + "&nomNaissance=PERSONNE");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("37003");
  }

  @Test
  void a_pair_may_begin_with_trouble() throws Exception {
    HttpResponse<String> first = ask(GOOD, QUOTIENT + RECIPIENT + FOULE);
    assertThat(first.statusCode()).isEqualTo(429);
    assertThat(first.headers().firstValue("Retry-After")).contains("2");
    assertThat(ask(GOOD, QUOTIENT + RECIPIENT + FOULE).statusCode()).isEqualTo(200);
  }

  @Test
  void tokens_and_recipients_are_looked_at() throws Exception {
    String old = ParticulierSimulator.token(CLOCK.instant());
    String revoked = ParticulierSimulator.revokedToken(CLOCK.instant().plusSeconds(60));
    assertThat(ask(old, QUOTIENT + RECIPIENT + CARLIER).body()).contains("00103");
    assertThat(ask(revoked, QUOTIENT + RECIPIENT + CARLIER).statusCode()).isEqualTo(401);
    assertThat(ask("x", QUOTIENT + RECIPIENT + CARLIER).statusCode()).isEqualTo(401);
    assertThat(ask(GOOD, QUOTIENT + "recipient=1" + CARLIER).statusCode()).isEqualTo(422);
  }

  @Test
  @DisplayName("M-N12: the twenty-first call of a second is turned away")
  void too_many() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i <= ParticulierSimulator.PER_SECOND; i++) {
      statuses.add(ask(GOOD, QUOTIENT + RECIPIENT + CARLIER).statusCode());
    }
    assertThat(statuses.subList(0, 20)).containsOnly(200);
    assertThat(statuses.get(20)).isEqualTo(429);
    assertThat(simulator.calls()).hasSize(21);
    assertThat(ask(GOOD, "/appels").body().lines()).hasSize(21);
    assertThat(ask(GOOD, "/").body()).contains("Sophie Carlier");
  }
}
