package fr.gestmat.bench;

import fr.gestmat.bench.territory.LargeTerritory;
import fr.gestmat.bench.territory.TerritoryPlan;
import fr.gestmat.bench.territory.TerritorySize;
import fr.gestmat.bench.territory.Tokens;
import fr.gestmat.demo.EmbeddedDatabase;
import fr.gestmat.demo.PayaraServer;
import fr.gestmat.demo.Ports;
import fr.gestmat.demo.Workplace;
import fr.gestmat.sql.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The product on this machine with a territory of its own, as it is shipped: the embedded MariaDB,
 * and Payara with the deliverable once it is asked for.
 */
final class Product implements AutoCloseable {

  private final Workplace workplace;
  private final TerritoryPlan plan;
  private final EmbeddedDatabase database;
  private @Nullable PayaraServer server;
  private @Nullable Tokens tokens;

  private Product(Workplace workplace, TerritoryPlan plan, EmbeddedDatabase database) {
    this.workplace = workplace;
    this.plan = plan;
    this.database = database;
  }

  /**
   * Starts the database, with the territory as it was loaded.
   *
   * @param instance name of the place where the data stay between runs
   * @param anew whether to load it again even if it is there
   */
  static Product start(Path checkout, String instance, TerritorySize size, boolean anew)
      throws IOException, SQLException {
    Workplace workplace = new Workplace(checkout, instance).create();
    Talk.say("MariaDB for %s", instance);
    EmbeddedDatabase database = EmbeddedDatabase.start(workplace, Ports.firstFreeFrom(3407));
    Product product = new Product(workplace, new TerritoryPlan(size), database);
    try {
      database.migrate();
      product.loadOrRestore(anew);
      return product;
    } catch (IOException | SQLException | RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Who is where in the territory. */
  TerritoryPlan plan() {
    return plan;
  }

  /** The database below the product. */
  EmbeddedDatabase database() {
    return database;
  }

  /** The server with the product deployed, started at the first call. */
  PayaraServer server() {
    if (server == null) {
      Talk.say("Payara for %s", workplace.instance());
      server =
          PayaraServer.start(
              workplace,
              Ports.firstFreeFrom(8480),
              Map.of(
                  "GESTMAT_DB_URL",
                  database.url(),
                  "GESTMAT_DB_USER",
                  database.application().user(),
                  "GESTMAT_DB_PASSWORD",
                  database.application().password(),
                  "GESTMAT_DATA_DIR",
                  workplace.data().toString(),
                  "GESTMAT_MAIL_HOST",
                  "127.0.0.1",
                  "GESTMAT_MAIL_PORT",
                  "3025",
                  "GESTMAT_MAIL_FROM",
                  "gestmat@localhost",
                  // What the server can do is measured, not what it lets one account do.
                  "GESTMAT_REQUESTS_PER_MINUTE",
                  "9999999",
                  "GESTMAT_ANONYMOUS_REQUESTS_PER_MINUTE",
                  "9999999"));
      server.deploy(workplace.ear(), "gestmat");
    }
    return server;
  }

  /** Number of the server's process. */
  long serverProcess() throws IOException {
    server();
    String kept = Files.readString(workplace.home().resolve("payara.pid"));
    return Long.parseLong(kept.split(" ", 2)[0]);
  }

  /** Bearer tokens of this run. */
  Tokens tokens() throws SQLException {
    if (tokens == null) {
      try (Connection connection = owner()) {
        tokens = Tokens.issue(connection, plan.size());
      }
    }
    return tokens;
  }

  /** A connection of the account that owns the schema. */
  Connection owner() throws SQLException {
    Account account = database.migration();
    return DriverManager.getConnection(database.url(), account.user(), account.password());
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    database.close();
  }

  private void loadOrRestore(boolean anew) throws IOException, SQLException {
    Path loaded = workplace.home().resolve("territory");
    String what = plan.size().toString();
    try (Connection connection = owner()) {
      LargeTerritory territory = new LargeTerritory(connection, plan, text -> Talk.say("%s", text));
      if (!anew && Files.exists(loaded) && Files.readString(loaded).equals(what)) {
        Talk.say("The territory is there; what former runs wrote is taken back");
        territory.restore();
      } else {
        Files.deleteIfExists(loaded);
        Talk.say("The territory is loaded");
        territory.load();
        Files.writeString(loaded, what);
      }
    }
  }
}
