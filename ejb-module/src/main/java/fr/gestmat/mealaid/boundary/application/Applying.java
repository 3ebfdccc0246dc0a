package fr.gestmat.mealaid.boundary.application;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * Begins an application for several children at once. When another parent, or another tab, begins
 * at the same moment the database lets one of them win; the other one is asked again and then finds
 * what there is.
 */
@Stateless
@RolesAllowed("GUARDIAN")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Applying {

  @EJB private Drafts drafts;

  /**
   * Begins drafts, or goes on with those that there are (M-D09).
   *
   * @param children ids of the caller's children
   * @return one of the drafts; empty if there is no such campaign or child for the caller
   */
  public Optional<Answer<UUID>> begin(UUID campaign, Collection<UUID> children) {
    if (children.isEmpty()) {
      return Optional.of(Answer.refused(Refusal.of("children", "noChild")));
    }
    try {
      return drafts.begin(campaign, children);
    } catch (EJBException lostTheRace) {
      return drafts.begin(campaign, children);
    }
  }
}
