package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.control.appeal.AppealRows.Reopening;
import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.entity.AidDecision;
import fr.gestmat.mealaid.entity.DecisionTerm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The periods that a decision on an application makes, by why it is decided on again. */
@ApplicationScoped
public class PeriodBook {

  @PersistenceContext private EntityManager entities;
  @Inject private AidRows rows;

  /** Why an application was opened again, and the decision that stood until then. */
  private record Reopened(Reopening kind, long decision, Optional<LocalDate> effect) {

    private static Reopened of(AidRow row) throws SQLException {
      return new Reopened(
          row.one("kind", Reopening.class), row.number("decision_id"), row.maybeDay("effect_on"));
    }
  }

  /**
   * The periods of the decision that is being taken.
   *
   * @param whole what it gives in each whole term
   */
  public DecisionPeriods with(long application, List<DecisionTerm> whole) {
    Optional<Reopened> why = latest(Sql.of("where application_id = ?", application));
    if (why.isEmpty()) {
      return DecisionPeriods.first(whole);
    }
    DecisionPeriods before = of(why.get().decision());
    return switch (why.get().kind()) {
      case APPEAL, MISTAKE -> before.decidedAgain(whole);
      case SITUATION -> before.changed(why.get().effect().orElseThrow(), whole);
      case CORRECTION ->
          change(application)
              .map(change -> of(change.decision()))
              .orElse(before)
              .changed(why.get().effect().orElseThrow(), whole);
    };
  }

  /** The latest change of situation: what stood before it counts until its right day. */
  private Optional<Reopened> change(long application) {
    return latest(
        Sql.of("where application_id = ? and kind = ?", application, Reopening.SITUATION));
  }

  private DecisionPeriods of(long key) {
    AidDecision decision = entities.find(AidDecision.class, key);
    return DecisionPeriods.read(decision.inputs()).orElseGet(() -> unkept(decision));
  }

  /** Those of a decision that kept none: at most one change is known of it. */
  private DecisionPeriods unkept(AidDecision decision) {
    return latest(
            Sql.of("where application_id = ?", decision.applicationId())
                .add("and kind = ? and decision_id in", Reopening.SITUATION)
                .add(
                    "(select id from aid_decision where application_id = ?",
                    decision.applicationId())
                .add("and number < ?)", decision.number()))
        .map(
            change ->
                DecisionPeriods.first(entities.find(AidDecision.class, change.decision()).terms())
                    .changed(change.effect().orElseThrow(), decision.terms()))
        .orElseGet(() -> DecisionPeriods.first(decision.terms()));
  }

  private Optional<Reopened> latest(Sql where) {
    return rows.first(
        Sql.of("select kind, decision_id, effect_on from aid_reopening")
            .add(where)
            .add("order by id desc limit 1"),
        Reopened::of);
  }
}
