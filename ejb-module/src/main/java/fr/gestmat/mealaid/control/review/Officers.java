package fr.gestmat.mealaid.control.review;

import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
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
   * @param id its public id
   * @param name the person's name
   * @param hand what they have
   * @param present whether the person still holds a right
   */
  public record Load(long account, UUID id, String name, Hands hand, boolean present) {

    /** All that is not decided. */
    public long open() {
      return hand.open();
    }
  }

  /**
   * Applications that are not decided, by state.
   *
   * @param submitted that nobody began to review
   * @param inReview under review
   * @param toComplete in the family's hands
   */
  public record Hands(long submitted, long inReview, long toComplete) {

    /** All of them. */
    public long open() {
      return submitted + inReview + toComplete;
    }
  }

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

  /**
   * What each has in hand in a campaign, those who lost their right as well (M-H06). Three counts
   * on an index for each person: no application is read.
   */
  public List<Load> loads(long authority, long campaign) {
    return rows.list(
        Sql.of("select c.id account, c.public_id, c.display_name name,")
            .add("c.active and x.holder present,")
            .add(count("= c.id", "SUBMITTED"), campaign)
            .add("," + count("= c.id", "IN_REVIEW"), campaign)
            .add("," + count("= c.id", "TO_COMPLETE"), campaign)
            .add("from (select h.id, max(h.holder) holder from (select g.account_id id, 1 holder")
            .add("from role_grant g where g.role in ('AID_OFFICER', 'AID_MANAGER') union all")
            .add("select distinct a.assigned_account_id, 0 from aid_application a")
            .add("where a.campaign_id = ? and a.assigned_account_id is not null) h", campaign)
            .add(
                "group by h.id) x join account c on c.id = x.id where c.authority_id = ?",
                authority)
            .add("having (present or submitted + in_review + to_complete > 0)")
            .add("order by name, account limit ?", MOST),
        row ->
            new Load(
                row.number("account"),
                row.id("public_id"),
                row.text("name"),
                hands(row),
                row.yes("present")));
  }

  /** What nobody has in hand. */
  public Hands waiting(long campaign) {
    return rows.first(
            Sql.of("select")
                .add(count("is null", "SUBMITTED"), campaign)
                .add("," + count("is null", "IN_REVIEW"), campaign)
                .add("," + count("is null", "TO_COMPLETE"), campaign),
            Officers::hands)
        .orElse(new Hands(0, 0, 0));
  }

  /** What somebody has in hand in a campaign. */
  public Hands of(long campaign, long account) {
    return rows.first(
            Sql.of("select")
                .add(count("= ?", "SUBMITTED"), campaign, account)
                .add("," + count("= ?", "IN_REVIEW"), campaign, account)
                .add("," + count("= ?", "TO_COMPLETE"), campaign, account),
            Officers::hands)
        .orElse(new Hands(0, 0, 0));
  }

  /**
   * The public ids of what somebody has in hand, the oldest first.
   *
   * @param account whose; empty for what nobody has
   * @param states which
   * @param most no more than this
   */
  public List<UUID> inHand(
      long campaign, Optional<Long> account, List<ApplicationState> states, int most) {
    Sql sql = Sql.of("select a.public_id from aid_application a where a.campaign_id = ?", campaign);
    account.ifPresentOrElse(
        whose -> sql.add("and a.assigned_account_id = ?", whose),
        () -> sql.add("and a.assigned_account_id is null"));
    return rows.list(
        sql.in("and a.state in", states.stream().map(Enum::name).toList())
            .add("order by a.submitted_at, a.id limit ?", most),
        row -> row.id("public_id"));
  }

  private static String count(String assigned, String state) {
    return "(select count(*) from aid_application a where a.campaign_id = ? and"
        + " a.assigned_account_id "
        + assigned
        + " and a.state = '"
        + state
        + "') "
        + state.toLowerCase(Locale.ROOT);
  }

  private static Hands hands(AidRow row) throws SQLException {
    return new Hands(row.number("submitted"), row.number("in_review"), row.number("to_complete"));
  }

  private static Officer read(AidRow row) throws SQLException {
    return new Officer(row.number("id"), row.id("public_id"), row.text("name"));
  }
}
