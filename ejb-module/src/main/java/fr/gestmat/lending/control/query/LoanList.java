package fr.gestmat.lending.control.query;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.entity.LoanEvent;
import fr.gestmat.lending.entity.LoanState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists of loans, page by page, the latest first. */
@ApplicationScoped
public class LoanList {

  @Inject private ReadModel database;

  /**
   * A loan in a list.
   *
   * @param key where the list goes on after it
   * @param id public id
   * @param state where it stands
   * @param device public id of the device
   * @param assetTag its tag
   * @param model its model
   * @param pupil public id of the pupil
   * @param pupilName names as written, family name first
   * @param schoolClass the pupil's class
   * @param school the pupil's school now
   * @param issuer school that handed it over
   * @param checkedOutAt when
   * @param dueOn last day to bring it back
   * @param toReturnSince since when it must come back because the pupil left or moved
   * @param returnedAt when it came back
   * @param cameBack whether it is over because the device came back
   * @param late whether it should have come back
   */
  public record Line(
      long key,
      UUID id,
      LoanState state,
      UUID device,
      String assetTag,
      String model,
      UUID pupil,
      String pupilName,
      Optional<String> schoolClass,
      String school,
      String issuer,
      Instant checkedOutAt,
      Optional<LocalDate> dueOn,
      Optional<LocalDate> toReturnSince,
      Optional<Instant> returnedAt,
      boolean cameBack,
      boolean late) {}

  /** How many loans there are. */
  public long count(Scope scope, LoanFilter filter, LocalDate today) {
    return database.number(
        new SqlText().add("select count(*) n").add(LoanSql.from(scope, filter, today)));
  }

  /**
   * A page.
   *
   * @param before key of the last loan of the page before; {@code Long.MAX_VALUE} for the first
   * @param size how many at most
   */
  public List<Line> page(Scope scope, LoanFilter filter, LocalDate today, long before, int size) {
    SqlText sql =
        new SqlText()
            .add(
                """
                select l.id, l.public_id, l.state, d.public_id device, d.asset_tag, m.name model,
                  u.public_id pupil, u.family_name, u.given_name, c.name class, us.name school,
                  s.name issuer, l.checked_out_at, l.due_on, l.to_return_since, l.returned_at,
                  l.closing_reason
                """)
            .add(LoanSql.from(scope, filter, today))
            .add("and l.id < ?", before)
            .add("order by l.id desc limit ?", size);
    return database.list(sql, row -> line(row, today));
  }

  private static Line line(Row row, LocalDate today) throws SQLException {
    LoanState state = LoanState.valueOf(row.text("state"));
    Optional<LocalDate> dueOn = row.maybeDay("due_on");
    Optional<LocalDate> toReturnSince = row.maybeDay("to_return_since");
    boolean late =
        state != LoanState.CLOSED
            && (toReturnSince.isPresent() || dueOn.filter(d -> d.isBefore(today)).isPresent());
    return new Line(
        row.number("id"),
        row.id("public_id"),
        state,
        row.id("device"),
        row.text("asset_tag"),
        row.text("model"),
        row.id("pupil"),
        row.text("family_name") + " " + row.text("given_name"),
        row.maybeText("class"),
        row.text("school"),
        row.text("issuer"),
        row.instant("checked_out_at"),
        dueOn,
        toReturnSince,
        row.maybeInstant("returned_at"),
        row.maybeText("closing_reason")
            .map(LoanEvent::valueOf)
            .filter(LoanEvent::bringsBack)
            .isPresent(),
        late);
  }
}
