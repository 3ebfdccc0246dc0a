package fr.gestmat.bench;

import fr.gestmat.bench.territory.WebSession;
import fr.gestmat.lending.control.transfer.MovePlan;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The proposal of moves between the schools of a region: with enough devices in all, and with too
 * few, where every rest must be placed; then through its page, from the needs of every school to
 * the proposal as it is shown.
 */
final class Transfers {

  private static final int SCHOOLS = 350;
  private static final int MOST = 600;
  private static final int ROUNDS = 5;
  private static final double MOST_SECONDS = 5;
  private static final String PAGE = "/materiels/transferts/propositions";

  private Transfers() {}

  static List<Figure> measure(Place place) throws Exception {
    List<Figure> figures = new ArrayList<>();
    for (boolean enough : new boolean[] {true, false}) {
      List<MovePlan.Place> region = region(enough);
      List<Double> seconds = new ArrayList<>();
      int moves = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        moves = MovePlan.propose(region).moves().size();
        seconds.add((System.nanoTime() - start) / 1e9);
      }
      double slowest = seconds.stream().mapToDouble(s -> s).max().orElseThrow();
      figures.add(
          Figure.atMost(
              MOST_SECONDS,
              slowest,
              "s",
              "Moves proposed for 350 schools, "
                  + (enough ? "enough" : "too few")
                  + " devices, slowest of 5"));
      figures.add(Figure.of("Moves of that proposal", "%d", moves));
    }
    figures.add(
        Figure.atMost(
            MOST_SECONDS,
            throughThePage(place.region()),
            "s",
            "The same through its page, with the region's own stock, slowest of 5"));
    return figures;
  }

  private static double throughThePage(Product product) throws Exception {
    try (Connection owner = product.owner()) {
      clear(owner);
      Visit visit =
          new Visit(product.server().httpPort(), WebSession.open(owner, product.plan().size()));
      String form = form(needs(owner));
      double slowest = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        String plan = visit.post(PAGE, form);
        visit.page(plan);
        slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
        Talk.say("Proposal through the page: %.2f s", slowest);
      }
      return slowest;
    } finally {
      try (Connection owner = product.owner()) {
        clear(owner);
      }
    }
  }

  /** As a manager pastes it: a line for each school, its code and its entrants. */
  private static String needs(Connection owner) throws SQLException {
    Random random = new Random(350);
    StringBuilder lines = new StringBuilder();
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery("select uai from school order by id")) {
      while (rows.next()) {
        lines.append(rows.getString(1)).append('\t').append(random.nextInt(MOST)).append('\n');
      }
    }
    return lines.toString();
  }

  private static String form(String needs) {
    LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
    // The next school year can be planned for whatever the day: it begins after a summer.
    int year = today.getYear() + (today.getMonthValue() >= Month.AUGUST.getValue() ? 1 : 0);
    return "do=propose&categorie=LAPTOP&rentree="
        + year
        + "&toCheck=50&inRepair=50&reserve=0&needs="
        + URLEncoder.encode(needs, StandardCharsets.UTF_8);
  }

  private static void clear(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("delete from move_plan_line");
      statement.execute("delete from move_plan");
      statement.execute("delete from school_need");
    }
  }

  private static List<MovePlan.Place> region(boolean enough) {
    Random random = new Random(350);
    List<MovePlan.Place> places = new ArrayList<>();
    for (int i = 0; i < SCHOOLS; i++) {
      places.add(
          new MovePlan.Place(
              String.format("%07dA", i),
              String.format("%03d", random.nextInt(10)),
              random.nextInt(MOST),
              random.nextInt(enough ? MOST * 6 / 5 : MOST * 4 / 5)));
    }
    return places;
  }
}
