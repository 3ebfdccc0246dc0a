package fr.gestmat.mealaid.control.application;

import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Drafts that nobody touched for two weeks. There is one live application for a child, and one that
 * somebody began and forgot may not keep the other parent, or what came on paper, from being sent:
 * it gives way, and who began it is told. One that nobody else wants stays. Needs a transaction.
 */
@ApplicationScoped
public class AbandonedDrafts {

  private static final Duration UNTOUCHED = Duration.ofDays(14);

  @PersistenceContext private EntityManager entities;
  @Inject private DocumentRows documents;
  @Inject private AidMails mails;
  @Inject private Clock clock;

  /** Whether an application is a draft that was left. */
  public boolean isOne(AidApplication application) {
    return isOne(
        application.state(),
        application.createdAt(),
        application.draft().savedAt(),
        clock.instant());
  }

  static boolean isOne(
      ApplicationState state, Instant begun, @Nullable Instant saved, Instant now) {
    Instant touched = saved == null ? begun : saved;
    return state == ApplicationState.DRAFT && touched.isBefore(now.minus(UNTOUCHED));
  }

  /**
   * Lets a draft give way.
   *
   * @return false if it was touched or sent meanwhile
   */
  public boolean giveWay(AidApplication draft) {
    entities.refresh(draft, LockModeType.PESSIMISTIC_WRITE);
    if (!isOne(draft)) {
      return false;
    }
    mails.tryToTell(
        draft,
        NoticeKind.AID_DRAFT_GAVE_WAY,
        "aid-gave-way-" + draft.id(),
        Map.of("child", draft.child().givenName()));
    documents.removeAll(draft.id());
    entities.remove(draft);
    entities.flush();
    return true;
  }
}
