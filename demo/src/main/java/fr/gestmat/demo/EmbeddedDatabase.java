package fr.gestmat.demo;

import fr.gestmat.sql.Account;
import fr.gestmat.sql.Migrate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A real MariaDB from a jar, of the version that the build chose, reachable from this machine only.
 * Its data stay in the workplace between runs; its passwords are drawn at the first start and kept
 * beside the data, readable by their owner alone.
 */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final String NAME = "gestmat";
  private static final String APPLICATION = "gestmat";
  private static final String MIGRATION = "gestmat_migration";
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final Workplace workplace;
  private final int port;
  private final Account migration;
  private final Account application;
  private final Program program;

  private EmbeddedDatabase(Workplace workplace, int port) {
    this.workplace = workplace;
    this.port = port;
    Properties secrets = secrets(secretsFile(workplace));
    this.migration = new Account(MIGRATION, secrets.getProperty("migration"));
    this.application = new Account(APPLICATION, secrets.getProperty("application"));
    Path base = MariadbInstallation.laidOut(workplace, data());
    this.program =
        Program.start(
            workplace,
            "mariadb",
            command(base),
            Map.of("LD_LIBRARY_PATH", base.resolve("libs").toString()),
            "");
    awaitConnections();
    writePrivately(portFile(workplace), Integer.toString(port));
  }

  /**
   * Starts the database of a workplace and waits until it answers.
   *
   * @param port a free port
   * @throws IllegalStateException with the place of the log when it does not start
   */
  public static EmbeddedDatabase start(Workplace workplace, int port) {
    return new EmbeddedDatabase(workplace.create(), port);
  }

  /** Applies the missing migrations and the application's privileges. */
  public int migrate() throws SQLException {
    return new Migrate(url(), migration, application).run();
  }

  /** JDBC address. */
  public String url() {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME;
  }

  /** The account that owns the schema. */
  public Account migration() {
    return migration;
  }

  /** The account of the application. */
  public Account application() {
    return application;
  }

  /** Opens a connection with the application's account. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), application.user(), application.password());
  }

  /** Stops the database; what was committed is on disk. */
  @Override
  public void close() {
    program.stop(Duration.ofSeconds(60));
  }

  /** The database that another process of this workplace runs. */
  public static Database running(Workplace workplace) throws IOException {
    Properties secrets = secrets(secretsFile(workplace));
    String port = Files.readString(portFile(workplace)).strip();
    return new Database(
        "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME,
        new Account(APPLICATION, secrets.getProperty("application")),
        new Account(MIGRATION, secrets.getProperty("migration")),
        Optional.empty());
  }

  private static Path secretsFile(Workplace workplace) {
    return workplace.home().resolve("database.properties");
  }

  private static Path portFile(Workplace workplace) {
    return workplace.home().resolve("database.port");
  }

  private Path data() {
    return workplace.home().resolve("database");
  }

  private List<String> command(Path base) {
    List<String> command =
        new ArrayList<>(
            List.of(
                base.resolve("bin").resolve("mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + base,
                "--datadir=" + data(),
                "--tmpdir=" + workplace.temporary(),
                "--socket="
                    + Path.of(System.getProperty("java.io.tmpdir"), "gestmat-" + port + ".sock"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                // Nothing leaves this machine; making a certificate would take 20 seconds.
                "--skip-ssl",
                "--init-file=" + accounts(),
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--transaction-isolation=READ-COMMITTED",
                "--max-connections=120",
                "--max-allowed-packet=64M",
                // A commit is on disk when it is answered, as on a server that matters.
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + bufferPool(),
                "--innodb-log-file-size=256M",
                "--innodb-lock-wait-timeout=10"));
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    return List.copyOf(command);
  }

  private static String bufferPool() {
    return System.getenv().getOrDefault("GESTMAT_DB_BUFFER_POOL", "512M");
  }

  /** The accounts are made by the server itself at each start: nobody ever logs in as root. */
  private Path accounts() {
    String user = "'" + migration.user() + "'@'127.0.0.1'";
    Path file = workplace.home().resolve("accounts.sql");
    writePrivately(
        file,
        String.join(
            "\n",
            "CREATE DATABASE IF NOT EXISTS " + NAME + " CHARACTER SET utf8mb4;",
            "CREATE USER IF NOT EXISTS " + user + ";",
            "ALTER USER " + user + " IDENTIFIED BY '" + migration.password() + "';",
            "GRANT ALL PRIVILEGES ON " + NAME + ".* TO " + user + " WITH GRANT OPTION;",
            "GRANT CREATE USER ON *.* TO " + user + ";",
            ""));
    return file;
  }

  private void awaitConnections() {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      try (Connection connection =
          DriverManager.getConnection(url(), migration.user(), migration.password())) {
        return;
      } catch (SQLException e) {
        if (!program.isAlive() || System.nanoTime() > limit) {
          close();
          throw new IllegalStateException(
              "MariaDB did not start; its log is " + workplace.logs().resolve("mariadb.log"), e);
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Properties secrets(Path file) {
    Properties secrets = new Properties();
    try {
      if (!Files.exists(file)) {
        writePrivately(file, "migration=" + secret() + "\napplication=" + secret() + "\n");
      }
      try (var in = Files.newInputStream(file)) {
        secrets.load(in);
      }
      return secrets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String secret() {
    byte[] bytes = new byte[18];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static void writePrivately(Path file, String content) {
    try {
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
