package fr.gestmat.system.incontainer;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** A step that writes by JDBC and by JPA, as imports and takeovers do. */
@ApplicationScoped
public class TwoWriters {

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @PersistenceContext private EntityManager entities;
  @Inject private Journal journal;

  /** The connections that JDBC and JPA write through. */
  @InTransaction(ofItsOwn = true)
  public List<Long> connections() throws SQLException {
    return List.of(
        byJdbc(),
        ((Number) entities.createNativeQuery("select connection_id()").getSingleResult())
            .longValue(),
        byJdbc());
  }

  /** Writes twice under a name, then fails with an exception that nobody rolls back by itself. */
  @InTransaction(ofItsOwn = true)
  public void failing(String name) throws SQLException, IOException {
    write(name);
    throw new IOException(name);
  }

  /** Writes twice under a name. */
  @InTransaction
  public void writing(String name) throws SQLException {
    write(name);
  }

  private void write(String name) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("insert into job_lease (job_name) values (?)")) {
      statement.setString(1, name);
      statement.executeUpdate();
    }
    journal.write(new JournalEvent(1, null, null, "essai", name, "TEST", null, null, null));
  }

  private long byJdbc() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement("select connection_id()");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
