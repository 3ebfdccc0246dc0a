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

/** The published campaigns of an authority, the latest first; lists are always of one. */
@ApplicationScoped
public class CampaignChoice {

  private static final String SELECT =
      """
      select c.id, c.public_id, c.name from aid_campaign c
      where c.authority_id = ? and c.published_at is not null
      """;

  @Inject private AidRows rows;

  /**
   * A campaign.
   *
   * @param key database id
   * @param id public id
   * @param name its name
   */
  public record Choice(long key, UUID id, String name) {}

  /** All of them. */
  public List<Choice> all(long authority) {
    return rows.list(
        Sql.of(SELECT, authority).add("order by c.opens_on desc, c.id desc limit 50"),
        CampaignChoice::read);
  }

  /** The one that is asked for, or the latest; empty if there is none. */
  public Optional<Choice> find(long authority, Optional<UUID> id) {
    return id.isPresent()
        ? rows.first(
            Sql.of(SELECT, authority).add("and c.public_id = ?", id.get()), CampaignChoice::read)
        : all(authority).stream().findFirst();
  }

  private static Choice read(AidRow row) throws SQLException {
    return new Choice(row.number("id"), row.id("public_id"), row.text("name"));
  }
}
