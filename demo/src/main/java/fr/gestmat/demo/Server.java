package fr.gestmat.demo;

import fr.gestmat.demo.ent.EntPerson;
import fr.gestmat.demo.source.ParticulierSimulator;
import fr.gestmat.demo.territory.SampleAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The whole product in front of a terminal, until the process is asked to end. */
public final class Server {

  private Server() {}

  /**
   * Starts everything, prints where it is and how to get in, and stays. Run from the root of the
   * checkout, as {@code script/server} does. {@code --fresh} forgets former data first.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Workplace workplace = new Workplace(Path.of("").toAbsolutePath(), "server");
    Optional<RunLock> lock = RunLock.take(workplace);
    Path address = RunLock.address(workplace);
    if (lock.isEmpty()) {
      System.err.println(
          "Gestmat already runs from this checkout"
              + (Files.exists(address) ? ", at " + Files.readString(address) : "")
              + ". Stop it with Ctrl-C where it was started.");
      System.exit(1);
    }
    note(RunLock.pid(workplace), Long.toString(ProcessHandle.current().pid()));
    // What a killed run left would else hold the ports that are looked for next.
    Program.stopLeftOvers(workplace);
    if (List.of(args).contains("--fresh")) {
      refuseForeignDatabase();
      System.out.println("Forgetting the data of former runs.");
      workplace.forget();
    }
    workplace.create();
    logToFile(workplace.logs().resolve("start.log"));
    run(new Demonstration(workplace, ports()), workplace, address);
  }

  /** Its files would be gone and its rows still speak of them. */
  private static void refuseForeignDatabase() {
    if (System.getenv(Database.URL) != null) {
      System.err.println(
          "--fresh forgets the database of this checkout, not that of GESTMAT_DB_URL: empty that"
              + " one yourself, or start without GESTMAT_DB_URL.");
      System.exit(1);
    }
  }

  private static void note(Path file, String content) throws IOException {
    Files.writeString(file, content);
    file.toFile().deleteOnExit();
  }

  private static PortPlan ports() {
    try {
      return PortPlan.usual(new PortChoice(new Console(), System.getenv(), Ports::isFree));
    } catch (IllegalStateException e) {
      System.err.println("Gestmat did not start: " + e.getMessage());
      System.exit(1);
      throw e;
    }
  }

  private static void run(Demonstration demonstration, Workplace workplace, Path addressFile)
      throws IOException, InterruptedException {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.out.println("\nStopping...");
                  demonstration.close();
                  System.out.println("Stopped. The data stay for the next start.");
                }));
    try {
      Demonstration.Started started = demonstration.start();
      note(addressFile, started.address().toString());
      print(workplace, started);
    } catch (RuntimeException e) {
      Logger.getLogger(Server.class.getName()).log(Level.SEVERE, "not started", e);
      System.err.println("Gestmat did not start: " + reason(e));
      System.err.println("More is in " + workplace.logs().resolve("start.log"));
      System.exit(1);
    }
    new CountDownLatch(1).await();
  }

  /** What a library says about itself is in the log; here, the first line of what it is about. */
  private static String reason(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    Throwable telling = failure instanceof IllegalStateException ? failure : first;
    return String.valueOf(telling.getMessage());
  }

  private static void print(Workplace workplace, Demonstration.Started started) {
    SampleAccess access = started.access();
    System.out.printf("%nGestmat is at %s/%n", started.address());
    System.out.printf(
        "%nSign on from the simulated ENT, %s, by clicking on:%n", started.ent().address());
    for (EntPerson person : started.people()) {
      System.out.printf("  %-24s %s%n", person.fullName(), person.about());
    }
    System.out.printf("%nOr with a local account:%n");
    for (SampleAccess.Login login : access.logins()) {
      System.out.printf(
          "  %-18s %-18s %s, %s%n",
          login.login(), login.password(), login.fullName(), login.role());
    }
    System.out.printf("%nBearer tokens to try the API with:%n");
    for (SampleAccess.Token token : access.tokens()) {
      System.out.printf("  %-15s %s%n", token.role(), token.secret());
    }
    access.tokens().stream()
        .findFirst()
        .ifPresent(
            token ->
                System.out.printf(
                    "  for example: curl -H 'Authorization: Bearer %s' %s/api/v1/devices%n",
                    token.secret(), started.address()));
    System.out.printf("%nMails that Gestmat sent: %s%n", started.mail().address());
    System.out.printf(
        "API Particulier, simulated: %s%n  a token for the page /aides/sources: %s%n",
        started.sources().address(),
        ParticulierSimulator.token(Instant.now().plus(Duration.ofDays(365))));
    System.out.printf("Logs: %s%n", started.server().log());
    System.out.printf("%nCtrl-C stops everything; the data stay in %s.%n", workplace.home());
  }

  /** What libraries say while they start is of interest only when they fail. */
  private static void logToFile(Path file) throws IOException {
    LogManager.getLogManager().reset();
    FileHandler handler = new FileHandler(file.toString());
    handler.setFormatter(new SimpleFormatter());
    Logger.getLogger("").addHandler(handler);
  }
}
