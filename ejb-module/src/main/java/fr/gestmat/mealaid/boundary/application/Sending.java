package fr.gestmat.mealaid.boundary.application;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.AidSubmission;
import fr.gestmat.mealaid.control.application.FamilyReach;
import fr.gestmat.mealaid.control.application.FamilyReach.Party;
import fr.gestmat.mealaid.control.application.FamilyReach.Reached;
import fr.gestmat.mealaid.control.application.Sheaf;
import fr.gestmat.mealaid.control.application.Sheaves;
import fr.gestmat.mealaid.entity.AidApplication;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Sending, changing what was sent, taking back. */
@Stateless
@RolesAllowed({"GUARDIAN", "AID_OFFICER"})
public class Sending {

  @Inject private CurrentCaller caller;
  @Inject private FamilyReach reach;
  @Inject private Sheaves sheaves;
  @Inject private AidSubmission submission;
  @Inject private Clock clock;

  /**
   * What was sent.
   *
   * @param lines one for each child
   * @param already whether it had been sent before: nothing happened (M-D06)
   */
  public record Sent(List<Line> lines, boolean already) {

    /**
     * A child's application.
     *
     * @param child given name
     * @param number what people quote
     */
    public record Line(String child, long number) {}
  }

  /**
   * Sends the drafts, or the changes of what was sent; those that were begun before an officer took
   * it in hand are refused, and stay.
   *
   * @param arrived when the request reached the server: what the deadline is decided on
   * @param language the one that the page is in, {@code fr} or {@code en} (M-A16)
   * @return empty if the caller has no part in it
   */
  public Optional<Answer<Sent>> send(UUID id, Instant arrived, String language) {
    Instant now = clock.instant();
    Instant at = arrived.isAfter(now) ? now : arrived;
    return find(id)
        .map(
            found -> {
              Sheaf sheaf = sheaves.lock(found.application());
              if (!sheaf.isOpen()) {
                AidApplication first = sheaf.applications().get(0);
                if (Sheaf.isUnsent(first)) {
                  return Answer.<Sent>refused(Refusal.of("state", "inReview"));
                }
                return first.submittedAt() == null
                    ? Answer.<Sent>refused(Refusal.of("state", "withdrawn"))
                    : new Answer.Done<>(new Sent(lines(sheaf), true));
              }
              if (found.party() == Party.TOGETHER && !sheaf.campaign().coParentSubmits()) {
                return Answer.<Sent>refused(Refusal.of("party", "applicantSends"));
              }
              List<Refusal> reasons = submission.send(caller.get(), found.party(), sheaf, at);
              if (reasons.isEmpty() && found.party() != Party.AGENT) {
                sheaf.applications().forEach(one -> one.speaks(language));
              }
              return reasons.isEmpty()
                  ? new Answer.Done<>(new Sent(lines(sheaf), false))
                  : new Answer.Refused<Sent>(reasons);
            });
  }

  /**
   * Begins to change what was sent; officers see the sent answers until the changes are sent
   * (M-C11).
   *
   * @return false if it may not be changed now; empty if the caller has no part in it
   */
  public Optional<Boolean> amend(UUID id) {
    return find(id)
        .map(
            found -> {
              Sheaf sheaf = sheaves.lock(found.application());
              var application = sheaf.applications().get(0);
              if (!Sheaf.isAmendable(application)) {
                return false;
              }
              if (application.draft().answers() == null) {
                application.amend();
              }
              return true;
            });
  }

  /** Gives up changes that were not sent; empty if the caller has no part in it. */
  public Optional<Boolean> dropChanges(UUID id) {
    return find(id)
        .map(
            found -> {
              Sheaf sheaf = sheaves.lock(found.application());
              var application = sheaf.applications().get(0);
              if (!Sheaf.isAmended(application)) {
                return false;
              }
              application.settle();
              return true;
            });
  }

  /**
   * Takes an application back, for one child.
   *
   * @return the child's name; empty if the caller has no part in it
   */
  public Optional<Answer<String>> withdraw(UUID id) {
    return find(id)
        .filter(found -> found.party() != Party.TOGETHER)
        .map(
            found -> {
              Caller who = caller.get();
              Sheaf sheaf = sheaves.lock(found.application());
              var application =
                  sheaf.applications().stream()
                      .filter(one -> one.publicId().equals(id))
                      .findFirst()
                      .orElseThrow();
              return submission.withdraw(who, found.party(), application)
                  ? new Answer.Done<>(application.child().givenName())
                  : Answer.refused(Refusal.of("state", "decidedAlready"));
            });
  }

  /** Puts an application that is over out of sight; empty if the caller has no part in it. */
  public Optional<Boolean> hide(UUID id) {
    return find(id)
        .filter(found -> found.party() == Party.APPLICANT)
        .map(
            found -> {
              var application = sheaves.lock(found.application()).applications().get(0);
              boolean over =
                  application.state().isDecided()
                      || application.state()
                          == fr.gestmat.mealaid.entity.ApplicationState.WITHDRAWN;
              if (over) {
                application.hide();
              }
              return over;
            });
  }

  private Optional<Reached> find(UUID id) {
    return reach.find(caller.get(), id).filter(found -> found.party().sees());
  }

  private static List<Sent.Line> lines(Sheaf sheaf) {
    return sheaf.applications().stream()
        .map(
            one -> {
              Long number = one.number();
              return new Sent.Line(one.child().givenName(), number == null ? 0 : number);
            })
        .toList();
  }
}
