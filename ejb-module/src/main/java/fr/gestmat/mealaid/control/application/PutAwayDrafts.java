package fr.gestmat.mealaid.control.application;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.FamilyChildren.Known;
import fr.gestmat.mealaid.control.application.FamilyReach.Party;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.control.review.Moves;
import fr.gestmat.mealaid.entity.Actor;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidEvent;
import fr.gestmat.mealaid.entity.ApplicationEvent;
import fr.gestmat.mealaid.entity.ApplicationOrigin;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.notice.boundary.Told;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of families that an officer put away because they stood in the way: a duplicate, a child
 * who left. The family is told why; nothing of the draft counts any more, and its documents go.
 */
@ApplicationScoped
public class PutAwayDrafts {

  /** Longest reason, in characters. */
  public static final int LONGEST = 400;

  @PersistenceContext private EntityManager entities;
  @Inject private FamilyReach reach;
  @Inject private DocumentRows documents;
  @Inject private AidMails mails;
  @Inject private Moves moves;

  /**
   * A draft that was put away.
   *
   * @param application public id of what it was
   * @param at when
   * @param reason why, as the family reads it
   */
  public record PutAway(UUID application, Instant at, String reason) {}

  /**
   * Puts a draft away. Needs a transaction.
   *
   * @param version what was looked at: a family that typed since is at it, and the officer is told
   * @return whether the family is told by mail; empty if it never was a family's draft
   */
  public Optional<Answer<Told>> putAway(Hand hand, UUID id, int version, String reason) {
    return entities
        .createQuery(
            "select a.id from AidApplication a where a.publicId = :id and a.authorityId ="
                + " :authority and a.origin = :family",
            Long.class)
        .setParameter("id", id)
        .setParameter("authority", hand.authorityId())
        .setParameter("family", ApplicationOrigin.FAMILY)
        .getResultStream()
        .findFirst()
        .map(key -> entities.find(AidApplication.class, key, LockModeType.PESSIMISTIC_WRITE))
        .map(held -> putAway(hand, held, version, reason.strip()));
  }

  private Answer<Told> putAway(Hand hand, AidApplication held, int version, String reason) {
    if (held.state() != ApplicationState.DRAFT) {
      return Answer.refused(
          Refusal.of("draft", held.submittedAt() == null ? "draftGone" : "draftSent"));
    }
    if (held.version() != version) {
      return new Answer.Stale<>(
          Optional.of(held.applicant().name()),
          Optional.ofNullable(held.draft().savedAt()),
          held.version());
    }
    if (reason.isEmpty() || reason.length() > LONGEST) {
      return Answer.refused(
          Refusal.of("reason", reason.isEmpty() ? "draftReason" : "tooLong", LONGEST));
    }
    documents.removeAll(held.id());
    moves.move(held, ApplicationEvent.WITHDRAW, hand, Map.of("reason", reason));
    return new Answer.Done<>(
        mails.tryToTell(
            held,
            NoticeKind.AID_DRAFT_PUT_AWAY,
            "aid-put-away-" + held.id(),
            Map.of("child", held.child().givenName(), "reason", reason)));
  }

  /**
   * Those of some children in a campaign that the caller had a part in and did not put out of
   * sight, the latest first.
   */
  public List<AidApplication> of(Caller who, long campaign, List<Known> children) {
    if (children.isEmpty()) {
      return List.of();
    }
    List<Long> pupils =
        children.stream().map(one -> one.child().pupilId()).filter(Objects::nonNull).toList();
    return entities
        .createQuery(
            "select a from AidApplication a where a.campaignId = :campaign"
                + " and a.authorityId = :authority and a.state = :withdrawn"
                + " and a.submittedAt is null and a.origin = :family and a.hiddenByFamily = false"
                + " and (a.pupilId in :pupils or (a.pupilId is null and a.childKey in :keys))"
                + " order by a.id desc",
            AidApplication.class)
        .setParameter("campaign", campaign)
        .setParameter("authority", who.authorityId())
        .setParameter("withdrawn", ApplicationState.WITHDRAWN)
        .setParameter("family", ApplicationOrigin.FAMILY)
        .setParameter("pupils", pupils.isEmpty() ? List.of(-1L) : pupils)
        .setParameter("keys", children.stream().map(one -> one.keyFor(who)).toList())
        .getResultStream()
        .filter(one -> reach.party(who, one).filter(Party::sees).isPresent())
        .toList();
  }

  /** When and why an application was put away while it was a draft; empty if it was not. */
  public Optional<PutAway> of(AidApplication one) {
    if (one.state() != ApplicationState.WITHDRAWN || one.submittedAt() != null) {
      return Optional.empty();
    }
    return entities
        .createQuery(
            "select e from AidEvent e where e.applicationId = :application and e.event = :event"
                + " and e.actor = :officer and e.detail is not null order by e.id desc",
            AidEvent.class)
        .setParameter("application", one.id())
        .setParameter("event", ApplicationEvent.WITHDRAW.name())
        .setParameter("officer", Actor.OFFICER)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(event -> new PutAway(one.publicId(), event.happenedAt(), reason(event.detail())));
  }

  private static String reason(@Nullable String detail) {
    try (JsonReader reader = Json.createReader(new StringReader(Objects.requireNonNull(detail)))) {
      return reader.readObject().getString("reason", "");
    }
  }
}
