package fr.gestmat.notice.control;

import fr.gestmat.notice.boundary.NoticeCheck;
import fr.gestmat.notice.entity.NoticeKind;
import fr.gestmat.notice.entity.QueuedNotice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks the components that queued notices which of them do not hold any more. */
@ApplicationScoped
class OutOfDate {

  @Inject @Any private Instance<NoticeCheck> checks;

  /** Ids of those that must not be told any more, by mail or on paper. */
  Set<Long> among(Collection<QueuedNotice> notices) {
    Set<Long> out = new HashSet<>();
    for (NoticeCheck check : checks) {
      List<NoticeCheck.Queued> its = new ArrayList<>();
      for (QueuedNotice notice : notices) {
        Optional<NoticeKind> kind = Letters.kind(notice.kind()).filter(check.kinds()::contains);
        Long subject = notice.subjectId();
        Optional<Map<String, String>> facts = facts(notice);
        if (kind.isPresent() && subject != null && facts.isPresent()) {
          its.add(
              new NoticeCheck.Queued(
                  notice.id(), kind.get(), subject, facts.get(), notice.createdAt()));
        }
      }
      if (!its.isEmpty()) {
        out.addAll(check.outOfDate(its));
      }
    }
    return out;
  }

  private static Optional<Map<String, String>> facts(QueuedNotice notice) {
    try {
      return Optional.of(Facts.read(notice.facts()));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }
}
