package fr.gestmat.demo.territory;

import fr.gestmat.demo.ent.EntPerson;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An invented region to try the product on: six lycées, nine hundred pupils with their guardians,
 * eight hundred laptops in every state of their life, and the people who look after them. Beside it
 * a small département that lends by another policy, and pays canteen aid in five collèges.
 */
public final class SampleTerritory {

  /** Path of the product where people of the simulated ENT arrive. */
  public static final String ENTRANCE = "/connexion/ent/" + SampleAccounts.PROVIDER;

  /** The same for those of the département's collège. */
  public static final String DEPARTMENT_ENTRANCE = "/connexion/ent/" + SampleMealAid.PROVIDER;

  private SampleTerritory() {}

  /** Whether a database holds any territory already. */
  public static boolean isLoaded(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT 1 FROM local_authority)")) {
      return row.next() && row.getBoolean(1);
    }
  }

  /**
   * Writes the territory in one transaction.
   *
   * @param connection of the application's account, with nothing pending
   * @param clock decides which school year it is
   * @return the only copy of the passwords and tokens
   */
  public static SampleAccess load(Connection connection, Clock clock) throws SQLException {
    return load(connection, clock, Optional.empty());
  }

  /**
   * The same with files that families sent.
   *
   * @param data folder of the product's files
   */
  public static SampleAccess load(Connection connection, Clock clock, Path data)
      throws SQLException {
    return load(connection, clock, Optional.of(data));
  }

  private static SampleAccess load(Connection connection, Clock clock, Optional<Path> data)
      throws SQLException {
    connection.setAutoCommit(false);
    Sample sample =
        new Sample(connection, new Chance(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
    SampleSchools schools = SampleSchools.write(sample);
    List<Pupil> pupils = SamplePupils.write(sample, schools);
    SampleGuardians.write(sample, schools.authority(), pupils);
    List<SampleDevice> devices = SampleStock.write(sample, schools.authority(), schools.schools());
    SampleLoans.write(sample, schools.authority(), pupils, devices);
    SampleReturns.write(sample, schools.authority(), schools.schools());
    SampleAgreements.write(sample, schools.authority());
    SampleIncidents.write(sample, schools.authority(), SampleStaff.REGION_MANAGER);
    SampleHistory.write(sample, schools.authority());
    SampleAccess access =
        SampleAccounts.write(
                sample, schools, SampleStaff.write(sample, schools.authority(), schools.schools()))
            .and(SampleDepartment.write(sample, data));
    connection.commit();
    connection.setAutoCommit(true);
    return access;
  }

  /** What the simulated official sources have to know of the sample, by name. */
  public static Map<String, String> sourceFacts(Clock clock) {
    return SampleSourceFacts.on(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /** Tells the product where the simulated ENT answers in this run. */
  public static void moveEnt(Connection connection, URI address) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE identity_provider SET base_url = ? WHERE provider_key IN (?, ?)")) {
      update.setString(1, address.toString());
      update.setString(2, SampleAccounts.PROVIDER);
      update.setString(3, SampleMealAid.PROVIDER);
      update.executeUpdate();
    }
  }

  /** Who can sign on at the ENT: staff, two families and their children. */
  public static List<EntPerson> people(Connection connection) throws SQLException {
    return SampleEnt.people(connection);
  }
}
