package fr.gestmat.mealaid.control.retention;

import fr.gestmat.mealaid.control.application.FrenchDays;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.AidNotices;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.boundary.PersonNotice;
import fr.gestmat.notice.entity.Addressee;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/**
 * Tells that an application ends (M-I09). All that is told to one person on one day goes in one
 * mail; whoever follows an application is told if they still may.
 */
@ApplicationScoped
public class PurgeNotices {

  @Inject private AidNotices families;
  @Inject private AidRows rows;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /** Tells the family, and the officer who follows it. */
  void tell(AidApplication about, LocalDate endsOn) {
    Map<String, String> facts = Map.of("day", FrenchDays.day(endsOn));
    String batch = "aid-purge:" + about.authorityId() + ":" + endsOn;
    families.tell(about, NoticeKind.AID_ENDS, batch, facts);
    Long officer = about.assignedAccountId();
    if (officer != null) {
      rows.first(
              Sql.of("select c.display_name name, c.email from account c where c.id = ?", officer)
                  .add(
                      "and c.active and c.email is not null and exists (select 1 from role_grant g")
                  .add("where g.account_id = c.id and g.role in ('AID_OFFICER', 'AID_MANAGER'))"),
              row -> new Addressee(officer, row.text("name"), row.text("email")))
          .ifPresent(to -> tell(about, to, batch + ":o", facts));
    }
  }

  private void tell(
      AidApplication about, Addressee officer, String batch, Map<String, String> facts) {
    outbox.queue(
        new PersonNotice(
            about.authorityId(),
            NoticeKind.AID_ENDS_OFFICER,
            officer,
            about.id(),
            batch,
            Map.of("day", facts.getOrDefault("day", ""), "number", String.valueOf(about.number())),
            clock.instant()));
  }
}
