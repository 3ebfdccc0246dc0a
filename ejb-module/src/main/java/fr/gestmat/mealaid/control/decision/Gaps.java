package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.control.application.AskedDocuments;
import fr.gestmat.mealaid.control.application.AskedDocuments.Asked;
import fr.gestmat.mealaid.control.application.Wholeness;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.document.WantedProofs;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.entity.AidApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Reads what an application still needs. */
@ApplicationScoped
public class Gaps {

  @Inject private Wholeness wholeness;
  @Inject private DocumentRows documents;
  @Inject private WantedProofs proofs;

  /**
   * What it needs; of one that is whole only what was asked in place of an official source.
   *
   * @param visa whether the school has given its visa
   */
  public List<Gap> of(AidApplication one, Assessed assessed, boolean visa) {
    return Gap.of(
        assessed,
        new Gap.Around(one.schoolId() != null, one.pupilId() != null, visa, missing(one)));
  }

  private List<String> missing(AidApplication one) {
    if (one.completeAt() != null && proofs.asked(one.id()).isEmpty()) {
      return List.of();
    }
    return AskedDocuments.missing(
            wholeness.asked(one, AnswersJson.read(one.submitted())), documents.kinds(one.id()))
        .stream()
        .filter(Asked::mandatory)
        .map(Asked::kind)
        .toList();
  }
}
