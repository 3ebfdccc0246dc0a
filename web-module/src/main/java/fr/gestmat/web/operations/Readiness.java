package fr.gestmat.web.operations;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Whether people may be sent to this server: its database answers and has the schema it expects.
 */
@ApplicationScoped
class Readiness {

  private static final Logger LOG = Logger.getLogger(Readiness.class.getName());

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @Inject private ServletContext application;

  private Migrations migrations = Migrations.NONE;

  @PostConstruct
  void readShippedMigrations() {
    migrations = Migrations.shippedWith(application);
  }

  /** Asks now; the reason of a no is logged. */
  boolean now() {
    return isReady(migrations, database);
  }

  static boolean isReady(Migrations migrations, DataSource database) {
    try {
      Set<String> missing = new TreeSet<>(migrations.missingFrom(database));
      if (!missing.isEmpty()) {
        LOG.log(Level.SEVERE, "Not ready: migrations to apply {0}", missing);
      }
      return missing.isEmpty();
    } catch (SQLException e) {
      LOG.log(Level.SEVERE, "Not ready: the database does not answer", e);
      return false;
    }
  }
}
