package fr.gestmat.demo;

import fr.gestmat.demo.ent.EntOptions;
import fr.gestmat.demo.ent.EntPerson;
import fr.gestmat.demo.ent.EntSimulator;
import fr.gestmat.demo.source.ParticulierSimulator;
import fr.gestmat.demo.territory.SampleAccess;
import fr.gestmat.demo.territory.SampleTerritory;
import fr.gestmat.sql.Account;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The whole product with its surroundings: database, sample territory, ENT, mail catcher, API
 * Particulier, and Payara with the application. Closing it stops everything, the application first.
 */
public final class Demonstration implements AutoCloseable {

  private static final String PUBLIC_URL = "GESTMAT_PUBLIC_URL";
  private static final String CLAMD = "GESTMAT_CLAMD";
  private static final String DATA_DIR = "GESTMAT_DATA_DIR";
  private static final Logger LOG = Logger.getLogger(Demonstration.class.getName());

  private final Workplace workplace;
  private final PortPlan ports;
  private final Console console;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();

  /**
   * What runs.
   *
   * @param address of the product
   * @param access how to get in
   * @param people who can sign on at the ENT
   * @param sources stands in for API Particulier
   */
  public record Started(
      URI address,
      Database database,
      SampleAccess access,
      EntSimulator ent,
      List<EntPerson> people,
      MailCatcher mail,
      ParticulierSimulator sources,
      PayaraServer server) {

    /** Keeps the list unchangeable. */
    public Started {
      people = List.copyOf(people);
    }
  }

  /** A demonstration that is still to be started. */
  public Demonstration(Workplace workplace, PortPlan ports) {
    this.workplace = workplace.create();
    this.ports = ports;
    this.console = new Console();
  }

  /**
   * Starts everything, one after the other, saying so. What was started before a failure is stopped
   * by {@link #close()}.
   *
   * @throws IllegalStateException with what to do, if a part does not start
   */
  public Started start() {
    URI address = URI.create("http://localhost:" + ports.http());
    Database database =
        console.step(
            "Opening the database",
            () -> running(Database.open(workplace, ports.database())),
            Database::url);
    console.step(
        "Bringing its schema up to date",
        database::migrate,
        missing -> missing == 0 ? "current already" : missing + " migrations applied");
    SampleAccess access =
        console.step("Loading the sample territory", () -> territory(database), all -> "loaded");
    MailCatcher mail =
        console.step(
            "Starting the mail catcher",
            () -> running(new MailCatcher(ports.smtp(), ports.mailPage())),
            started -> started.address().toString());
    Optional<ClamDaemon> scanner =
        console.step("Starting the virus scanner", this::scanner, Demonstration::told);
    List<EntPerson> people = people(database);
    EntSimulator ent =
        console.step(
            "Starting the simulated ENT",
            () -> running(ent(database, people, address)),
            started -> started.address().toString());
    ParticulierSimulator sources =
        console.step(
            "Starting the simulated API Particulier",
            () ->
                running(
                    new ParticulierSimulator(
                        ports.sources(),
                        SampleTerritory.sourceFacts(Clock.systemUTC()),
                        Clock.systemUTC())),
            started -> started.address().toString());
    PayaraServer server =
        console.step(
            "Starting Payara (the first time it is unpacked and configured too)",
            () ->
                running(
                    PayaraServer.start(
                        workplace,
                        ports.http(),
                        asking(
                            sources,
                            withScanner(
                                knowing(
                                    address,
                                    environment(
                                        data(),
                                        database.url(),
                                        database.application(),
                                        ports.smtp())),
                                scanner.map(ClamDaemon::address))))),
            started -> "ready");
    console.step("Deploying Gestmat", () -> deploy(server), done -> address.toString());
    return new Started(address, database, access, ent, people, mail, sources, server);
  }

  private <T extends AutoCloseable> T running(T part) {
    synchronized (running) {
      running.push(part);
    }
    return part;
  }

  private SampleAccess territory(Database database) throws SQLException, IOException {
    Path notes = workplace.home().resolve("access.properties");
    try (Connection connection = database.connect()) {
      if (SampleTerritory.isLoaded(connection)) {
        return AccessNotes.read(notes);
      }
      SampleAccess access =
          // Files of families lie in the folder, unless the product keeps them elsewhere.
          System.getenv("GESTMAT_S3_BUCKET") == null
              ? SampleTerritory.load(connection, Clock.systemUTC(), data())
              : SampleTerritory.load(connection, Clock.systemUTC());
      AccessNotes.write(notes, access);
      return access;
    }
  }

  /** Where the setting says, as for backups of this instance, else beside its other data. */
  private Path data() {
    return Optional.ofNullable(System.getenv(DATA_DIR))
        .filter(named -> !named.isBlank())
        .map(Path::of)
        .orElseGet(workplace::data);
  }

  private static List<EntPerson> people(Database database) {
    try (Connection connection = database.connect()) {
      return SampleTerritory.people(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the sample people cannot be read", e);
    }
  }

  private EntSimulator ent(Database database, List<EntPerson> people, URI address)
      throws SQLException, IOException {
    EntSimulator ent =
        new EntSimulator(ports.ent(), people, address, EntOptions.USUAL, Clock.systemUTC());
    try (Connection connection = database.connect()) {
      SampleTerritory.moveEnt(connection, ent.address());
    }
    return ent;
  }

  /**
   * What Payara's settings and the application refer to.
   *
   * @param data folder of the files that people hand in
   * @param smtp port of the mail server on this machine
   */
  public static Map<String, String> environment(
      Path data, String url, Account application, int smtp) {
    Map<String, String> environment = new HashMap<>();
    environment.put("GESTMAT_DB_URL", url);
    environment.put("GESTMAT_DB_USER", application.user());
    environment.put("GESTMAT_DB_PASSWORD", application.password());
    environment.put("GESTMAT_MAIL_HOST", "127.0.0.1");
    environment.put("GESTMAT_MAIL_PORT", Integer.toString(smtp));
    environment.put("GESTMAT_MAIL_FROM", "gestmat@localhost");
    environment.put(DATA_DIR, data.toString());
    return Map.copyOf(environment);
  }

  /** The address that is printed goes into mails too, unless another one was set. */
  static Map<String, String> knowing(URI address, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(PUBLIC_URL, System.getenv().getOrDefault(PUBLIC_URL, address.toString()));
    return Map.copyOf(all);
  }

  /** The same environment, in which official sources are asked here. */
  public static Map<String, String> asking(
      ParticulierSimulator sources, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("GESTMAT_API_PARTICULIER_URL", sources.address().toString());
    return Map.copyOf(all);
  }

  /** The same with a virus scanner, where there is one. */
  public static Map<String, String> withScanner(
      Map<String, String> environment, Optional<String> address) {
    Map<String, String> all = new HashMap<>(environment);
    address.ifPresent(a -> all.put(CLAMD, a));
    return Map.copyOf(all);
  }

  /**
   * Ours, unless the setting names another. A trial goes on without: documents then wait, and the
   * pages say so.
   */
  private Optional<ClamDaemon> scanner() throws IOException {
    Optional<Path> program = System.getenv(CLAMD) == null ? ClamDaemon.program() : Optional.empty();
    return program.isEmpty()
        ? Optional.empty()
        : Optional.of(
            running(
                ClamDaemon.start(program.get(), workplace.home().resolve("clamd"), Ports.any())));
  }

  private static String told(Optional<ClamDaemon> scanner) {
    return scanner
        .map(ClamDaemon::address)
        .or(() -> Optional.ofNullable(System.getenv(CLAMD)))
        .orElse("not installed: documents stay to be checked (package clamav-daemon)");
  }

  private Path deploy(PayaraServer server) {
    server.deploy(workplace.ear(), "gestmat");
    return workplace.ear();
  }

  /** Stops whatever runs, the last started first. */
  @Override
  public void close() {
    synchronized (running) {
      while (!running.isEmpty()) {
        AutoCloseable part = running.pop();
        try {
          part.close();
        } catch (Exception e) {
          LOG.log(Level.WARNING, "did not stop cleanly", e);
        }
      }
    }
  }
}
