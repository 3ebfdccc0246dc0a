package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The data source and the persistence unit as the shipped settings make them. */
class PersistenceInContainerIT extends InContainerTest {

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @PersistenceContext private EntityManager entities;

  @Test
  void connectionsAreReadCommitted() throws SQLException {
    try (Connection connection = database.getConnection()) {
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }
  }

  @Test
  void noStatementRunsLongerThanAMinute() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select @@max_statement_time")) {
      row.next();
      assertThat(row.getDouble(1)).isEqualTo(60);
    }
  }

  @Test
  void everyEntityFitsItsTable() {
    assertThat(entities.getMetamodel().getEntities())
        .isNotEmpty()
        .allSatisfy(
            entity ->
                entities
                    .createQuery("SELECT e FROM " + entity.getName() + " e")
                    .setMaxResults(1)
                    .getResultList());
  }

  @Test
  void applicationCannotChangeTheSchema() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("ALTER TABLE device ADD COLUMN x INT"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("ALTER command denied");
    }
  }
}
