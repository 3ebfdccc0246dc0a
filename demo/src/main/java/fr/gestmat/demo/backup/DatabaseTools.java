package fr.gestmat.demo.backup;

import fr.gestmat.demo.MariadbInstallation;
import fr.gestmat.demo.Workplace;
import fr.gestmat.sql.Account;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;

/** MariaDB's own programs, from the embedded distribution, on the database of a JDBC address. */
final class DatabaseTools implements AutoCloseable {

  private final Path programs;
  private final Path options;
  private final String database;

  /**
   * Prepares the programs; the password goes to them in a file of their owner's alone.
   *
   * @param account one that may read and write everything: the migration account
   */
  DatabaseTools(Workplace workplace, String url, Account account) throws IOException, SQLException {
    Configuration configuration = Configuration.parse(url);
    HostAddress address = configuration.addresses().get(0);
    programs = MariadbInstallation.programs(workplace);
    database = configuration.database();
    options =
        Files.createTempFile(
            "gestmat",
            ".cnf",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    List<String> lines =
        new ArrayList<>(
            List.of(
                "[client]",
                "host=" + address.host,
                "port=" + address.port,
                "protocol=tcp",
                "user=" + account.user(),
                "password=\""
                    + account.password().replace("\\", "\\\\").replace("\"", "\\\"")
                    + "\"",
                "default-character-set=utf8mb4"));
    if (address.host.equals("127.0.0.1") || address.host.equals("localhost")) {
      lines.add("skip-ssl");
    }
    Files.write(options, lines);
  }

  /** Writes the whole database as SQL, as it stood at one moment. */
  void dump(OutputStream out) throws IOException {
    Process process =
        start(
            "mariadb-dump",
            "--single-transaction",
            "--skip-lock-tables",
            "--hex-blob",
            "--quick",
            database);
    process.getOutputStream().close();
    process.getInputStream().transferTo(out);
    await(process);
  }

  /** Runs SQL. */
  void run(InputStream sql) throws IOException {
    Process process = start("mariadb", "--batch", database);
    try (OutputStream in = process.getOutputStream()) {
      sql.transferTo(in);
    } catch (IOException brokenPipe) {
      await(process);
      throw brokenPipe;
    }
    await(process);
  }

  private Process start(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve("bin").resolve(program).toString());
    command.add("--defaults-file=" + options);
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LD_LIBRARY_PATH", programs.resolve("libs").toString());
    return builder.start();
  }

  private static void await(Process process) throws IOException {
    try {
      if (process.waitFor() != 0) {
        throw new IOException(
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                + "MariaDB's program failed, see above");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(options);
  }
}
