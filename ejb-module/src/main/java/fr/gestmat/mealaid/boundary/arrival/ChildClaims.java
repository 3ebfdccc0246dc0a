package fr.gestmat.mealaid.boundary.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.arrival.ClaimRows;
import fr.gestmat.mealaid.control.arrival.ClaimRows.Candidate;
import fr.gestmat.mealaid.control.arrival.ClaimRows.Claim;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.Child;
import fr.gestmat.notice.boundary.Outbox;
import fr.gestmat.notice.boundary.PersonNotice;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.notice.entity.Addressee;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The school, or an officer, says who the child is whom a family named. */
@Stateless
@RolesAllowed({"BURSAR", "AID_OFFICER"})
public class ChildClaims {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private ClaimRows rows;
  @Inject private Journal journal;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /**
   * A child to recognise.
   *
   * @param claim what the family wrote
   * @param candidates pupils of the school who may be that child
   */
  public record Line(Claim claim, List<Candidate> candidates) {}

  /**
   * A claim that is answered.
   *
   * @param child the child's given name
   * @param told whether the family is told
   */
  public record Answered(String child, Told told) {}

  /** Those that wait, the oldest first. */
  public List<Line> waiting() {
    return rows.waiting(scope()).stream()
        .map(claim -> new Line(claim, rows.candidates(claim)))
        .toList();
  }

  /**
   * Vouches for a link.
   *
   * @param pupil who the child is; empty if the school is in no feed
   * @return empty if there is no such link for the caller
   */
  public Optional<Answer<Answered>> confirm(UUID id, Optional<UUID> pupil) {
    return rows.lock(scope(), id).map(claim -> confirm(claim, pupil));
  }

  private Answer<Answered> confirm(Claim claim, Optional<UUID> pupil) {
    Optional<Candidate> candidate =
        pupil.flatMap(
            wanted ->
                rows.candidates(claim).stream().filter(one -> one.id().equals(wanted)).findFirst());
    if (pupil.isPresent() && candidate.isEmpty()) {
      return Answer.refused(Refusal.of("pupil", "noSuchPupil"));
    }
    Long key = candidate.map(Candidate::key).orElse(null);
    Child child =
        new Child(
            key,
            claim.child().familyName(),
            claim.child().givenName(),
            claim.child().birthDate(),
            claim.child().schoolId());
    List<AidApplication> applications = applications(claim);
    if (applications.stream().anyMatch(one -> isInTheWay(one, child))) {
      return Answer.refused(Refusal.of("pupil", "otherApplication"));
    }
    applications.forEach(one -> one.concern(child));
    rows.confirm(claim, key, caller.get().name(), clock.instant());
    return new Answer.Done<>(
        new Answered(
            claim.child().givenName(),
            tell(claim, key, "AID_CHILD_CONFIRMED", "le lien avec votre compte est confirmé.")));
  }

  /** Says that there is no such child here; empty if there is no such link for the caller. */
  public Optional<Answered> refuse(UUID id) {
    return rows.lock(scope(), id)
        .map(
            claim -> {
              rows.refuse(claim, clock.instant());
              return new Answered(
                  claim.child().givenName(),
                  tell(
                      claim,
                      null,
                      "AID_CHILD_REFUSED",
                      "l'établissement ne reconnaît pas cet élève. Vérifiez le nom, la date de"
                          + " naissance et l'établissement."));
            });
  }

  private List<AidApplication> applications(Claim claim) {
    return entities
        .createQuery(
            "select a from AidApplication a where a.authorityId = :authority"
                + " and a.pupilId is null and a.childKey in :keys"
                + " and a.applicantAccountId = :account order by a.id",
            AidApplication.class)
        .setParameter("authority", caller.get().authorityId())
        .setParameter("keys", List.of(claim.child().key(), claim.child().keyOf(claim.account())))
        .setParameter("account", claim.account())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  /** Whether an application counts, and another one counts for that child. */
  private boolean isInTheWay(AidApplication one, Child child) {
    Long pupil = child.pupilId();
    return !entities
        .createNativeQuery(
            "select 1 from aid_application o join aid_application a on a.id = ?"
                + " and coalesce(a.live_pupil_id, a.live_child_key) is not null"
                + " where o.campaign_id = a.campaign_id and o.id <> a.id and "
                + (pupil == null ? "o.live_child_key = ?" : "o.live_pupil_id = ?"))
        .setParameter(1, one.id())
        .setParameter(2, pupil == null ? child.key() : pupil)
        .getResultList()
        .isEmpty();
  }

  private Told tell(Claim claim, @Nullable Long pupil, String action, String answer) {
    Caller who = caller.get();
    journal.write(
        new JournalEvent(
            who.authorityId(),
            Objects.requireNonNull(claim.child().schoolId()),
            who.accountId(),
            who.name(),
            action,
            "AID_CHILD",
            claim.key(),
            pupil,
            null));
    if (claim.email().isBlank()) {
      return Told.NO_ADDRESS;
    }
    return outbox.tryToQueue(
        new PersonNotice(
            who.authorityId(),
            NoticeKind.AID_CHILD_CONFIRMED,
            new Addressee(claim.account(), claim.family(), claim.email()),
            null,
            "aid-child-" + claim.key(),
            Map.of("child", claim.child().givenName(), "answer", answer),
            clock.instant()));
  }

  private Scope scope() {
    return caller.get().scope(Role.BURSAR, Role.AID_OFFICER);
  }
}
