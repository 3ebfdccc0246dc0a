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
      where c.authority_id = ?
      """;

  private static final String PUBLISHED = "and c.published_at is not null";

  @Inject private AidRows rows;

  /**
   * A campaign.
   *
   * @param key database id
   * @param id public id
   * @param name its name
   */
  public record Choice(long key, UUID id, String name) {}

  /** Those that are published, the latest first. */
  public List<Choice> all(long authority) {
    return list(Sql.of(SELECT, authority).add(PUBLISHED));
  }

  /** The published one that is asked for, or the latest; empty if there is none. */
  public Optional<Choice> find(long authority, Optional<UUID> id) {
    return id.isPresent()
        ? one(Sql.of(SELECT, authority).add(PUBLISHED), id.get())
        : all(authority).stream().findFirst();
  }

  /** All of them, prepared ones too: for what has to be ready before the first decision. */
  public List<Choice> withPrepared(long authority) {
    return list(Sql.of(SELECT, authority));
  }

  /** One of them, prepared or published. */
  public Optional<Choice> findPrepared(long authority, UUID id) {
    return one(Sql.of(SELECT, authority), id);
  }

  private List<Choice> list(Sql some) {
    return rows.list(
        some.add("order by c.opens_on desc, c.id desc limit 50"), CampaignChoice::read);
  }

  private Optional<Choice> one(Sql some, UUID id) {
    return rows.first(some.add("and c.public_id = ?", id), CampaignChoice::read);
  }

  private static Choice read(AidRow row) throws SQLException {
    return new Choice(row.number("id"), row.id("public_id"), row.text("name"));
  }
}
