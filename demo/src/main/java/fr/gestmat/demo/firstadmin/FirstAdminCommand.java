package fr.gestmat.demo.firstadmin;

import fr.gestmat.demo.Database;
import fr.gestmat.demo.EmbeddedDatabase;
import fr.gestmat.demo.Ports;
import fr.gestmat.demo.RunLock;
import fr.gestmat.demo.Workplace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code script/first-admin}: makes the first administrator in the database of GESTMAT_DB_URL, or
 * in that of {@code script/server}, which is started for the moment when it does not run. What is
 * not said by an option is asked.
 */
public final class FirstAdminCommand {

  private static final int REFUSED = 1;
  private static final int MISUSED = 2;
  private static final List<String> OPTIONS =
      List.of("authority", "kind", "zone", "name", "login", "email");

  private final Map<String, String> given;
  private final BufferedReader in =
      new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

  private FirstAdminCommand(Map<String, String> given) {
    this.given = given;
  }

  /** Runs with options like {@code --name "Prénom Nom"}, from the checkout's root. */
  public static void main(String[] args) throws IOException {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < args.length; i += 2) {
      String name = args[i].replaceFirst("^--", "");
      if (!OPTIONS.contains(name) || i + 1 == args.length) {
        System.err.println("Unknown option or missing value: " + args[i]);
        System.exit(MISUSED);
      }
      given.put(name, args[i + 1]);
    }
    System.exit(new FirstAdminCommand(given).run());
  }

  private int run() throws IOException {
    Workplace workplace = new Workplace(Path.of("").toAbsolutePath(), "server").create();
    Optional<RunLock> stopped = RunLock.take(workplace);
    boolean ours = System.getenv("GESTMAT_DB_URL") == null;
    try (Database database =
        ours && stopped.isEmpty()
            ? EmbeddedDatabase.running(workplace)
            : Database.open(workplace, Ports.any())) {
      database.migrate();
      try (Connection connection = database.connect()) {
        return tell(FirstAdmin.make(connection, request(connection), Clock.systemUTC()));
      }
    } catch (SQLException | IllegalStateException | IllegalArgumentException e) {
      System.err.println("Not done: " + e.getMessage());
      return REFUSED;
    }
  }

  private FirstAdmin.Request request(Connection connection) throws SQLException, IOException {
    List<String> known = FirstAdmin.authorities(connection);
    String authority =
        known.size() == 1 && !given.containsKey("authority")
            ? known.get(0)
            : value("authority", "Name of the authority, e.g. Région Grand Est: ");
    FirstAdmin.Kind kind = FirstAdmin.Kind.REGION;
    String zone = "Europe/Paris";
    if (!known.contains(authority)) {
      kind = kind(value("kind", "Is it a région or a département? [region/departement]: "));
      zone = ZoneId.of(given.getOrDefault("zone", zone)).getId();
    }
    return new FirstAdmin.Request(
        authority,
        kind,
        zone,
        value("name", "First and last name of the administrator: "),
        value("login", "Login (the e-mail address will do): "),
        given.getOrDefault("email", ""));
  }

  private static FirstAdmin.Kind kind(String text) {
    return Arrays.stream(FirstAdmin.Kind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("the kind is region or departement, not " + text));
  }

  private String value(String option, String question) throws IOException {
    String value = given.get(option);
    if (value != null) {
      return value;
    }
    System.out.print(question);
    System.out.flush();
    String typed = in.readLine();
    if (typed == null) {
      throw new IllegalArgumentException("--" + option + " is missing");
    }
    return typed.strip();
  }

  private static int tell(FirstAdmin.Answer answer) {
    if (answer instanceof FirstAdmin.Answer.Made made) {
      String base =
          Optional.ofNullable(System.getenv("GESTMAT_PUBLIC_URL"))
              .map(url -> url.replaceAll("/+$", ""))
              .orElse("http://localhost:8080");
      System.out.println("The administrator is made. Their link to choose a password, good once");
      System.out.println("until " + made.expires() + ", on the address of your installation:");
      System.out.println();
      System.out.println("  " + base + "/activation/" + made.secret());
      System.out.println();
      return 0;
    }
    System.err.println("Not done, and nothing was written:");
    ((FirstAdmin.Answer.Refused) answer)
        .reasons()
        .forEach(reason -> System.err.println("- " + reason));
    return REFUSED;
  }
}
