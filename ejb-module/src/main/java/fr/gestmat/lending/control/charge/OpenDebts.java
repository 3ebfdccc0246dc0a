package fr.gestmat.lending.control.charge;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.reminder.RetentionVeto;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;

/** A loan knows its pupil as long as money is owed for it, or an incident is not settled (L101). */
@ApplicationScoped
public class OpenDebts implements RetentionVeto {

  @Inject private ReadModel database;

  @Override
  public Set<Long> held(Collection<Long> loans) {
    return Set.copyOf(
        database.list(
            new SqlText()
                .add(
                    "select loan_id from recovery_charge where state in ('PROPOSED', 'VALIDATED',"
                        + " 'SENT', 'TO_REFUND') and")
                .in("loan_id in", loans)
                .add(
                    "union select loan_id from incident where state in ('DECLARED', 'DECIDED') and")
                .in("loan_id in", loans),
            row -> row.number("loan_id")));
  }
}
