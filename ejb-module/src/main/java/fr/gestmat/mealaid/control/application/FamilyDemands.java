package fr.gestmat.mealaid.control.application;

import fr.gestmat.access.Caller;
import fr.gestmat.mealaid.control.application.AskedDocuments.Asked;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.form.Situation;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.document.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** The documents that a member of a family is asked for, by what that one answered. */
@ApplicationScoped
public class FamilyDemands {

  @Inject private Sheaves sheaves;
  @Inject private FamilyReach reach;
  @Inject private AskedDocuments documents;
  @Inject private Wholeness wholeness;

  /**
   * What is asked for, the mandatory ones first: everything that the campaign may ask for as long
   * as nothing was answered.
   *
   * @param side whose part it is: a separated parent answers for the own household
   */
  public List<Asked> of(Caller who, AidApplication application, Side side) {
    return answers(who, application, side)
        .map(
            answers ->
                side == Side.SEPARATED
                    ? wholeness.demanded(application, answers)
                    : wholeness.asked(application, answers))
        .orElseGet(
            () ->
                AskedDocuments.of(
                    documents.demands(application.campaignId()), EnumSet.allOf(Situation.class)));
  }

  private Optional<Answers> answers(Caller who, AidApplication application, Side side) {
    if (side == Side.SEPARATED) {
      return reach
          .contributor(who, application.id())
          .flatMap(part -> Optional.ofNullable(part.answers()))
          .map(AnswersJson::read);
    }
    return Optional.ofNullable(application.newest())
        .map(AnswersJson::read)
        .map(sheaves.read(application).form()::relevant);
  }
}
