package fr.gestmat.mealaid.control.decision;

import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.document.NoticeTrust;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.Corrections;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidDecision.Outcome;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.source.SourceAnswered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Decides by itself where the campaign allows it and everything is known and proved (M-A14). An
 * application that an officer ever had in hand is never decided by itself; one that could not be is
 * looked at again only once it changed, a source answered or a document was scanned.
 */
@ApplicationScoped
public class AutomaticDecisions implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "aid-automatic";

  private static final Logger LOG = System.getLogger(AutomaticDecisions.class.getName());
  private static final int MOST = 2_000;
  private static final String WHO = "Décision automatique";

  @Inject private AidRows rows;
  @Inject private Moves moves;
  @Inject private Deciding deciding;
  @Inject private Corrections corrections;
  @Inject private NoticeTrust trust;
  @Inject private AutomaticDecisions inTransaction;
  @Inject private Clock clock;

  private record Candidate(long authority, UUID id) {}

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofSeconds(50), Duration.ofMinutes(30));
  }

  @Override
  public JobReport work() {
    int decided = 0;
    for (Candidate next : candidates()) {
      try {
        decided += inTransaction.decide(next.authority(), next.id()) ? 1 : 0;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "application " + next.id() + " was not decided by itself", e);
      }
    }
    return JobReport.of("decisions", decided);
  }

  private List<Candidate> candidates() {
    return rows.list(
        Sql.of("select a.authority_id, a.public_id from aid_campaign c join aid_application a")
            .add("on a.campaign_id = c.id left join aid_automatic_look l")
            .add("on l.application_id = a.id where c.automatic_decision")
            .add("and c.published_at is not null and a.state = 'SUBMITTED'")
            .add("and a.complete_at is not null and a.first_in_review_at is null")
            .add("and not exists (select 1 from aid_correction k")
            .add("where k.pending_application_id = a.id)")
            .add("and (l.version is null or l.version <> a.version or exists (select 1")
            .add("from aid_document d where d.application_id = a.id")
            .add("and d.scanned_at >= l.looked_at))")
            .add("order by a.submitted_at, a.id limit ?", MOST),
        row -> new Candidate(row.number("authority_id"), row.id("public_id")));
  }

  /** A source has answered: what could not be decided is looked at again. */
  void again(@Observes SourceAnswered answered) {
    rows.write(
        Sql.of(
            "delete from aid_automatic_look where application_id = ?", answered.applicationId()));
  }

  /**
   * Decides on one, if it may be.
   *
   * @return whether it was decided
   */
  @InTransaction(ofItsOwn = true)
  public boolean decide(long authority, UUID id) {
    return moves
        .lock(authority, id)
        .filter(this::isUntouched)
        // What the certificates say now is not known yet: it stays a candidate.
        .filter(held -> !trust.isWaiting(held.id()))
        .filter(this::decide)
        .isPresent();
  }

  private boolean isUntouched(AidApplication held) {
    return held.state() == ApplicationState.SUBMITTED
        && held.firstInReviewAt() == null
        && held.completeAt() != null
        && !corrections.isPending(held.id());
  }

  private boolean decide(AidApplication held) {
    rows.write(
        Sql.of("replace into aid_automatic_look (application_id, version, looked_at)")
            .add("values (?, ?, ?)", held.id(), held.version(), clock.instant()));
    DecisionRule.Situation situation = deciding.situation(held, Map.of());
    Optional<Outcome> outcome = DecisionRule.automatic(situation);
    outcome.ifPresent(
        what ->
            deciding.decide(
                held,
                Hand.system(held.authorityId(), WHO),
                order(what, situation.assessed(), held),
                "aid-decision:" + held.publicId()));
    return outcome.isPresent();
  }

  private static DecisionOrder order(Outcome outcome, Assessed assessed, AidApplication held) {
    if (outcome == Outcome.GRANTED) {
      return DecisionOrder.grant("", Map.of());
    }
    List<String> codes = assessed.failed().stream().map(Assessed.RuleLine::code).toList();
    return DecisionOrder.refuse(RefusalWords.in(held.language()).reason(assessed.failed()), codes);
  }
}
