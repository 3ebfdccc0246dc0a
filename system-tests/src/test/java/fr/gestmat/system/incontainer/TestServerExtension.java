package fr.gestmat.system.incontainer;

import fr.gestmat.demo.Demonstration;
import fr.gestmat.demo.EmbeddedDatabase;
import fr.gestmat.demo.PayaraServer;
import fr.gestmat.demo.Ports;
import fr.gestmat.demo.Workplace;
import fr.gestmat.demo.source.ParticulierSimulator;
import fr.gestmat.demo.territory.SampleTerritory;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts, once for all classes, a fresh migrated database with the sample territory and the
 * configured Payara that Arquillian deploys to, beside a simulated API Particulier. Inside the
 * server it does nothing.
 */
public final class TestServerExtension implements BeforeAllCallback {

  @Override
  public void beforeAll(ExtensionContext context) {
    if (System.getProperty("com.sun.aas.instanceRoot") == null) {
      context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(Running.class, key -> start(), Running.class);
    }
  }

  private record Running(
      EmbeddedDatabase database, ParticulierSimulator sources, PayaraServer server)
      implements AutoCloseable {

    @Override
    public void close() {
      server.close();
      sources.close();
      database.close();
    }
  }

  private static Running start() {
    Workplace workplace =
        new Workplace(
            Path.of(System.getProperty("gestmat.checkout", "..")).toAbsolutePath().normalize(),
            "in-container");
    workplace.forget();
    workplace.create();
    EmbeddedDatabase database = EmbeddedDatabase.start(workplace, Ports.any());
    try {
      database.migrate();
      try (Connection connection = database.connect()) {
        SampleTerritory.load(connection, Clock.systemUTC());
      }
      ParticulierSimulator sources =
          new ParticulierSimulator(
              0, SampleTerritory.sourceFacts(Clock.systemUTC()), Clock.systemUTC());
      PayaraServer server =
          PayaraServer.start(
              workplace,
              Ports.any(),
              // The scanner is started by the tests that want one: it is away until then.
              paced(
                  troubled(
                      database,
                      Demonstration.asking(
                          sources,
                          Demonstration.withScanner(
                              Demonstration.environment(
                                  workplace.data(),
                                  database.url(),
                                  database.application(),
                                  Ports.any()),
                              Optional.of("127.0.0.1:" + Ports.any()))))));
      System.setProperty("gestmat.test.payara.home", server.home().toString());
      System.setProperty("gestmat.test.payara.admin-port", Integer.toString(server.adminPort()));
      return new Running(database, sources, server);
    } catch (Exception e) {
      database.close();
      throw new IllegalStateException("the test server did not start", e);
    }
  }

  /** Mails go at a pace, one every 50 ms, which no other test notices. */
  private static Map<String, String> paced(Map<String, String> environment) {
    Map<String, String> paced = new HashMap<>(environment);
    paced.put("GESTMAT_MAILS_PER_MINUTE", "1200");
    return paced;
  }

  /** Tests that make the database refuse something need the account that may change its tables. */
  private static Map<String, String> troubled(
      EmbeddedDatabase database, Map<String, String> environment) {
    Map<String, String> troubled = new HashMap<>(environment);
    troubled.put(Trouble.URL, database.url());
    troubled.put(Trouble.USER, database.migration().user());
    troubled.put(Trouble.PASSWORD, database.migration().password());
    return troubled;
  }
}
