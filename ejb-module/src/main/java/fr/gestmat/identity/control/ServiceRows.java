package fr.gestmat.identity.control;

import fr.gestmat.access.Offering;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import javax.sql.DataSource;

/** Which services an authority runs. */
@ApplicationScoped
public class ServiceRows {

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /** The services of an authority. */
  public Set<Offering> of(long authorityId) {
    return Rows.select(
            database,
            ServiceRows::read,
            "select runs_lending, runs_meal_aid from local_authority where id = ?",
            authorityId)
        .get(0);
  }

  /**
   * Says which an authority runs from now on.
   *
   * @param services at least one: the database refuses none
   */
  public void keep(long authorityId, Set<Offering> services) {
    Rows.change(
        database,
        """
        update local_authority set runs_lending = ?, runs_meal_aid = ?, version = version + 1
         where id = ?\
        """,
        services.contains(Offering.LENDING),
        services.contains(Offering.MEAL_AID),
        authorityId);
  }

  static Set<Offering> read(ResultSet row) throws SQLException {
    Set<Offering> services = EnumSet.noneOf(Offering.class);
    if (row.getBoolean("runs_lending")) {
      services.add(Offering.LENDING);
    }
    if (row.getBoolean("runs_meal_aid")) {
      services.add(Offering.MEAL_AID);
    }
    return services;
  }
}
