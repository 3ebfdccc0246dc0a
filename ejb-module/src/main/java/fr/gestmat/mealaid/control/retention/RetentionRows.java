package fr.gestmat.mealaid.control.retention;

import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What authorities decided, what is about to go, and what went. */
@ApplicationScoped
public class RetentionRows {

  /** Lines that a page shows. */
  public static final int SHOWN = 50;

  @Inject private AidRows rows;

  /**
   * What holds for an authority.
   *
   * @param periods how long
   * @param version of the settings; 0 for the defaults
   */
  public record Kept(RetentionPeriods periods, int version) {}

  /**
   * An application whose end was told.
   *
   * @param id public id
   * @param number what people quote
   * @param endsOn the day from which it is forgotten
   */
  public record Ending(UUID id, long number, LocalDate endsOn) {}

  /**
   * A line of the proof.
   *
   * @param at when
   * @param kind what was removed
   * @param campaign name of the campaign
   * @param application the id that it had outside
   * @param rule the rule as it stood
   * @param documents how many documents went
   * @param failure why it could not be done; empty if it was
   */
  public record Purged(
      Instant at,
      PurgeKind kind,
      String campaign,
      UUID application,
      String rule,
      long documents,
      Optional<String> failure) {}

  /** What holds for an authority. */
  public Kept of(long authority) {
    return rows.first(
            Sql.of("select draft_months, document_months, application_years, notice_days, version")
                .add("from aid_retention where authority_id = ?", authority),
            row ->
                new Kept(
                    new RetentionPeriods(
                        (int) row.number("draft_months"),
                        (int) row.number("document_months"),
                        (int) row.number("application_years"),
                        (int) row.number("notice_days")),
                    (int) row.number("version")))
        .orElse(new Kept(RetentionPeriods.DEFAULTS, 0));
  }

  /**
   * Decides.
   *
   * @param version what was looked at
   * @return false if somebody decided meanwhile
   */
  public boolean keep(long authority, int version, RetentionPeriods periods) {
    String columns =
        "draft_months = ?, document_months = ?, application_years = ?, notice_days = ?";
    Sql sql =
        version == 0
            ? Sql.of("insert ignore into aid_retention set authority_id = ?,", authority)
            : Sql.of("update aid_retention set");
    sql.add(
            columns,
            periods.draftMonths(),
            periods.documentMonths(),
            periods.applicationYears(),
            periods.noticeDays())
        .add(", version = ?", version + 1);
    if (version > 0) {
      sql.add("where authority_id = ? and version = ?", authority, version);
    }
    return rows.write(sql) == 1;
  }

  /** The authorities that run meal aid. */
  public List<Long> authorities() {
    return rows.list(
        Sql.of("select distinct authority_id n from aid_campaign order by authority_id"),
        row -> row.number("n"));
  }

  /** The applications that end next. */
  public List<Ending> ending(long authority) {
    return rows.list(
        Sql.of(
                "select public_id, number, purge_on from aid_application where authority_id = ?",
                authority)
            .add("and purge_on is not null and forgotten_at is null")
            .add("order by purge_on, id limit ?", SHOWN),
        row -> new Ending(row.id("public_id"), row.number("number"), row.day("purge_on")));
  }

  /** What went last, the latest first. */
  public List<Purged> purged(long authority) {
    return rows.list(
        Sql.of("select p.purged_at, p.kind, c.name campaign, p.application, p.rule, p.documents,")
            .add("p.failure from aid_purge p join aid_campaign c on c.id = p.campaign_id")
            .add("where p.authority_id = ? order by p.id desc limit ?", authority, SHOWN),
        row ->
            new Purged(
                row.instant("purged_at"),
                row.one("kind", PurgeKind.class),
                row.text("campaign"),
                row.id("application"),
                row.text("rule"),
                row.number("documents"),
                row.maybeText("failure")));
  }
}
