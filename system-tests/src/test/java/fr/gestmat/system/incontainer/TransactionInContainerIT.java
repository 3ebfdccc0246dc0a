package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What one step writes by JDBC and by JPA is kept whole or not at all, whoever calls it. */
class TransactionInContainerIT extends InContainerTest {

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @Inject private NoTransaction background;
  @Inject private TwoWriters step;

  @Test
  void aRequestWritesThroughOneConnection() throws Exception {
    assertThat(step.connections().stream().distinct()).hasSize(1);
  }

  @Test
  void backgroundWorkWritesThroughOneConnection() throws Exception {
    assertThat(background.call(() -> step.connections()).stream().distinct()).hasSize(1);
  }

  @Test
  void backgroundWorkThatFailsLeavesNothing() throws Exception {
    String name = "T" + UUID.randomUUID();
    assertThatThrownBy(() -> background.call(nothing(() -> step.failing(name))))
        .isInstanceOf(IOException.class)
        .hasMessage(name);
    assertThat(written(name)).isEqualTo("0 0");
  }

  @Test
  void backgroundWorkThatEndsLeavesBoth() throws Exception {
    String name = "T" + UUID.randomUUID();
    background.call(nothing(() -> step.writing(name)));
    assertThat(written(name)).isEqualTo("1 1");
  }

  private interface Step {
    void run() throws Exception;
  }

  private static Callable<Boolean> nothing(Step step) {
    return () -> {
      step.run();
      return true;
    };
  }

  /** Rows that JDBC wrote, rows that JPA wrote. */
  private String written(String name) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select concat((select count(*) from job_lease where job_name = ?), ' ',"
                    + " (select count(*) from journal_entry where action = ?))")) {
      statement.setString(1, name);
      statement.setString(2, name);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
