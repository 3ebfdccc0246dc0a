package fr.gestmat.mealaid.control.review;

import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who may be given applications: whoever holds a right on meal aid now. */
@ApplicationScoped
public class Officers {

  private static final int MOST = 500;

  private static final String HOLDERS =
      """
      select c.id, c.public_id, c.display_name name from account c
      where c.authority_id = ? and c.active and exists (select 1 from role_grant g
        where g.account_id = c.id and g.role in ('AID_OFFICER', 'AID_MANAGER'))
      """;

  @Inject private AidRows rows;

  /**
   * An officer.
   *
   * @param account database id of the account
   * @param id its public id
   * @param name the person's name
   */
  public record Officer(long account, UUID id, String name) {}

  /**
   * What somebody has in hand.
   *
   * @param account database id of the account
   * @param name the person's name
   * @param open applications that wait or are under review
   * @param present whether the person still holds a right
   */
  public record Load(long account, UUID id, String name, long open, boolean present) {}

  /** The officers, by name. */
  public List<Officer> all(long authority) {
    return rows.list(
        Sql.of(HOLDERS, authority).add("order by c.display_name, c.id limit ?", MOST),
        Officers::read);
  }

  /** One of them. */
  public Optional<Officer> find(long authority, UUID id) {
    return rows.first(Sql.of(HOLDERS, authority).add("and c.public_id = ?", id), Officers::read);
  }

  /** What each has in hand in a campaign, those who lost their right as well (M-H06). */
  public List<Load> loads(long authority, long campaign) {
    return rows.list(
        Sql.of("select a.assigned_account_id account, c.public_id, c.display_name name,")
            .add("count(*) n, c.active and exists (select 1 from role_grant g")
            .add("where g.account_id = c.id and g.role in ('AID_OFFICER', 'AID_MANAGER')) present")
            .add("from aid_application a join account c on c.id = a.assigned_account_id")
            .add("where a.authority_id = ? and a.campaign_id = ?", authority, campaign)
            .add("and a.state in ('SUBMITTED', 'IN_REVIEW', 'TO_COMPLETE')")
            .add("group by a.assigned_account_id order by c.display_name limit ?", MOST),
        row ->
            new Load(
                row.number("account"),
                row.id("public_id"),
                row.text("name"),
                row.number("n"),
                row.yes("present")));
  }

  private static Officer read(AidRow row) throws SQLException {
    return new Officer(row.number("id"), row.id("public_id"), row.text("name"));
  }
}
