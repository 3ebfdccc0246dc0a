package fr.gestmat.bench;

import fr.gestmat.bench.heap.Attached;
import fr.gestmat.bench.heap.LiveHeap;
import fr.gestmat.bench.territory.AidPlan;
import fr.gestmat.bench.territory.AidTerritory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.management.MBeanServerConnection;

/**
 * The letters of 20,000 decisions, made by the product's own job one after the other: what the
 * server holds in memory meanwhile, beside what it held after the first thousand.
 */
final class AidLetters {

  private static final int LETTERS = 20_040;
  private static final int FIRST = 1_000;
  private static final double HEAP_LIMIT_MB = 64;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(60);

  private AidLetters() {}

  static List<Figure> measure(Place place) throws Exception {
    Product product = place.mealAid();
    try (Connection owner = product.owner()) {
      LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
      AidPlan plan = new AidPlan(product.plan(), LETTERS, 0, true, now);
      Talk.say("%,d decided applications are loaded", LETTERS);
      new AidTerritory(owner, plan, text -> Talk.say("%s", text)).load();
      try (Attached server = Attached.to(product.serverProcess())) {
        MBeanServerConnection beans = server.beans();
        await(owner, FIRST);
        long first = LiveHeap.now(beans);
        long start = System.nanoTime();
        int before = made(owner);
        long highest;
        try (LiveHeap heap = new LiveHeap(beans, PAUSE)) {
          await(owner, LETTERS);
          highest = heap.highest();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long last = LiveHeap.now(beans);
        return List.of(
            Figure.of("Live heap of the server after 1,000 letters", "%.1f MB", first / 1e6),
            Figure.of("after all", "%.1f MB", last / 1e6),
            Figure.atMost(
                HEAP_LIMIT_MB,
                Math.max(0, highest - first) / 1e6,
                "MB",
                "The most above the first while 20,000 letters are made"),
            Figure.of("Letters made", "%.1f a second", (LETTERS - before) / seconds),
            Figure.atMost(0, failed(owner), "", "Letters that could not be made"));
      }
    }
  }

  private static void await(Connection owner, int letters) throws Exception {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    for (int made = made(owner); made < letters; made = made(owner)) {
      if (System.nanoTime() > limit) {
        throw new IllegalStateException(made + " letters in " + PATIENCE);
      }
      Talk.say("%,d letters", made);
      Thread.sleep(letters > FIRST ? PAUSE.toMillis() : 500);
    }
  }

  private static int made(Connection owner) throws SQLException {
    return count(owner, "select count(*) from aid_letter where state = 'MADE'");
  }

  private static int failed(Connection owner) throws SQLException {
    return count(
        owner, "select count(*) from aid_letter where attempts > 1 or failure is not null");
  }

  private static int count(Connection owner, String query) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
