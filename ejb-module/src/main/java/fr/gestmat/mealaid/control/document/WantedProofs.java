package fr.gestmat.mealaid.control.document;

import fr.gestmat.mealaid.control.form.DocumentKind;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.mealaid.entity.source.SourceAnswered;
import fr.gestmat.mealaid.entity.source.SourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which figures of which applications a document has to prove, because an official source does not
 * know the family or may not be asked. Each method joins the caller's transaction.
 */
@ApplicationScoped
public class WantedProofs {

  @Inject private AidRows rows;
  @Inject private Clock clock;

  /**
   * A figure of an application of which nobody settled yet whether the family is asked.
   *
   * @param key of the application in the database
   * @param application its public id
   * @param authority its authority
   * @param kind the figure, as a source is asked for it
   */
  public record Wanted(long key, UUID application, long authority, SourceKind kind) {}

  /** The document that proves what a source would have told. */
  public static DocumentKind document(SourceKind kind) {
    return switch (kind) {
      case FAMILY_QUOTIENT -> DocumentKind.QUOTIENT_CERTIFICATE;
      case SCHOLARSHIP -> DocumentKind.SCHOLARSHIP_NOTICE;
    };
  }

  /** A source does not know somebody: whether the family is asked is settled afterwards. */
  void heard(@Observes SourceAnswered answered) {
    if (answered.state() == CallState.NOT_FOUND) {
      want(answered.applicationId(), answered.kind());
    }
  }

  /** Has it settled whether the family is asked; one that was asked once is not asked again. */
  public void want(long application, SourceKind kind) {
    rows.write(
        Sql.of("insert into aid_proof_wanted (application_id, kind, wanted_at)")
            .add("values (?, ?, ?)", application, kind, clock.instant())
            .add("on duplicate key update settled_at = if(asked, settled_at, null)"));
  }

  /**
   * Those that are open, the oldest first. Without a scale that has begun nobody knows whether the
   * figure will be asked for: they stay open.
   */
  public List<Wanted> open(int most) {
    return rows.list(
        Sql.of("select w.application_id, w.kind, a.public_id, a.authority_id")
            .add("from aid_proof_wanted w join aid_application a on a.id = w.application_id")
            .add("where w.open_since is not null and exists (select 1 from aid_scale s")
            .add("where s.campaign_id = a.campaign_id and s.starts_on <= ?)", today())
            .add("order by w.open_since limit ?", most),
        row ->
            new Wanted(
                row.number("application_id"),
                row.id("public_id"),
                row.number("authority_id"),
                row.one("kind", SourceKind.class)));
  }

  /** Settles one. */
  public void settle(Wanted one, boolean asked) {
    rows.write(
        Sql.of("update aid_proof_wanted set settled_at = ?, asked = ?", clock.instant(), asked)
            .add("where application_id = ? and kind = ?", one.key(), one.kind()));
  }

  /** Leaves one open, behind the others. */
  public void postpone(Wanted one) {
    rows.write(
        Sql.of("update aid_proof_wanted set wanted_at = ?", clock.instant())
            .add("where application_id = ? and kind = ?", one.key(), one.kind()));
  }

  /** The kinds of document that the family of an application was asked for. */
  public Set<String> asked(long application) {
    return rows
        .list(
            Sql.of(
                "select kind from aid_proof_wanted where application_id = ? and asked",
                application),
            row -> document(row.one("kind", SourceKind.class)).name())
        .stream()
        .collect(Collectors.toSet());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
