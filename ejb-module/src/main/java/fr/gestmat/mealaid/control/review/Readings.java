package fr.gestmat.mealaid.control.review;

import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.ApplicationFile.Reading;
import fr.gestmat.mealaid.entity.AidDecision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Readings of decisions by families. Where a campaign asks for them, nothing tells how a decision
 * went before the family has said that it reads it (M-I02).
 */
@ApplicationScoped
public class Readings {

  @Inject private AidRows rows;
  @Inject private Clock clock;

  /** The reading of the decision that stands, of those of one application. */
  public Optional<Reading> of(List<AidDecision> decisions) {
    return decisions.stream()
        .filter(one -> one.supersededAt() == null)
        .findFirst()
        .flatMap(
            one ->
                rows.first(
                    Sql.of(
                        "select name, read_at from aid_decision_reading where decision_id = ?",
                        one.id()),
                    row -> new Reading(row.text("name"), row.instant("read_at"))));
  }

  /**
   * Those of some applications whose decision waits to be read, in a campaign that asks for it.
   *
   * @param applications keys
   */
  public Set<Long> missing(Collection<Long> applications) {
    if (applications.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        rows.list(
            Sql.of("select d.application_id from aid_decision d join aid_application a")
                .add("on a.id = d.application_id join aid_campaign c on c.id = a.campaign_id")
                .add("left join aid_decision_reading r on r.decision_id = d.id")
                .add("where c.read_receipt and r.decision_id is null")
                .in("and d.standing_application_id in", applications),
            row -> row.number("application_id")));
  }

  /** Keeps that somebody reads a decision; the first reading stays. */
  public void keep(AidDecision decision, Hand reader) {
    rows.write(
        Sql.of("insert ignore into aid_decision_reading")
            .add("(decision_id, account_id, name, read_at) values")
            .add(
                "(?, ?, ?, ?)",
                decision.id(),
                reader.accountId().orElse(null),
                reader.name(),
                clock.instant()));
  }
}
