package fr.gestmat.web.mealaid.review;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.review.Reviews;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How giving several applications to one officer went, one after the other.
 *
 * @param given how many have the officer now
 * @param left how many a batch holds or somebody changed in that moment
 */
record BulkAssignment(int given, int left) {

  /** Gives them, as they stand now. */
  static BulkAssignment of(Reviews reviews, List<UUID> applications, Optional<UUID> officer) {
    int given = 0;
    for (UUID id : applications) {
      given +=
          reviews.assignAsItStands(id, officer).filter(Answer.Done.class::isInstance).isPresent()
              ? 1
              : 0;
    }
    return new BulkAssignment(given, applications.size() - given);
  }
}
