package fr.gestmat.lending.control.charge;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/**
 * Charges for pieces that were missing or broken at a return (L066): what was said to be the price
 * of the piece, else the price of the school year. Each line is charged once; one that was found
 * before it was charged is never charged.
 */
@ApplicationScoped
public class PieceCharges {

  private static final String OWED =
      """
      from kit_gap g join device d on d.id = g.device_id
      left join replacement_price p on p.model_id = d.model_id and p.accessory = g.name
        and p.school_year = if(month(g.noted_at) >= 8, year(g.noted_at), year(g.noted_at) - 1)
      where g.authority_id = ? and g.step = 'RETURN' and g.quantity > g.found_quantity
        and coalesce(g.unit_price, p.amount) > 0
        and not exists (select 1 from recovery_charge r where r.kit_gap_id = g.id)
      """;

  @Inject private ReadModel database;

  /** How many lines could be charged. */
  public long waiting(Scope scope) {
    return database.number(visible(new SqlText().add("select count(*) n"), scope));
  }

  /** Proposes a charge for each of them; how many. */
  public int propose(Scope scope, String by, Instant now) {
    return database.write(
        visible(
            new SqlText()
                .add("insert ignore into recovery_charge (id, public_id, authority_id, school_id,")
                .add("pupil_id, device_id, loan_id, kit_gap_id, accessory, reason, amount, state,")
                .add("created_at, created_by, changed_at) select nextval(recovery_charge_seq),")
                .add("uuid(), g.authority_id, g.school_id, g.pupil_id, g.device_id, g.loan_id,")
                .add("g.id, g.name, 'MISSING_PIECE',")
                .add("(g.quantity - g.found_quantity) * coalesce(g.unit_price, p.amount),")
                .add("'PROPOSED', ?, ?, ?", now, by, now),
            scope));
  }

  private static SqlText visible(SqlText sql, Scope scope) {
    sql.add(OWED, scope.authorityId());
    if (scope.wholeAuthority()) {
      return sql;
    }
    return scope.schoolIds().isEmpty()
        ? sql.add("and 1 = 0")
        : sql.in("and g.school_id in", scope.schoolIds());
  }
}
