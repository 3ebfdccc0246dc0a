package fr.gestmat.mealaid.control.decision;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.scale.ScaleBook;
import fr.gestmat.mealaid.control.source.EstablishedFigure;
import fr.gestmat.mealaid.control.source.EstablishedFigures;
import fr.gestmat.mealaid.control.source.EstablishedRule;
import fr.gestmat.mealaid.control.source.HouseholdFigure;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.document.AidDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Establishes figures of a household in the authority's name, and takes them back, on an
 * application that is held. What counted before and what counts now is told. Needs a transaction.
 */
@ApplicationScoped
public class Establishing {

  @PersistenceContext private EntityManager entities;
  @Inject private ScaleBook scales;
  @Inject private EstablishedFigures figures;
  @Inject private DocumentRows documents;
  @Inject private Assessor assessor;
  @Inject private SecondHousehold second;
  @Inject private Moves moves;
  @Inject private AuthorityTime time;
  @Inject private Clock clock;

  /** The figures that the scale which holds today asks for, of every household that counts. */
  public List<HouseholdFigure> asked(AidApplication one) {
    Set<Missing> all =
        scales
            .inForce(one.campaignId(), time.today(one.authorityId()))
            .map(version -> ScaleBook.scale(version).questions())
            .orElse(Set.of());
    return HouseholdFigure.among(all, second.counts(one, campaign(one)));
  }

  /** Establishes a figure, in place of the one that was. */
  public Answer<AidApplication> establish(
      AidApplication held, Hand hand, EstablishedRule.Typed typed) {
    if (!held.state().isOpen()) {
      return Moves.standing(held);
    }
    List<AidDocument> given =
        documents.of(held.id()).stream().filter(one -> one.handedInAt() != null).toList();
    EstablishedRule.Situation situation =
        new EstablishedRule.Situation(
            Set.copyOf(asked(held)),
            given.stream().collect(Collectors.toMap(AidDocument::publicId, AidDocument::kind)),
            YearMonth.from(time.today(held.authorityId())));
    List<Refusal> wrong = EstablishedRule.refusals(typed, situation);
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    EstablishedFigure figure =
        EstablishedRule.figure(typed, situation, hand.name(), clock.instant());
    Optional<BigDecimal> before = counts(held, figure.of());
    figures.keep(
        held.id(),
        figure,
        hand.accountId().orElseThrow(),
        situation.document(typed.readOn()).flatMap(id -> key(given, id)));
    tell(held, hand, "FIGURE_ESTABLISHED", figure.of(), before, figure.note());
    return new Answer.Done<>(held);
  }

  /** Takes one back: what sources and family say counts again. */
  public Answer<AidApplication> takeBack(AidApplication held, Hand hand, HouseholdFigure figure) {
    if (!held.state().isOpen()) {
      return Moves.standing(held);
    }
    Optional<BigDecimal> before = counts(held, figure);
    if (!figures.end(held.id(), figure, hand.name())) {
      return Answer.refused(Refusal.of("figure", "figureNotEstablished"));
    }
    tell(held, hand, "FIGURE_TAKEN_BACK", figure, before, "");
    return new Answer.Done<>(held);
  }

  private void tell(
      AidApplication held,
      Hand hand,
      String event,
      HouseholdFigure figure,
      Optional<BigDecimal> before,
      String note) {
    Map<String, String> more = new LinkedHashMap<>();
    more.put("figure", figure.code());
    before.ifPresent(value -> more.put("before", plain(value)));
    counts(held, figure).ifPresent(value -> more.put("after", plain(value)));
    if (!note.isEmpty()) {
      more.put("reason", note);
    }
    moves.tell(held, event, hand, more);
  }

  private Optional<BigDecimal> counts(AidApplication held, HouseholdFigure figure) {
    return assessor.counts(held, campaign(held), figure);
  }

  private AidCampaign campaign(AidApplication one) {
    return entities.find(AidCampaign.class, one.campaignId());
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  private static Optional<Long> key(List<AidDocument> given, UUID id) {
    return given.stream().filter(one -> one.publicId().equals(id)).map(AidDocument::id).findFirst();
  }
}
