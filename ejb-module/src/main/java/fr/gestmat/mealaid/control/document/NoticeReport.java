package fr.gestmat.mealaid.control.document;

import fr.gestmat.mealaid.control.taxnotice.NoticeComparison;
import fr.gestmat.mealaid.control.taxnotice.NoticeYear;
import fr.gestmat.mealaid.entity.document.ReadNotice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of one tax notice of an application. It refuses nothing: it tells the family before
 * it submits, and the officer afterwards.
 *
 * @param document public id of the document
 * @param waiting whether its code is still being looked for
 * @param outcome what reading gave; empty while it waits
 * @param figures what it says; without figures all are empty
 * @param year whether it is of the campaign's income year
 * @param rightName whether it is in the name of who applies, or lives with them; empty if it cannot
 *     be said
 * @param differences figures that the family typed otherwise
 * @param usedElsewhere whether another family uses the same notice in this campaign; only for
 *     officers
 * @param proof whether no officer has to look at it
 */
public record NoticeReport(
    UUID document,
    boolean waiting,
    Optional<ReadNotice.Outcome> outcome,
    ReadNotice.Figures figures,
    NoticeYear year,
    Optional<Boolean> rightName,
    List<NoticeComparison.Difference> differences,
    boolean usedElsewhere,
    boolean proof) {

  /** Copies the differences. */
  public NoticeReport {
    differences = List.copyOf(differences);
  }
}
