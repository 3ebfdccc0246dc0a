package fr.gestmat.mealaid.boundary.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.arrival.ClaimRows;
import fr.gestmat.mealaid.control.arrival.SchoolRows;
import fr.gestmat.mealaid.control.arrival.SchoolRows.SchoolLine;
import fr.gestmat.mealaid.control.arrival.TypedChildren;
import fr.gestmat.mealaid.control.arrival.TypedChildren.Typed;
import fr.gestmat.mealaid.entity.Child;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A family names a child whom the directory does not link to it. It may apply at once; what the
 * directory holds of the child it sees only after the school or an officer vouched for the link.
 */
@Stateless
@RolesAllowed("GUARDIAN")
public class NamedChildren {

  @Inject private CurrentCaller caller;
  @Inject private ClaimRows claims;
  @Inject private SchoolRows schools;
  @Inject private Journal journal;
  @Inject private TypedChildren typed;
  @Inject private Clock clock;

  /** The schools among which a family chooses. */
  public List<SchoolLine> schools() {
    return schools.all(caller.get().authorityId());
  }

  /**
   * Names a child; refused too if {@value ClaimRows#MOST_OF_ONE} others wait.
   *
   * @param birthDate empty if it could not be read
   * @return the child's given name
   */
  public Answer<String> name(
      String familyName, String givenName, Optional<LocalDate> birthDate, Optional<UUID> school) {
    Caller who = caller.get();
    Answer<Child> read =
        typed.read(
            who.authorityId(), new Typed(familyName, givenName, birthDate, school), schools());
    if (read instanceof Answer.Refused<Child> refused) {
      return new Answer.Refused<>(refused.reasons());
    }
    Child child = ((Answer.Done<Child>) read).value();
    // Whoever has an address has an account: one may not fill the lists of the schools.
    if (claims.othersWaiting(who.accountId(), child) >= ClaimRows.MOST_OF_ONE) {
      return Answer.refused(Refusal.of("givenName", "tooManyNamed", ClaimRows.MOST_OF_ONE));
    }
    claims.name(who.authorityId(), who.accountId(), child, clock.instant());
    journal.write(
        new JournalEvent(
            who.authorityId(),
            child.schoolId(),
            who.accountId(),
            who.name(),
            "AID_CHILD_CLAIMED",
            "AID_CHILD",
            null,
            null,
            null));
    return new Answer.Done<>(child.givenName());
  }
}
