package fr.gestmat.mealaid.control.retention;

import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a night has to do for an authority, some at a time. What is under review, or waits for an
 * appeal's answer, is never among it (M-I10).
 */
@ApplicationScoped
public class DueRows {

  /** How many are looked up at once. */
  static final int AT_ONCE = 200;

  private static final String SELECT =
      "select a.id, a.public_id, a.campaign_id, c.closes_on from aid_application a"
          + " join aid_campaign c on c.id = a.campaign_id where a.authority_id = ? and a.id > ?";

  private static final String SETTLED =
      "and a.state in ('GRANTED', 'REFUSED', 'CLOSED', 'WITHDRAWN', 'ARCHIVED')";

  private static final String OVER =
      "and a.state in ('SUBMITTED', 'GRANTED', 'REFUSED', 'CLOSED', 'WITHDRAWN', 'ARCHIVED')"
          + " and a.submitted_at is not null and a.forgotten_at is null";

  private static final String NO_APPEAL =
      "and not exists (select 1 from aid_appeal p where p.application_id = a.id"
          + " and p.state = 'OPEN')";

  @Inject private AidRows rows;
  @Inject private AuthorityTime time;

  /**
   * An application that something is due for.
   *
   * @param key database id
   * @param id public id
   * @param authority its authority
   * @param campaign database id of its campaign
   * @param closedOn last day of the campaign
   */
  public record Due(long key, UUID id, long authority, long campaign, LocalDate closedOn) {}

  /** Applications whose family has to be told. */
  List<Due> toTell(long authority, RetentionPeriods periods, long after) {
    return list(
        authority,
        Sql.of(SELECT, authority, after)
            .add(OVER)
            .add(NO_APPEAL)
            .add("and a.purge_on is null")
            .add("and c.closes_on <= ?", RetentionRule.toldUntil(periods, time.today(authority))));
  }

  /** What is to be removed. */
  List<Due> toPurge(PurgeKind kind, long authority, RetentionPeriods periods, long after) {
    LocalDate today = time.today(authority);
    Sql sql = Sql.of(SELECT, authority, after);
    switch (kind) {
      case DRAFT ->
          sql.add("and (a.state = 'DRAFT' or a.state = 'WITHDRAWN' and a.submitted_at is null)")
              .add("and c.closes_on < ?", RetentionRule.draftsBefore(periods, today));
      case DOCUMENTS ->
          sql.add(SETTLED)
              .add(NO_APPEAL)
              .add(
                  "and a.changed_at < ?",
                  midnight(authority, RetentionRule.documentsBefore(periods, today)))
              .add("and exists (select 1 from aid_document d where d.application_id = a.id)");
      case APPLICATION -> sql.add(OVER).add(NO_APPEAL).add("and a.purge_on <= ?", today);
    }
    return list(authority, sql);
  }

  private Instant midnight(long authority, LocalDate day) {
    return day.atStartOfDay(time.zone(authority)).toInstant();
  }

  private List<Due> list(long authority, Sql sql) {
    return rows.list(sql.add("order by a.id limit ?", AT_ONCE), row -> read(authority, row));
  }

  private static Due read(long authority, AidRow row) throws SQLException {
    return new Due(
        row.number("id"),
        row.id("public_id"),
        authority,
        row.number("campaign_id"),
        row.day("closes_on"));
  }
}
