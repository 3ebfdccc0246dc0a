package fr.gestmat.lending.control.charge;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.charge.ChargeRows.Charge;
import fr.gestmat.lending.control.charge.ChargeRows.Filter;
import fr.gestmat.lending.control.kit.TablePrice;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.ChargeState;
import fr.gestmat.lending.entity.KitGap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Charges for pieces that were missing or broken at a return (L066): what was said to be the price
 * of the piece, else the price of the school year. Each line that policy charges is charged once;
 * one that was found before it was charged is never charged, and one that is found afterwards
 * lowers or drops its charge.
 */
@ApplicationScoped
public class PieceCharges {

  private static final String OWED =
      """
      where g.authority_id = ? and g.step = 'RETURN' and g.charged
        and g.quantity > g.found_quantity
        and coalesce(g.unit_price, p.amount) > 0
        and not exists (select 1 from recovery_charge r where r.kit_gap_id = g.id)
      """;

  /** Only the lines: a lock on their devices would hold up scans. */
  private static final String OPEN_LINES =
      """
      select g.id from kit_gap g
      where g.authority_id = ? and g.step = 'RETURN' and g.charged
        and g.quantity > g.found_quantity
        and not exists (select 1 from recovery_charge r where r.kit_gap_id = g.id)
      """;

  @Inject private ReadModel database;
  @Inject private Today today;
  @Inject private ChargeRows rows;
  @Inject private ChargeLife life;
  @Inject private Clock clock;

  /** How many lines could be charged. */
  public long waiting(Scope scope) {
    return database.number(visible(new SqlText().add("select count(*) n"), scope));
  }

  /**
   * Proposes a charge for each of them; how many. Their lines are locked first: one that is being
   * found at this moment is not charged.
   */
  public int propose(Scope scope, ChargeLife.Actor by, Instant now) {
    database.list(
        inScope(new SqlText().add(OPEN_LINES, scope.authorityId()), scope)
            .add("order by g.id for update"),
        row -> row.number("id"));
    SqlText insert =
        new SqlText()
            .add("insert ignore into recovery_charge (id, public_id, authority_id, school_id,")
            .add("pupil_id, device_id, loan_id, kit_gap_id, accessory, reason, amount, state,")
            .add("created_at, created_by, changed_at) select nextval(recovery_charge_seq),")
            .add("uuid(), g.authority_id, g.school_id, g.pupil_id, g.device_id, g.loan_id,")
            .add("g.id, g.name, 'MISSING_PIECE',")
            .add("(g.quantity - g.found_quantity) * coalesce(g.unit_price, p.amount),")
            .add("'PROPOSED', ?, ?, ?", now, by.name(), now);
    int proposed = database.write(visible(insert, scope));
    if (proposed > 0) {
      database
          .list(
              new SqlText()
                  .add("select id, school_id, amount from recovery_charge")
                  .add("where authority_id = ? and state = 'PROPOSED'", by.authorityId())
                  .add("and kit_gap_id is not null and created_at = ?", now)
                  .add("and created_by = ?", by.name()),
              ChargeLife.Moved::read)
          .forEach(charge -> life.moved(charge, Optional.empty(), ChargeState.PROPOSED, by));
    }
    return proposed;
  }

  /**
   * Some of the pieces of a locked line were found: what was asked for them is dropped.
   *
   * @param gap the line, on which they are found already
   * @param found how many
   * @param scan the scan that found them, so that its undo puts the charge back
   * @return what became of the charge; empty if there was none that still asks
   */
  public Optional<PieceRelief> found(
      KitGap gap, int found, ChargeLife.Actor by, Optional<UUID> scan) {
    Optional<Charge> charged = lock(by.authorityId(), gap.id());
    Optional<PieceRelief> relief =
        charged.flatMap(c -> PieceRelief.decide(c.state(), c.amount(), gap.owed() + found, found));
    if (relief.isEmpty()) {
      return Optional.empty();
    }
    Charge charge = charged.orElseThrow();
    PieceRelief how = relief.get();
    if (how.outcome() == PieceRelief.Outcome.LOWERED) {
      life.lower(charge, how.left(), by);
      return relief;
    }
    life.move(charge, charge.state().on(ChargeState.Event.FOUND).orElseThrow(), by);
    scan.ifPresent(id -> rows.movedBy(charge.key(), id, charge.state()));
    if (how.left().signum() > 0) {
      askForTheRest(charge, gap.id(), how.left(), by);
    }
    return relief;
  }

  /** The charge of a line, locked until the transaction ends. */
  private Optional<Charge> lock(long authorityId, long gap) {
    database.list(
        new SqlText().add("select id from recovery_charge where kit_gap_id = ? for update", gap),
        row -> row.number("id"));
    return database.first(
        ChargeRows.columns()
            .add(ChargeRows.from(new Scope(authorityId, true, Set.of()), Filter.ALL))
            .add("and r.kit_gap_id = ?", gap),
        ChargeRows::charge);
  }

  /** The pieces that are still owed are a charge of their own from now on. */
  private void askForTheRest(Charge charge, long gap, BigDecimal left, ChargeLife.Actor by) {
    Instant now = clock.instant();
    database.write(
        new SqlText()
            .add("update recovery_charge set kit_gap_id = null where id = ?", charge.key()));
    database.write(
        new SqlText()
            .add("insert into recovery_charge (id, public_id, authority_id, school_id, pupil_id,")
            .add("device_id, loan_id, kit_gap_id, accessory, reason, amount, state, created_at,")
            .add("created_by, changed_at) select nextval(recovery_charge_seq), uuid(),")
            .add("authority_id, school_id, pupil_id, device_id, loan_id, ?,", gap)
            .add("accessory, reason, ?, 'PROPOSED', ?, ?, ?", left, now, by.name(), now)
            .add("from recovery_charge where id = ?", charge.key()));
    database
        .first(
            new SqlText()
                .add("select id, school_id, amount from recovery_charge")
                .add("where kit_gap_id = ?", gap),
            ChargeLife.Moved::read)
        .ifPresent(rest -> life.moved(rest, Optional.empty(), ChargeState.PROPOSED, by));
  }

  private SqlText visible(SqlText sql, Scope scope) {
    sql.add("from kit_gap g join device d on d.id = g.device_id left join replacement_price p on");
    TablePrice.where(sql, "d.model_id", today.zone(scope.authorityId()));
    return inScope(sql.add(OWED, scope.authorityId()), scope);
  }

  private static SqlText inScope(SqlText sql, Scope scope) {
    if (scope.wholeAuthority()) {
      return sql;
    }
    return scope.schoolIds().isEmpty()
        ? sql.add("and 1 = 0")
        : sql.in("and g.school_id in", scope.schoolIds());
  }
}
