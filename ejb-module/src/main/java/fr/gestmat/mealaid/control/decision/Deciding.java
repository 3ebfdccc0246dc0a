package fr.gestmat.mealaid.control.decision;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.decision.Assessed.Gift;
import fr.gestmat.mealaid.control.letter.LetterQueue;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.Annotations;
import fr.gestmat.mealaid.control.review.Corrections;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.control.source.SourceStanding;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidDecision;
import fr.gestmat.mealaid.entity.AidDecision.Outcome;
import fr.gestmat.mealaid.entity.ApplicationEvent;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.mealaid.entity.Term;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes decisions on applications that are held: gathers what stands against one, writes it with
 * what it was computed from, moves the application and owes the family a letter. Nothing leaves the
 * house here. Needs a transaction.
 */
@ApplicationScoped
public class Deciding {

  @PersistenceContext private EntityManager entities;
  @Inject private AidRows rows;
  @Inject private Assessor assessor;
  @Inject private PeriodBook periods;
  @Inject private SourceStanding sources;
  @Inject private Annotations annotations;
  @Inject private Corrections corrections;
  @Inject private Moves moves;
  @Inject private LetterQueue letters;
  @Inject private Clock clock;

  /**
   * What rules and scale say.
   *
   * @param motives why an officer goes over a rule, by its code
   */
  public Assessed assess(AidApplication application, Map<String, String> motives) {
    return assessor.assess(
        application, entities.find(AidCampaign.class, application.campaignId()), motives);
  }

  /** What no decision may go before: a source that may still answer (M-A12). */
  public List<Refusal> blocks(AidApplication application) {
    return sources.of(application.authorityId(), application.id()).unanswered()
        ? List.of(Refusal.of("source", "sourceUnanswered"))
        : List.of();
  }

  /** An application as a decision finds it. */
  public DecisionRule.Situation situation(AidApplication held, Map<String, String> motives) {
    return new DecisionRule.Situation(
        assess(held, motives),
        blocks(held),
        annotations.of(held.campaignId(), held.id()),
        rows.number(
                Sql.of(
                    "select count(*) n from aid_second_look where open_application_id = ?",
                    held.id()))
            > 0,
        held.knowsTheChild());
  }

  /**
   * Takes a decision, if nothing stands against it. One that nobody began to review is taken in
   * hand by the same gesture.
   *
   * @param batch decisions of one batch are told together
   * @return the decision's public id
   */
  public Answer<UUID> decide(AidApplication held, Hand hand, DecisionOrder order, String batch) {
    DecisionRule.Situation situation = situation(held, order.motives());
    List<Refusal> reasons = DecisionRule.refusals(situation, order);
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    if (held.state() == ApplicationState.SUBMITTED) {
      moves.move(held, ApplicationEvent.TAKE, hand, Map.of());
    }
    AidDecision decision = write(held, hand, order, situation.assessed());
    corrections.resolve(held.id(), Corrections.Resolution.DECIDED);
    moves.move(held, order.event(), hand, told(decision));
    letters.owe(held, decision, batch);
    return new Answer.Done<>(decision.publicId());
  }

  private AidDecision write(
      AidApplication held, Hand hand, DecisionOrder order, Assessed assessed) {
    AidCampaign campaign = entities.find(AidCampaign.class, held.campaignId());
    int first = Optional.ofNullable(held.firstTerm()).orElse(1);
    Optional<Gift> gift = order.outcome() == Outcome.GRANTED ? assessed.gift() : Optional.empty();
    DecisionPeriods given =
        periods.with(
            held.id(),
            DecisionTerms.of(
                gift, campaign.terms(), first, Optional.ofNullable(held.figures().mealsAWeek())));
    List<DecisionTerm> terms = given.terms(campaign.terms());
    AidDecision decision =
        new AidDecision(
            held,
            (int) rows.number(count(held)) + 1,
            order.outcome(),
            given.addTo(assessed.inputs()),
            hand.accountId().orElse(null),
            hand.name(),
            clock.instant());
    if (gift.isPresent()) {
      decision.give(
          gift.get().scale(),
          gift.get().rate().orElse(null),
          gift.get().amount().orElse(null),
          gift.get().unit(),
          given.changedOn().orElse(start(campaign, first)),
          terms);
    } else {
      decision.keep(terms);
    }
    List<String> codes = codes(order, assessed);
    if (!order.reason().isEmpty() || !codes.isEmpty()) {
      decision.because(codes, order.reason());
    }
    entities.persist(decision);
    entities.flush();
    return decision;
  }

  /** A refusal that names no rule, as that of a batch, refuses for those that do. */
  private static List<String> codes(DecisionOrder order, Assessed assessed) {
    return order.outcome() == Outcome.REFUSED && order.codes().isEmpty()
        ? assessed.failed().stream().map(Assessed.RuleLine::code).toList()
        : order.codes();
  }

  private static Sql count(AidApplication held) {
    return Sql.of("select count(*) n from aid_decision where application_id = ?", held.id());
  }

  private static LocalDate start(AidCampaign campaign, int first) {
    return campaign.terms().stream()
        .filter(term -> term.number() == first)
        .map(Term::startsOn)
        .findFirst()
        .orElse(campaign.days().opensOn());
  }

  private static Map<String, String> told(AidDecision decision) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("decision", String.valueOf(decision.number()));
    @Nullable String reason = decision.reason();
    if (reason != null) {
      told.put("reason", reason);
    }
    if (decision.rate() != null) {
      told.put("rate", decision.rate().toPlainString());
    }
    if (decision.amount() != null) {
      told.put("amount", decision.amount().toPlainString());
    }
    return told;
  }
}
