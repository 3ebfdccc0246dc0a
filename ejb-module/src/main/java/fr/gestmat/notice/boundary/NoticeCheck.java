package fr.gestmat.notice.boundary;

import fr.gestmat.notice.entity.NoticeKind;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * Says whether notices still hold when they are about to be sent or printed, implemented as a CDI
 * bean by the component that queued them: a device may have come back, a date may have been
 * changed.
 */
public interface NoticeCheck {

  /** The kinds that it speaks for; no two beans speak for one. */
  Set<NoticeKind> kinds();

  /**
   * Those that do not hold any more.
   *
   * @param about notices of its kinds, in one person's mail or in a school's letters (then up to
   *     5,000); answer with few statements
   * @return ids of those that must not be told
   */
  Set<Long> outOfDate(Collection<Queued> about);

  /**
   * A notice that is about to be sent.
   *
   * @param id names it in the answer
   * @param kind what it is about
   * @param subjectId what it speaks of
   * @param facts the values of its sentence
   * @param queuedAt when it was queued
   */
  record Queued(
      long id, NoticeKind kind, long subjectId, Map<String, String> facts, Instant queuedAt) {}
}
