package fr.gestmat.mealaid.control.application;

import fr.gestmat.access.Caller;
import fr.gestmat.mealaid.control.document.WantedProofs;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.source.FamilyIdentity;
import fr.gestmat.mealaid.control.source.SourceQuestions;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidContributor.Kind;
import fr.gestmat.mealaid.entity.source.Requester;
import fr.gestmat.mealaid.entity.source.SourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Hands in what official sources are to be asked of an application, as far as the family let them
 * be asked. Joins the caller's transaction: what is sent is asked for sooner or later, and what is
 * rolled back is not.
 */
@ApplicationScoped
public class SourceAsking {

  @Inject private Contributors contributors;
  @Inject private SourceQuestions questions;
  @Inject private WantedProofs proofs;

  /**
   * Asks, with what a separated parent gave as the own part; what was answered already is not asked
   * again, and what the family takes back is asked no more. Who typed a quotient and lets nobody be
   * asked for it has to prove it.
   *
   * @param answers of the application, to questions that were shown
   */
  public void ask(Caller who, AidApplication one, Answers answers) {
    questions.ask(
        one,
        FamilyIdentity.of(answers, ownPart(one, answers), one.child()),
        new Requester(who.accountId(), who.name(), who.accountPublicId()),
        SourceQuestions.REVIEW);
    if (answers.is("sourceAccount", "NO") && answers.is("quotientKnown", "YES")) {
      proofs.want(one.id(), SourceKind.FAMILY_QUOTIENT);
    }
  }

  private Optional<Answers> ownPart(AidApplication one, Answers answers) {
    if (Contributors.kind(answers).filter(Kind.SEPARATED::equals).isEmpty()) {
      return Optional.empty();
    }
    return contributors.of(one.id()).stream()
        .filter(other -> other.kind() == Kind.SEPARATED)
        .flatMap(other -> Optional.ofNullable(other.answers()).stream())
        .map(AnswersJson::read)
        .findFirst();
  }
}
