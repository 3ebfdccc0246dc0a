package fr.gestmat.mealaid.control.document;

import fr.gestmat.access.BoundSetting;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.document.DownloadCount.Bounds;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.entity.document.AidDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * Stops an officer, or whoever holds their session, who opens unusually many documents in a short
 * time (M-M13). The bounds are those of GESTMAT_DOCUMENTS_PER_MINUTE and GESTMAT_DOCUMENTS_PER_DAY.
 */
@ApplicationScoped
public class DownloadLimit {

  private static final int USUAL_MINUTE = 60;
  private static final int USUAL_DAY = 1_000;

  @Inject private AidRows rows;
  @Inject private DocumentRows documents;
  @Inject private DocumentJournal journal;
  @Inject private AuthorityTime time;
  @Inject private Clock clock;

  private final Bounds bounds = bounds(System.getenv());

  /**
   * The bounds of these settings.
   *
   * @throws IllegalStateException if one is no number from 1
   */
  static Bounds bounds(Map<String, String> environment) {
    return new Bounds(
        BoundSetting.of(environment, "GESTMAT_DOCUMENTS_PER_MINUTE", USUAL_MINUTE),
        BoundSetting.of(environment, "GESTMAT_DOCUMENTS_PER_DAY", USUAL_DAY));
  }

  /**
   * Counts a document that an officer wants to open. The first one too many is written in the
   * journal.
   *
   * @return why it may not be opened: the bound and when the next one may be
   */
  @InTransaction
  public Optional<Refusal> count(Caller who, AidDocument document) {
    Instant now = clock.instant();
    ZoneId zone = time.zone(who.authorityId());
    DownloadCount before = held(who.accountId(), now, zone);
    DownloadCount.Step step = before.next(now, zone, bounds);
    keep(who.accountId(), step.count());
    if (step.stopped().isPresent() && !before.told()) {
      documents
          .applicationOf(document)
          .ifPresent(
              application ->
                  journal.write(who, application, document, DocumentAction.DOCUMENTS_STOPPED));
    }
    return step.stopped()
        .map(bound -> Refusal.of("document", "documentsTooMany." + bound, step.until()));
  }

  private DownloadCount held(long account, Instant now, ZoneId zone) {
    DownloadCount none = DownloadCount.none(now, java.time.LocalDate.ofInstant(now, zone));
    rows.write(
        Sql.of("insert into aid_download (account_id, minute_began, in_minute, day, in_day, told)")
            .add("values (?, ?, 0, ?, 0, false)", account, now, none.day())
            .add("on duplicate key update account_id = account_id"));
    return rows.first(
            Sql.of("select minute_began, in_minute, day, in_day, told from aid_download")
                .add("where account_id = ? for update", account),
            row ->
                new DownloadCount(
                    row.instant("minute_began"),
                    (int) row.number("in_minute"),
                    row.maybeDay("day").orElse(none.day()),
                    (int) row.number("in_day"),
                    row.yes("told")))
        .orElse(none);
  }

  private void keep(long account, DownloadCount count) {
    rows.write(
        Sql.of("update aid_download set minute_began = ?,", count.minuteBegan())
            .add(
                "in_minute = ?, day = ?, in_day = ?,", count.inMinute(), count.day(), count.inDay())
            .add("told = ? where account_id = ?", count.told(), account));
  }
}
