package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.mealaid.entity.source.SourceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What those who look after the sources see of the questions: no person's name among it. */
@ApplicationScoped
public class CallBook {

  /** Lines of a page. */
  public static final int PAGE = 25;

  @PersistenceContext private EntityManager entities;

  /**
   * A question.
   *
   * @param id public id
   * @param key where the list goes on
   * @param application number of the application that it is for
   * @param kind what is asked
   * @param state where it stands
   * @param code what the source said instead of a value
   * @param said its own sentence
   * @param attempts how often it was asked
   * @param requestedAt when it was handed in
   * @param answeredAt when the source answered last
   * @param dueAt when it is asked next
   */
  public record Line(
      UUID id,
      long key,
      Optional<Long> application,
      SourceKind kind,
      CallState state,
      Optional<String> code,
      Optional<String> said,
      int attempts,
      Instant requestedAt,
      Optional<Instant> answeredAt,
      Optional<Instant> dueAt) {}

  /** How many questions stand where; states without any are left out. */
  public Map<CallState, Long> counts(long authorityId) {
    Map<CallState, Long> counts = new EnumMap<>(CallState.class);
    entities
        .createQuery(
            "select c.state, count(c) from SourceCall c where c.authorityId = :authority"
                + " group by c.state",
            Object[].class)
        .setParameter("authority", authorityId)
        .getResultList()
        .forEach(row -> counts.put((CallState) row[0], (Long) row[1]));
    return counts;
  }

  /**
   * A page of the questions in a state, the newest first.
   *
   * @param before key of the last line seen; the first page without
   */
  public List<Line> page(long authorityId, CallState state, Optional<Long> before) {
    return entities
        .createQuery(
            "select c.publicId, c.id, a.number, c.kind, c.state, c.code, c.said, c.attempts,"
                + " c.requestedAt, c.answeredAt, c.dueAt"
                + " from SourceCall c join AidApplication a on a.id = c.applicationId"
                + " where c.authorityId = :authority and c.state = :state and c.id < :before"
                + " order by c.id desc",
            Object[].class)
        .setParameter("authority", authorityId)
        .setParameter("state", state)
        .setParameter("before", before.orElse(Long.MAX_VALUE))
        .setMaxResults(PAGE)
        .getResultStream()
        .map(
            row ->
                new Line(
                    (UUID) row[0],
                    (Long) row[1],
                    Optional.ofNullable((Long) row[2]),
                    (SourceKind) row[3],
                    (CallState) row[4],
                    Optional.ofNullable((String) row[5]),
                    Optional.ofNullable((String) row[6]),
                    (Integer) row[7],
                    (Instant) row[8],
                    Optional.ofNullable((Instant) row[9]),
                    Optional.ofNullable((Instant) row[10])))
        .toList();
  }
}
