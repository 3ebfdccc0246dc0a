package fr.gestmat.bench;

import fr.gestmat.bench.load.HttpConnection;
import fr.gestmat.bench.load.HttpConnection.Answer;
import fr.gestmat.bench.load.Rush;
import fr.gestmat.bench.load.Rush.Due;
import fr.gestmat.bench.territory.AidPlan;
import fr.gestmat.bench.territory.AidTerritory;
import fr.gestmat.bench.territory.WebSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.HdrHistogram.Histogram;

/**
 * The last evening of a campaign: 3,000 families of 60,000 applications send theirs within a
 * minute. Each types a last word, which is kept by itself, and sends; every tenth sends twice at
 * the same moment. As many families before them warm the server, with the page that one looks over
 * before sending and the one that follows; what they ran is compiled before the minute begins, as
 * on a server that has been up for days.
 */
final class AidSubmits {

  private static final int APPLICATIONS = 60_000;
  private static final int FAMILIES = 3_000;
  private static final int WARMING = 3_000;
  private static final int WITHIN_MS = 60_000;
  private static final int TWICE = 10;
  private static final int CONNECTIONS = 100;

  /** How long the compiler of the virtual machine needs for what the warm-up left it. */
  private static final Duration COMPILING = Duration.ofSeconds(60);

  private static final double MOST_SUBMIT_MS = 500;
  private static final double MOST_AUTOSAVE_MS = 100;

  private static final String AUTOSAVE = "Autosave";
  private static final String SUMMARY = "Page before sending";
  private static final String SUBMIT = "Submit";
  private static final String AFTER = "Page after sending";

  private AidSubmits() {}

  /** A family at its browser. */
  private record Family(int number, WebSession session, String page) {}

  static List<Figure> measure(Place place) throws Exception {
    Product product = place.mealAid();
    try (Connection owner = product.owner()) {
      AidPlan plan =
          new AidPlan(
              product.plan(),
              APPLICATIONS,
              FAMILIES + WARMING,
              false,
              LocalDateTime.now(ZoneOffset.UTC));
      Talk.say("A campaign of %,d applications is loaded", APPLICATIONS);
      new AidTerritory(owner, plan, text -> Talk.say("%s", text)).load();
      List<Family> families = families(owner, plan);
      int port = product.server().httpPort();
      Talk.say("Warm-up: %,d families with the pages around", WARMING);
      List<Family> before = families.subList(FAMILIES, FAMILIES + WARMING);
      Map<String, Histogram> warming = Rush.run(port, CONNECTIONS, requests(before, true));
      Talk.say("A pause of %,d s for the compiler", COMPILING.toSeconds());
      Thread.sleep(COMPILING.toMillis());
      Talk.say("%,d families within %,d s", FAMILIES, WITHIN_MS / 1_000);
      List<Family> counted = families.subList(0, FAMILIES);
      Map<String, Histogram> times = Rush.run(port, CONNECTIONS, requests(counted, false));
      List<Figure> figures = new ArrayList<>();
      figures.addAll(latencies(times, SUBMIT, MOST_SUBMIT_MS));
      figures.addAll(latencies(times, AUTOSAVE, MOST_AUTOSAVE_MS));
      for (String kind : List.of(SUBMIT, AUTOSAVE, SUMMARY, AFTER)) {
        double p95 = Objects.requireNonNull(warming.get(kind)).getValueAtPercentile(95) / 1e3;
        figures.add(
            Figure.of(kind + " while the server warms, with both pages, p95", "%.1f ms", p95));
      }
      figures.addAll(new AidSubmitProof(owner, plan).figures());
      return figures;
    }
  }

  private static List<Family> families(Connection owner, AidPlan plan) throws Exception {
    List<Integer> senders = new ArrayList<>(plan.senders());
    java.util.Collections.shuffle(senders, new Random(60));
    List<WebSession> sessions =
        WebSession.open(owner, senders.stream().map(plan::account).toList());
    List<Family> families = new ArrayList<>();
    for (int i = 0; i < senders.size(); i++) {
      int number = senders.get(i);
      families.add(
          new Family(number, sessions.get(i), "/aide/demandes/" + plan.application(number)));
    }
    return families;
  }

  /** What they ask for: sends are spread over the time, the rest comes seconds before and after. */
  private static List<Due> requests(List<Family> families, boolean pages) {
    List<Due> all = new ArrayList<>();
    Random moments = new Random(3);
    int within = (int) ((long) WITHIN_MS * families.size() / FAMILIES);
    for (int i = 0; i < families.size(); i++) {
      Family family = families.get(i);
      int due = 10_000 + moments.nextInt(within);
      all.add(new Due(AUTOSAVE, due - 10_000 + moments.nextInt(5_000), to -> type(to, family)));
      if (pages) {
        all.add(new Due(SUMMARY, due - 4_000, to -> look(to, family)));
        all.add(new Due(AFTER, due + 2_000, to -> expect(200, to.get("/aide", family.session()))));
      }
      for (int times = 0; times < (i % TWICE == 0 ? 2 : 1); times++) {
        all.add(new Due(SUBMIT, due, to -> send(to, family)));
      }
    }
    return all;
  }

  /** The last word of a family, by which it is found again. */
  static String word(int family) {
    return "Merci de la part de la famille " + family + ".";
  }

  private static void type(HttpConnection to, Family family) throws IOException {
    String form =
        "revision=0&message=" + URLEncoder.encode(word(family.number()), StandardCharsets.UTF_8);
    String path = family.page() + "/enregistrement/message";
    expect(200, to.post(path, family.session(), form));
  }

  private static void look(HttpConnection to, Family family) throws IOException {
    expect(200, to.get(family.page() + "/verification", family.session()));
  }

  private static void send(HttpConnection to, Family family) throws IOException {
    expect(303, to.post(family.page() + "/verification", family.session(), "certifie=true"));
  }

  private static void expect(int status, Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(
          "the product answered " + answer.status() + ":\n" + answer.body());
    }
  }

  private static List<Figure> latencies(Map<String, Histogram> all, String kind, double most) {
    Histogram times = Objects.requireNonNull(all.get(kind));
    String count = "%.1f ms (%,d requests)";
    double p95 = times.getValueAtPercentile(95) / 1e3;
    return List.of(
        Figure.of(
            kind + ", p50", count, times.getValueAtPercentile(50) / 1e3, times.getTotalCount()),
        Figure.atMost(most, p95, "ms", kind + ", p95"),
        Figure.of(kind + ", p99", "%.1f ms", times.getValueAtPercentile(99) / 1e3),
        Figure.of(kind + ", slowest", "%.1f ms", times.getMaxValue() / 1e3));
  }
}
