package fr.gestmat.bench;

import fr.gestmat.bench.territory.AidPlan;
import fr.gestmat.bench.territory.AidTerritory;
import fr.gestmat.bench.territory.WebSession;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * The work list of officers with 300,000 applications in one campaign: every tab and every filter,
 * pages further on, names and numbers that are looked for. Whole pages, one after the other; then
 * all of them as one workbook.
 */
final class AidWorkList {

  private static final int APPLICATIONS = 300_000;
  private static final int ROUNDS = 20;
  private static final int WARMING = 5;
  private static final int COUNTED = 5;
  private static final double MOST_MS = 100;
  private static final Pattern NEXT = Pattern.compile("[?&;]apres=([^\"&]+)");

  /** What is rare stands with what is frequent: an index serves one of them only. */
  private static final List<String> FILTERS =
      List.of(
          "etat=SUBMITTED",
          "etat=IN_REVIEW",
          "etat=TO_COMPLETE",
          "etat=GRANTED",
          "etat=REFUSED",
          "etat=CLOSED",
          "etat=WITHDRAWN",
          "etat=TOUS",
          "agent=moi",
          "agent=personne",
          "agent=moi&etat=IN_REVIEW",
          "agent=moi&etat=TOUS",
          "agent=personne&etat=TOUS",
          "complet=oui",
          "complet=non",
          "complet=non&etat=TOUS",
          "signe=NO_VISA",
          "signe=NO_VISA&etat=TOUS",
          "signe=CORRECTION",
          "signe=CORRECTION&etat=TOUS",
          "signe=SECOND_LOOK",
          "signe=SECOND_LOOK&etat=TOUS",
          "signe=APPEAL",
          "signe=APPEAL&etat=TOUS",
          "signe=UNKNOWN_CHILD",
          "signe=UNKNOWN_CHILD&etat=TOUS",
          "signe=LATE",
          "signe=LATE&etat=TOUS");

  private static final List<String> NAMES =
      List.of(
          "martin",
          "martin emma",
          "lefevre lea",
          "le goff",
          "da silva",
          "emma mar",
          "dup",
          "ben",
          "z",
          "xy",
          "xyz",
          "da xyz");

  private AidWorkList() {}

  static List<Figure> measure(Place place) throws Exception {
    Product product = place.mealAid();
    try (Connection owner = product.owner()) {
      LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
      AidPlan plan = new AidPlan(product.plan(), APPLICATIONS, 0, false, now);
      Talk.say("A campaign of %,d applications is loaded", APPLICATIONS);
      new AidTerritory(owner, plan, text -> Talk.say("%s", text)).load();
      WebSession session = WebSession.open(owner, List.of(plan.officer(0))).get(0);
      Visit visit = new Visit(product.server().httpPort(), session);
      Map<String, List<String>> all = new LinkedHashMap<>();
      all.put("Work list by tab and filter", filters(product));
      all.put("Work list, further pages", further(visit));
      all.put("Search by name", NAMES.stream().map(AidWorkList::search).toList());
      all.put("Search by number", numbers());
      for (List<String> paths : all.values()) {
        run(visit, paths, WARMING);
      }
      List<Figure> figures = new ArrayList<>();
      for (Map.Entry<String, List<String>> one : all.entrySet()) {
        figures.addAll(times(one.getKey(), run(visit, one.getValue(), ROUNDS)));
      }
      figures.addAll(statements(product, visit));
      figures.addAll(AidExport.measure(product, owner, visit));
      return figures;
    }
  }

  private static List<String> filters(Product product) {
    String school = "college=" + product.plan().uai(100);
    return Stream.concat(
            FILTERS.stream(), Stream.of(school, school + "&etat=TOUS", school + "&signe=LATE"))
        .map(filter -> "/dossiers?" + filter)
        .toList();
  }

  /** The next page ten times, for what is frequent and for everything. */
  private static List<String> further(Visit visit) throws Exception {
    List<String> paths = new ArrayList<>();
    for (String filter : List.of("etat=SUBMITTED", "etat=TOUS", "etat=GRANTED&complet=non")) {
      String page = visit.page("/dossiers?" + filter);
      for (int i = 0; i < 10; i++) {
        Matcher next = NEXT.matcher(page);
        String found = null;
        while (next.find()) {
          found = URLDecoder.decode(next.group(1), StandardCharsets.UTF_8);
        }
        if (found == null) {
          throw new IllegalStateException("no further page of " + filter + ":\n" + page);
        }
        String path =
            "/dossiers?" + filter + "&apres=" + URLEncoder.encode(found, StandardCharsets.UTF_8);
        paths.add(path);
        page = visit.page(path);
      }
    }
    return paths;
  }

  private static List<String> numbers() {
    return Stream.of(1, 17, 4_711, 150_000, 299_999, 900_000)
        .map(number -> search(String.valueOf(number)))
        .toList();
  }

  private static String search(String typed) {
    return "/dossiers?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
  }

  private static Map<String, Histogram> run(Visit visit, List<String> paths, int rounds)
      throws Exception {
    Map<String, Histogram> times = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      for (String path : paths) {
        long start = System.nanoTime();
        visit.page(path);
        times
            .computeIfAbsent(path, p -> new Histogram(3))
            .recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
      }
    }
    return times;
  }

  private static List<Figure> times(String what, Map<String, Histogram> byPath) {
    Histogram all = new Histogram(3);
    byPath.forEach(
        (path, some) -> {
          all.add(some);
          Talk.say(
              "%8.1f ms, p95 %8.1f ms  %s",
              some.getValueAtPercentile(50) / 1e3, some.getValueAtPercentile(95) / 1e3, path);
        });
    Map.Entry<String, Histogram> dearest =
        byPath.entrySet().stream()
            .max(Comparator.comparing(one -> one.getValue().getValueAtPercentile(50)))
            .orElseThrow();
    return List.of(
        Figure.of(
            what + ", p50",
            "%.1f ms (%,d pages)",
            all.getValueAtPercentile(50) / 1e3,
            all.getTotalCount()),
        Figure.atMost(MOST_MS, all.getValueAtPercentile(95) / 1e3, "ms", what + ", p95"),
        Figure.of(
            "Its dearest, p50",
            "%.1f ms (`%s`)",
            dearest.getValue().getValueAtPercentile(50) / 1e3,
            URLDecoder.decode(dearest.getKey().replace("/dossiers?", ""), StandardCharsets.UTF_8)));
  }

  /** A page must not ask more the more there is on it. */
  private static List<Figure> statements(Product product, Visit visit) throws Exception {
    try (StatementCount count = new StatementCount(product.owner())) {
      long none = fewest(count, visit, search("xyz"));
      return List.of(
          Figure.of("Statements of a page without applications", "%d", none),
          Figure.atMost(
              none,
              fewest(count, visit, "/dossiers?etat=TOUS"),
              "",
              "Statements of a page of 50 applications"),
          Figure.atMost(
              none,
              fewest(count, visit, search("martin")),
              "",
              "Statements of a search that finds 50 or more"));
    }
  }

  private static long fewest(StatementCount count, Visit visit, String path) throws Exception {
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < COUNTED; i++) {
      long before = count.now();
      visit.page(path);
      fewest = Math.min(fewest, count.now() - before - 1);
    }
    return fewest;
  }
}
