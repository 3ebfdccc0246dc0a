package fr.gestmat.demo.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.gestmat.demo.Database;
import fr.gestmat.demo.MariadbInstallation;
import fr.gestmat.demo.Ports;
import fr.gestmat.demo.Workplace;
import fr.gestmat.demo.territory.SampleTerritory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real MariaDB: what its accounts may do, what the sample holds, and that a backup brings all
 * back.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupTest {

  private static final FilePlace FOLDER = FilePlace.of(Map.of());
  private static final FilePlace BUCKET =
      FilePlace.of(Map.of("GESTMAT_S3_BUCKET", "https://objects.example/gestmat/"));

  @TempDir private static Path directory;

  private static Workplace workplace;
  private static Database database;

  @BeforeAll
  static void startWithTheSampleTerritory() throws SQLException {
    workplace = new Workplace(Path.of("..").toAbsolutePath().normalize(), "backup-test");
    workplace.forget();
    database = Database.open(workplace.create(), Ports.any());
    database.migrate();
    try (Connection connection = database.connect()) {
      SampleTerritory.load(connection, Clock.systemUTC());
    }
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  @Order(1)
  void migratingAgainChangesNothing() throws SQLException {
    assertThat(database.migrate()).isZero();
  }

  @Test
  @Order(1)
  void theApplicationCannotChangeTheSchemaNorTheJournal() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String forbidden :
          List.of(
              "CREATE TABLE x (id INT)",
              "ALTER TABLE device ADD COLUMN x INT",
              "DROP TABLE device",
              "CREATE INDEX x ON device (storage)",
              "TRUNCATE TABLE device",
              "UPDATE journal_entry SET actor_name = 'x'",
              "DELETE FROM journal_entry",
              "DELETE FROM flyway_schema_history",
              "GRANT SELECT ON device TO gestmat",
              "ALTER SEQUENCE device_seq RESTART 1")) {
        assertThatThrownBy(() -> statement.execute(forbidden))
            .as(forbidden)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("denied");
      }
      statement.execute("SELECT NEXT VALUE FOR device_seq");
      statement.execute("DELETE FROM closed_day WHERE 1 = 0");
    }
  }

  @Test
  @Order(2)
  void aRestoredBackupIsWhatWasBackedUp() throws Exception {
    assumeTrue(clientRuns(), "the client of this MariaDB wants libncurses5 on this machine");
    Path kept = workplace.data().resolve("files/ab/abcd");
    Files.createDirectories(kept.getParent());
    Files.writeString(kept, "déposé");
    Map<String, List<String>> before = content();
    Backup backup = new Backup(workplace, database, workplace.data(), FOLDER);
    Path archive = directory.resolve("backup.zip");

    assertThat(backup.write(archive).files()).isEqualTo(1);
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE pupil SET family_name = 'perdu'");
      statement.execute("DELETE FROM api_token_grant");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
        .isEqualTo("rw-------");
    Files.writeString(kept, "changé");
    assertThat(backup.restore(archive, false)).isEqualTo(FOLDER);

    assertThat(content()).isEqualTo(before).isNotEmpty();
    assertThat(kept).hasContent("déposé");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
  }

  /** That of the usual version must run; that of 10.11.5 wants an old library. */
  private static boolean clientRuns() throws Exception {
    Path programs = MariadbInstallation.programs(workplace);
    return programs.endsWith("mariadb-11.4.5")
        || new ProcessBuilder(programs.resolve("bin/mariadb").toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
  }

  @Test
  @Order(3)
  void anythingElseThanABackupIsRefusedBeforeAnythingIsLost() throws Exception {
    Path other = Files.writeString(directory.resolve("other.zip"), "no backup");
    Map<String, List<String>> before = content();

    assertThatThrownBy(
            () -> new Backup(workplace, database, workplace.data(), FOLDER).restore(other, false))
        .hasMessageContaining("no backup of Gestmat");
    assertThat(content()).isEqualTo(before);
  }

  /** A copy that was cut short, one with a spoiled byte, and one that writes elsewhere. */
  @Test
  @Order(3)
  void aDamagedBackupIsRefusedBeforeAnythingIsLost() throws Exception {
    byte[] whole = Files.readAllBytes(archive("whole.zip", FOLDER));
    Path cut = Files.write(directory.resolve("cut.zip"), Arrays.copyOf(whole, whole.length - 40));
    byte[] spoiled = whole.clone();
    spoiled[whole.length / 3] ^= 0x55;
    Path bad = Files.write(directory.resolve("bad.zip"), spoiled);
    Path elsewhere = directory.resolve("elsewhere.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(elsewhere))) {
      zip.putNextEntry(new ZipEntry("database.sql"));
      zip.write("DROP TABLE pupil;".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("files/../../elsewhere"));
      zip.write(1);
    }
    Map<String, List<String>> before = content();

    for (Path archive : List.of(cut, bad, elsewhere)) {
      assertThatThrownBy(() -> with(FOLDER).restore(archive, false))
          .as(archive.toString())
          .isInstanceOf(IOException.class);
    }
    assertThat(content()).isEqualTo(before);
  }

  @Test
  @Order(3)
  void aBackupWhoseFilesWouldNotBeFoundIsRefusedBeforeAnythingIsLost() throws Exception {
    Path ofBucket = archive("bucket.zip", BUCKET);
    Path ofFolder = archive("folder.zip", FOLDER);
    Path ofBefore = archive("before.zip", null);
    Map<String, List<String>> before = content();

    assertThatThrownBy(() -> with(FOLDER).restore(ofBucket, false))
        .hasMessageContaining("in the bucket https://objects.example/gestmat, not in the archive")
        .hasMessageContaining("Nothing was changed");
    for (Path older : List.of(ofFolder, ofBefore)) {
      assertThatThrownBy(() -> with(BUCKET).restore(older, false))
          .hasMessageContaining("in the archive, for the data folder")
          .hasMessageContaining("read from the bucket https://objects.example/gestmat");
    }
    assertThat(content()).isEqualTo(before);
  }

  private static Backup with(FilePlace place) {
    return new Backup(workplace, database, workplace.data(), place);
  }

  /** An archive that nobody gets to the database of. */
  private static Path archive(String name, @Nullable FilePlace place) throws Exception {
    Path archive = directory.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      if (place != null) {
        zip.putNextEntry(new ZipEntry("about.properties"));
        zip.write(place.written());
      }
      zip.putNextEntry(new ZipEntry("database.sql"));
      zip.write("DROP TABLE pupil;".getBytes(StandardCharsets.UTF_8));
    }
    return archive;
  }

  /** Every row of every table, as text in an order of its own. */
  private static Map<String, List<String>> content() throws SQLException {
    Map<String, List<String>> content = new TreeMap<>();
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.migration().user(), database.migration().password());
        Statement statement = connection.createStatement()) {
      for (String table :
          strings(
              statement,
              "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                  + " AND table_type = 'BASE TABLE'")) {
        content.put(table, strings(statement, "SELECT * FROM `" + table + "`"));
      }
    }
    return content;
  }

  private static List<String> strings(Statement statement, String query) throws SQLException {
    List<String> strings = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        StringJoiner row = new StringJoiner("|");
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        strings.add(row.toString());
      }
    }
    Collections.sort(strings);
    return strings;
  }
}
