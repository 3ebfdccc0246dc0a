package fr.gestmat.mealaid.control.review;

import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who looks at an application just now (M-A09). It warns and never refuses: it runs out by itself,
 * ends with what its holder does, and nobody who lost the right has one.
 */
@ApplicationScoped
public class Presences {

  /** How long a page that fell silent counts; pages say every minute that they are open. */
  static final Duration LASTS = Duration.ofSeconds(150);

  @Inject private AidRows rows;
  @Inject private Clock clock;

  /**
   * Somebody who looks.
   *
   * @param name who
   * @param since from when on
   */
  public record Presence(String name, Instant since) {}

  /** Says that somebody looks; whoever was first stays first until it ran out. */
  public void look(long application, long account, String name) {
    Instant now = clock.instant();
    int renewed =
        rows.write(
            Sql.of("update aid_presence set until = ?", now.plus(LASTS))
                .add("where application_id = ? and account_id = ?", application, account)
                .add("and until > ?", now));
    if (renewed == 0) {
      rows.write(
          Sql.of("delete from aid_presence where application_id = ?", application)
              .add("and until <= ?", now));
      rows.write(
          Sql.of("insert ignore into aid_presence (application_id, account_id, name, since, until)")
              .add("values (?, ?, ?, ?, ?)", application, account, name, now, now.plus(LASTS)));
    }
  }

  /** Says that somebody stopped looking. */
  public void leave(long application, long account) {
    rows.write(
        Sql.of("delete from aid_presence where application_id = ?", application)
            .add("and account_id = ?", account));
  }

  /** Who looks, other than the one who asks. */
  public Optional<Presence> other(long application, long account) {
    return rows.first(
        Sql.of("select p.name, p.since from aid_presence p join account c on c.id = p.account_id")
            .add("where p.application_id = ? and p.account_id <> ?", application, account)
            .add("and p.until > ? and c.active", clock.instant())
            .add("and exists (select 1 from role_grant g where g.account_id = c.id")
            .add("and g.role in ('AID_OFFICER', 'AID_MANAGER'))"),
        row -> new Presence(row.text("name"), row.instant("since")));
  }
}
