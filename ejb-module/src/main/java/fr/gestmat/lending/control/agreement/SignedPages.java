package fr.gestmat.lending.control.agreement;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.agreement.PaperRule.Problem;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The scanned pages that were sent: those that wait, and the last ones that were settled. */
@ApplicationScoped
public class SignedPages {

  private static final String SELECT =
      """
      select g.id, g.public_id, g.source_name, g.number, g.state, g.problem, g.code, g.file_id,
        g.received_at, g.received_by, s.id school_key, s.name school, a.public_id agreement,
        concat(u.given_name, ' ', u.family_name) pupil, i.name issuer
      from signed_page g
      join school s on s.id = g.school_id
      left join loan_agreement a on a.id = g.agreement_id
      left join pupil u on u.id = a.pupil_id
      left join loan_agreement n on n.code = substring(g.code, 4) and n.authority_id = g.authority_id
      left join school i on i.id = n.school_id
      where g.authority_id = ?
      """;

  @Inject private ReadModel database;
  @Inject private Clock clock;

  /**
   * A page.
   *
   * @param key where the list goes on after it
   * @param source name of the file that it came in
   * @param number its place in it
   * @param problem why it waits, or waited
   * @param code what its barcode holds
   * @param file public id of the page
   * @param agreement public id of the agreement that it was filed with
   * @param pupil whose agreement that is
   * @param issuer the school of the agreement that its barcode names
   */
  public record Line(
      long key,
      UUID id,
      String source,
      int number,
      boolean waiting,
      Optional<Problem> problem,
      Optional<String> code,
      UUID file,
      Instant receivedAt,
      String receivedBy,
      long schoolKey,
      String school,
      Optional<UUID> agreement,
      Optional<String> pupil,
      Optional<String> issuer) {}

  /** Pages that wait, the oldest first. */
  public List<Line> waiting(Scope scope, long after, int size) {
    return database.list(
        visible(scope)
            .add("and g.state = 'WAITING' and g.id > ? order by g.id limit ?", after, size),
        SignedPages::read);
  }

  /** How many wait. */
  public long countWaiting(Scope scope) {
    SqlText sql =
        new SqlText()
            .add("select count(*) n from signed_page g where g.state = 'WAITING'")
            .add("and g.authority_id = ?", scope.authorityId());
    inScope(sql, scope);
    return database.number(sql);
  }

  /** The last pages that filed themselves or were filed, the latest first. */
  public List<Line> filed(Scope scope, int size) {
    return database.list(
        visible(scope).add("and g.state = 'FILED' order by g.id desc limit ?", size),
        SignedPages::read);
  }

  /** A page. */
  public Optional<Line> find(Scope scope, UUID id) {
    return database.first(visible(scope).add("and g.public_id = ?", id), SignedPages::read);
  }

  /**
   * Settles a page that waits.
   *
   * @param agreementKey the agreement that it is filed with; empty to put it aside
   * @return whether it still waited
   */
  public boolean settle(Caller who, Line page, Optional<Long> agreementKey) {
    return database.write(
            new SqlText()
                .add(
                    "update signed_page set state = ?, agreement_id = ?,",
                    agreementKey.isPresent() ? "FILED" : "DISCARDED",
                    agreementKey.orElse(null))
                .add("settled_at = ?, settled_by = ?,", clock.instant(), who.name())
                .add("version = version + 1 where id = ? and state = 'WAITING'", page.key()))
        == 1;
  }

  private static SqlText visible(Scope scope) {
    SqlText sql = new SqlText().add(SELECT, scope.authorityId());
    inScope(sql, scope);
    return sql;
  }

  private static void inScope(SqlText sql, Scope scope) {
    if (scope.isEmpty()) {
      sql.add("and 1 = 0");
    } else if (!scope.wholeAuthority()) {
      sql.in("and g.school_id in", scope.schoolIds());
    }
  }

  private static Line read(Row row) throws SQLException {
    return new Line(
        row.number("id"),
        row.id("public_id"),
        row.text("source_name"),
        (int) row.number("number"),
        row.text("state").equals("WAITING"),
        row.maybeText("problem").map(Problem::valueOf),
        row.maybeText("code"),
        row.id("file_id"),
        row.instant("received_at"),
        row.text("received_by"),
        row.number("school_key"),
        row.text("school"),
        row.maybeId("agreement"),
        row.maybeText("pupil"),
        row.maybeText("issuer"));
  }
}
