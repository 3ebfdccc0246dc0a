package fr.gestmat.mealaid.control.review;

import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.Applicant;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.boundary.PersonNotice;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.notice.entity.Addressee;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What applicants are told by mail, and what became of it. Jobs, which come back to it, tell; what
 * people do must not fail for it, and tries to (M-I04).
 */
@ApplicationScoped
public class AidNotices {

  private static final int SHOWN = 20;

  @Inject private Outbox outbox;
  @Inject private AidRows rows;
  @Inject private Clock clock;

  /**
   * A mail about an application.
   *
   * @param kind what it tells
   * @param address where it goes
   * @param state where it stands
   * @param failure why it did not go
   * @param at when it was made
   */
  public record Sent(
      NoticeKind kind, String address, String state, Optional<String> failure, Instant at) {}

  /**
   * Tells the applicant, if there is an address. One mail for one event: what happens twice in one
   * version of the application is told once (M-I05).
   */
  public void tell(AidApplication about, NoticeKind kind, Map<String, String> facts) {
    tell(about, kind, event(about, kind), facts);
  }

  /** The same for what somebody does, which stands if it cannot be told. */
  public Told tryToTell(AidApplication about, NoticeKind kind, Map<String, String> facts) {
    return tryToTell(about, kind, event(about, kind), facts);
  }

  /** Tells the applicant in one mail with whatever is of the same batch, if that works. */
  public Told tryToTell(
      AidApplication about, NoticeKind kind, String batch, Map<String, String> facts) {
    return notice(about, kind, batch, facts).map(outbox::tryToQueue).orElse(Told.NO_ADDRESS);
  }

  /**
   * Tells the applicant in one mail with whatever is of the same batch.
   *
   * @param batch at most 80 ASCII characters
   * @return whether there is an address
   */
  public boolean tell(
      AidApplication about, NoticeKind kind, String batch, Map<String, String> facts) {
    Optional<PersonNotice> notice = notice(about, kind, batch, facts);
    notice.ifPresent(outbox::queue);
    return notice.isPresent();
  }

  private static String event(AidApplication about, NoticeKind kind) {
    return "aid:" + about.publicId() + ":" + about.version() + ":" + kind;
  }

  private Optional<PersonNotice> notice(
      AidApplication about, NoticeKind kind, String batch, Map<String, String> facts) {
    Applicant applicant = about.applicant();
    String address = applicant.email();
    if (address == null || address.isBlank()) {
      return Optional.empty();
    }
    Map<String, String> all = new TreeMap<>(facts);
    all.put("number", String.valueOf(about.number()));
    all.put("child", about.child().givenName() + " " + about.child().familyName());
    return Optional.of(
        new PersonNotice(
            about.authorityId(),
            kind,
            new Addressee(key(about, applicant), applicant.name(), address),
            about.id(),
            batch.substring(0, Math.min(batch.length(), 80)),
            all,
            clock.instant()));
  }

  /** Brothers and sisters have one applicant: what tells persons apart is the account. */
  private static long key(AidApplication about, Applicant applicant) {
    Long account = applicant.accountId();
    return account == null ? -about.id() : account;
  }

  /** The latest mails about an application. */
  public List<Sent> about(long application) {
    return rows.list(
        Sql.of("select n.kind, coalesce(n.person_address, '') address, n.created_at,")
            .add("coalesce(m.state, n.state) state, m.failure")
            .add("from notice n left join mail_notice x on x.notice_id = n.id")
            .add("left join mail m on m.id = x.mail_id")
            .add("where n.subject_id = ? and n.kind like 'AID!_%' escape '!'", application)
            .add("order by n.created_at desc, n.id desc limit ?", SHOWN),
        row ->
            new Sent(
                row.one("kind", NoticeKind.class),
                row.text("address"),
                row.text("state"),
                row.maybeText("failure"),
                row.instant("created_at")));
  }
}
