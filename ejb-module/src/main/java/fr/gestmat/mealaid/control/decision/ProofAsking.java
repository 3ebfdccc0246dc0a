package fr.gestmat.mealaid.control.decision;

import fr.gestmat.access.Answer;
import fr.gestmat.job.boundary.JobPlan;
import fr.gestmat.job.boundary.PlannedJob;
import fr.gestmat.job.entity.JobReport;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.application.AskedDocuments.Asked;
import fr.gestmat.mealaid.control.application.Wholeness;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.document.DocumentArrived;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.document.WantedProofs;
import fr.gestmat.mealaid.control.document.WantedProofs.Wanted;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.review.Asking;
import fr.gestmat.mealaid.control.review.Corrections;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.control.scale.ScaleBook;
import fr.gestmat.mealaid.control.source.SourceStanding;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.source.SourceKind;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Asks families by itself for the document that proves a figure which no official source tells: as
 * an officer asks for a correction, with the same mail, once for each figure. Whether it does is
 * decided by {@link ProofRule}; no answer of a source waits for it.
 */
@ApplicationScoped
public class ProofAsking implements PlannedJob {

  /** Name of the job on the page of jobs. */
  public static final String NAME = "aid-proofs";

  private static final Logger LOG = System.getLogger(ProofAsking.class.getName());
  private static final int MOST = 1_000;
  private static final String WHO = "Pièce demandée automatiquement";

  /** After {@link Wholeness}, which locks the application and reads it anew. */
  private static final int LATER = Interceptor.Priority.APPLICATION + 600;

  @Inject private WantedProofs proofs;
  @Inject private ScaleBook scales;
  @Inject private SourceStanding sources;
  @Inject private Wholeness wholeness;
  @Inject private DocumentRows documents;
  @Inject private Corrections corrections;
  @Inject private Asking asking;
  @Inject private Moves moves;
  @Inject private AuthorityTime time;
  @Inject private ProofAsking inTransaction;

  @Override
  public JobPlan plan() {
    return new JobPlan(NAME, Duration.ofSeconds(50), Duration.ofMinutes(30));
  }

  @Override
  public JobReport work() {
    int asked = 0;
    for (Wanted next : proofs.open(MOST)) {
      try {
        asked += inTransaction.settle(next) ? 1 : 0;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "no document was asked for " + next.application(), e);
      }
    }
    return JobReport.of("proofs", asked);
  }

  /**
   * Settles one.
   *
   * @return whether the family was asked
   */
  @InTransaction(ofItsOwn = true)
  public boolean settle(Wanted wanted) {
    Optional<AidApplication> held = moves.lock(wanted.authority(), wanted.application());
    ProofRule.Step step =
        held.map(one -> ProofRule.step(situation(one, wanted.kind()))).orElse(ProofRule.Step.LEAVE);
    if (step == ProofRule.Step.ASK) {
      step = ask(held.orElseThrow(), wanted.kind()) ? step : ProofRule.Step.WAIT;
    }
    if (step == ProofRule.Step.WAIT) {
      proofs.postpone(wanted);
    } else {
      proofs.settle(wanted, step == ProofRule.Step.ASK);
    }
    return step == ProofRule.Step.ASK;
  }

  private ProofRule.Situation situation(AidApplication held, SourceKind kind) {
    var answers = AnswersJson.read(held.submitted());
    String document = WantedProofs.document(kind).name();
    return new ProofRule.Situation(
        kind,
        held.state(),
        scales
            .inForce(held.campaignId(), time.today(held.authorityId()))
            .map(version -> ScaleBook.scale(version).questions()),
        sources.of(held.authorityId(), held.id()),
        answers,
        documents.kinds(held.id()).contains(document),
        wholeness.demanded(held, answers).stream()
            .filter(Asked::mandatory)
            .anyMatch(one -> one.kind().equals(document)),
        corrections.isPending(held.id()));
  }

  private boolean ask(AidApplication held, SourceKind kind) {
    Hand hand = Hand.system(held.authorityId(), WHO);
    return moves.hold(hand, held.publicId(), held.version()).stream()
        .filter(Answer.Done.class::isInstance)
        .map(free -> asking.askForProof(held, hand, RefusalWords.in(held.language()).askFor(kind)))
        .anyMatch(Answer.Done.class::isInstance);
  }

  /**
   * The family gave what it was asked for while the application waits or is looked at: there is
   * nothing more to put right. One in the family's hands comes back when the family sends it.
   */
  void arrived(@Observes @Priority(LATER) DocumentArrived told) {
    AidApplication one = told.application();
    if (one.state() == ApplicationState.TO_COMPLETE || !isAskedByItself(one)) {
      return;
    }
    if (documents.kinds(one.id()).containsAll(proofs.asked(one.id()))) {
      corrections.resolve(one.id(), Corrections.Resolution.ANSWERED);
      moves.tell(
          one, "CORRECTION_ANSWERED", Hand.system(one.authorityId(), "Pièce reçue"), Map.of());
    }
  }

  private boolean isAskedByItself(AidApplication one) {
    return corrections.of(one.id()).stream()
        .anyMatch(each -> each.resolvedAt().isEmpty() && each.askedBy().equals(WHO));
  }
}
