package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scan costs the database: a fixed number of statements, whatever happened before. */
class ScanCostInContainerIT extends DeskTest {

  private static final int RUNS = 6;

  /** Look-up, device, loan with pupil; loan, device, journal, scan. */
  private static final long CHECK_IN = 7;

  /** Look-up, pupil, device, loan with pupil, limit; loan, device, journal, scan. */
  private static final long CHECK_OUT = 9;

  @ParameterizedTest(name = "L096 {0} past loans")
  @ValueSource(ints = {0, 40, 400})
  void l096_a_scan_costs_the_same_whatever_was_lent_before(int past) throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here);
    town.history(device, ada, past);
    Caller agent = town.agent(town.here);
    long out = Long.MAX_VALUE;
    long in = Long.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      out = Math.min(out, cost(agent, town.checkOut(town.here, device.tag(), ada)));
      in = Math.min(in, cost(agent, town.checkIn(town.here, device.tag())));
    }

    assertThat(out).isEqualTo(CHECK_OUT);
    assertThat(in).isEqualTo(CHECK_IN);
  }

  @Test
  void an_agreement_costs_a_scan_nothing() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='REQUIRED'");
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here);
    town.signed(ada);
    Caller agent = town.agent(town.here);
    long out = cost(agent, town.checkOut(town.here, device.tag(), ada));
    long in = cost(agent, town.checkIn(town.here, device.tag()));
    town.run("update loan set agreement_id = null where device_id = ?", device.id());
    for (int i = 0; i < RUNS; i++) {
      out = Math.min(out, cost(agent, town.checkOut(town.here, device.tag(), ada)));
      in = Math.min(in, cost(agent, town.checkIn(town.here, device.tag())));
      town.run("update loan set agreement_id = null where device_id = ?", device.id());
    }

    assertThat(out).isEqualTo(CHECK_OUT);
    assertThat(in).isEqualTo(CHECK_IN);
  }

  /** The server's own jobs are counted too, and sequences now and then: the quietest run tells. */
  private long cost(Caller agent, ScanRequest request) throws Exception {
    long before = statements();
    scan(agent, request);
    return statements() - before - 1;
  }

  /** SELECT, INSERT, UPDATE and DELETE statements so far; asking is one itself. */
  private long statements() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select sum(variable_value) from information_schema.global_status where"
                    + " variable_name in ('Com_select', 'Com_insert', 'Com_update',"
                    + " 'Com_delete')")) {
      row.next();
      return row.getLong(1);
    }
  }
}
