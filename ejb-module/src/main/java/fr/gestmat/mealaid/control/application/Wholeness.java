package fr.gestmat.mealaid.control.application;

import fr.gestmat.mealaid.control.application.AskedDocuments.Asked;
import fr.gestmat.mealaid.control.application.FamilyReach.Party;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.document.DocumentArrived;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.document.WantedProofs;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.form.Situation;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether everything that a family was asked for has arrived. The first term that the aid is given
 * for counts from that moment, as the campaign says. Needs a transaction.
 */
@ApplicationScoped
public class Wholeness {

  @PersistenceContext private EntityManager entities;
  @Inject private AskedDocuments asked;
  @Inject private DocumentRows documents;
  @Inject private WantedProofs proofs;
  @Inject private AuthorityTime time;

  /**
   * What is asked for in the family's situation, and in place of an official source's answer.
   *
   * @param answers of the child, to questions that were shown
   */
  public List<Asked> asked(AidApplication one, Answers answers) {
    List<Asked> all = new ArrayList<>(demanded(one, answers));
    for (String kind : proofs.asked(one.id())) {
      all.removeIf(each -> each.kind().equals(kind));
      all.add(0, new Asked(kind, true));
    }
    return List.copyOf(all);
  }

  /**
   * What the campaign demands in the family's situation: whether an application is whole depends on
   * this alone, so that nobody loses a term because a source did not know them.
   *
   * @param answers of the child, to questions that were shown
   */
  public List<Asked> demanded(AidApplication one, Answers answers) {
    return AskedDocuments.of(
        asked.demands(one.campaignId()), Situation.of(answers, one.pupilId() != null));
  }

  /**
   * Whether drafts are sent only with every mandatory document (M-G13). An officer who types what
   * is on paper may always send; what was sent may always be changed.
   */
  public boolean comesFirst(Sheaf sheaf, Party party) {
    return sheaf.campaign().documentsFirst()
        && party != Party.AGENT
        && sheaf.applications().get(0).submittedAt() == null;
  }

  /** Whether no mandatory document is missing. */
  public boolean isWhole(AidApplication one, Answers answers) {
    return AskedDocuments.missing(demanded(one, answers), documents.kinds(one.id())).stream()
        .noneMatch(Asked::mandatory);
  }

  /**
   * Says so of one that was sent incomplete, if the last document is there now.
   *
   * @param at when it arrived
   */
  public void settle(AidApplication one, Answers answers, Instant at) {
    if (one.submittedAt() == null || one.completeAt() != null || !isWhole(one, answers)) {
      return;
    }
    entities
        .find(AidCampaign.class, one.campaignId())
        .days()
        .termOfCompletion(at, time.zone(one.authorityId()))
        .ifPresent(term -> one.complete(at, term));
  }

  void arrived(@Observes DocumentArrived told) {
    AidApplication one = told.application();
    // An officer's paper and a family's file may arrive at once: the row decides who comes last.
    entities.refresh(one, LockModeType.PESSIMISTIC_WRITE);
    if (one.completeAt() == null) {
      Answers answers = AnswersJson.read(one.submitted());
      settle(one, answers, last(one, answers, told.at()));
    }
  }

  /** When the last of what is mandatory arrived: papers are typed in any order. */
  private Instant last(AidApplication one, Answers answers, Instant at) {
    Map<String, Instant> arrivals = documents.arrivals(one.id());
    return demanded(one, answers).stream()
        .filter(Asked::mandatory)
        .flatMap(each -> Optional.ofNullable(arrivals.get(each.kind())).stream())
        .reduce(at, (before, next) -> next.isAfter(before) ? next : before);
  }
}
