package fr.gestmat.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A running Payara Server with the configured domain of a workplace, as a plain child process. Its
 * administration listens on this machine only.
 */
public final class PayaraServer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(120);

  private final PayaraDomain domain;
  private final int httpPort;
  private final int adminPort;
  private final Program program;

  private PayaraServer(PayaraDomain domain, int httpPort, Map<String, String> environment) {
    this.domain = domain;
    this.httpPort = httpPort;
    this.adminPort = Ports.any();
    this.program =
        Program.start(
            domain.workplace(),
            "payara",
            launchCommand(),
            environment,
            "AS_ADMIN_MASTERPASSWORD=changeit\n");
    awaitAdministration();
  }

  /**
   * Configures the domain of a workplace if needed, starts it and waits until it answers.
   *
   * @param httpPort a free port for the application
   * @param environment what the settings refer to, such as GESTMAT_DB_URL
   * @throws IllegalStateException with the place of the log when it does not start
   */
  public static PayaraServer start(
      Workplace workplace, int httpPort, Map<String, String> environment) {
    workplace.create();
    PayaraDomain domain = new PayaraDomain(workplace, PayaraInstallation.unpacked(workplace));
    domain.prepare(environment);
    return new PayaraServer(domain, httpPort, environment);
  }

  /** Runs the settings once on a new domain. */
  static void configure(PayaraDomain domain, Path settings, Map<String, String> environment) {
    try (PayaraServer server = new PayaraServer(domain, Ports.any(), environment)) {
      server.asadmin("multimode", "--file", settings.toString());
    }
  }

  /**
   * Deploys an application, in place of one of the same name.
   *
   * @param archive an EAR or a WAR
   * @throws IllegalStateException with the server's reason when it is refused
   */
  public void deploy(Path archive, String name) {
    asadmin("deploy", "--force=true", "--name", name, archive.toString());
  }

  /** Port of the application. */
  public int httpPort() {
    return httpPort;
  }

  /** Port of the administration, on 127.0.0.1. */
  public int adminPort() {
    return adminPort;
  }

  /** The installation's directory that holds "glassfish". */
  public Path home() {
    return domain.installation().home();
  }

  /** The server's log, one JSON object a line. */
  public Path log() {
    return domain.directory().resolve("logs").resolve("server.log");
  }

  /** Stops the server after the running requests. */
  @Override
  public void close() {
    program.stop(Duration.ofSeconds(40));
  }

  /** The command that starts the server, asked from Payara's own launcher. */
  private List<String> launchCommand() {
    String listener =
        "set configs.config.server-config.network-config.network-listeners.network-listener.";
    Path ports = domain.workplace().home().resolve("ports.asadmin");
    try {
      Files.writeString(
          ports,
          listener
              + "http-listener-1.port="
              + httpPort
              + "\n"
              + listener
              + "admin-listener.port="
              + adminPort
              + "\n"
              + listener
              + "admin-listener.address=127.0.0.1\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String printed =
        run(
            domain
                .installation()
                .asadmin(
                    List.of(
                        "start-domain",
                        "--dry-run",
                        "--domaindir",
                        domain.parent().toString(),
                        "--prebootcommandfile",
                        ports.toString(),
                        PayaraDomain.NAME)));
    List<String> lines = printed.lines().toList();
    int first = 1 + indexOf(lines, "Dump of JVM Invocation line");
    int end = first + indexOf(lines.subList(first, lines.size()), "");
    List<String> command = new ArrayList<>(lines.subList(first, end));
    // Servers of several checkouts would share the names of what is deployed to them.
    command.add(1, "-Djava.io.tmpdir=" + domain.workplace().temporary());
    return List.copyOf(command);
  }

  private static int indexOf(List<String> lines, String start) {
    for (int i = 0; i < lines.size(); i++) {
      if (start.isEmpty() ? lines.get(i).isEmpty() : lines.get(i).startsWith(start)) {
        return i;
      }
    }
    throw new IllegalStateException("Payara's launcher answered otherwise: " + lines);
  }

  private void asadmin(String... arguments) {
    List<String> all =
        new ArrayList<>(List.of("--host", "127.0.0.1", "--port", Integer.toString(adminPort)));
    all.addAll(List.of(arguments));
    run(domain.installation().asadmin(all));
  }

  private String run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(domain.workplace().home().toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            "Payara refused:\n" + output.strip() + "\nIts log is " + log());
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void awaitAdministration() {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (!administrationAnswers()) {
      if (!program.isAlive() || System.nanoTime() > limit) {
        close();
        throw new IllegalStateException(
            "Payara did not start; its logs are "
                + log()
                + " and "
                + domain.workplace().logs().resolve("payara.log"));
      }
      pause();
    }
  }

  private boolean administrationAnswers() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + adminPort + "/__asadmin/version")
                  .toURL()
                  .openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(20_000);
      connection.setRequestProperty("X-Requested-By", "gestmat");
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
