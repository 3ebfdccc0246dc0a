package fr.gestmat.lending.control.charge;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.charge.ChargeRows.Charge;
import fr.gestmat.lending.control.charge.ChargeRows.Filter;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.ChargeState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Numbered charges, found and moved by their numbers. */
@ApplicationScoped
public class StandingCharges {

  private static final int AT_ONCE = 500;

  @Inject private ReadModel database;

  /** Where charges stand, by their numbers as text; numbers that nobody has are left out. */
  public Map<String, ChargeState> of(long authorityId, List<String> numbers) {
    Map<String, ChargeState> found = new HashMap<>();
    for (int at = 0; at < numbers.size(); at += AT_ONCE) {
      List<String> some = numbers.subList(at, Math.min(at + AT_ONCE, numbers.size()));
      database.list(
          new SqlText()
              .add("select charge_year, number, state from recovery_charge")
              .add("where authority_id = ? and number is not null", authorityId)
              .in("and concat(charge_year, '-', lpad(number, 6, '0')) in", some),
          row ->
              found.put(
                  ChargeNumbers.text((int) row.number("charge_year"), (int) row.number("number")),
                  ChargeState.valueOf(row.text("state"))));
    }
    return found;
  }

  /** The charge of a number. */
  public Optional<Charge> find(long authorityId, ChargeNumbers.Number number) {
    return database.first(
        ChargeRows.columns()
            .add(ChargeRows.from(new Scope(authorityId, true, Set.of()), Filter.ALL))
            .add("and r.charge_year = ? and r.number = ?", number.year(), number.number()),
        ChargeRows::charge);
  }

  /** Moves a charge from where it was read; false if it stands elsewhere meanwhile. */
  public boolean move(
      long authorityId,
      ChargeNumbers.Number number,
      ChargeState from,
      ChargeState to,
      Instant now) {
    return database.write(
            new SqlText()
                .add("update recovery_charge set state = ?, changed_at = ?,", to, now)
                .add("version = version + 1 where authority_id = ?", authorityId)
                .add("and charge_year = ? and number = ?", number.year(), number.number())
                .add("and state = ?", from))
        == 1;
  }
}
