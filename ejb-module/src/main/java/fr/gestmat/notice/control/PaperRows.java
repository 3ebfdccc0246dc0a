package fr.gestmat.notice.control;

import fr.gestmat.notice.control.Letters.Line;
import fr.gestmat.notice.entity.DiscardReason;
import fr.gestmat.notice.entity.QueuedNotice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Notices that go on paper, and families without an address. */
@ApplicationScoped
public class PaperRows {

  /** Notices of one file: a school's classes on one day. */
  private static final int MOST = 5_000;

  private static final int SHOWN = 500;

  @PersistenceContext private EntityManager entities;
  @Inject private OutOfDate stale;
  @Inject private Clock clock;

  /**
   * What waits for a class.
   *
   * @param name the class; empty for pupils without one
   * @param pupils for how many
   * @param notices how many things to tell
   * @param latest the latest of them
   */
  public record OfClass(String name, long pupils, long notices, long latest) {}

  /**
   * A pupil of whose family nobody has an address.
   *
   * @param schoolClass the class; empty if none
   * @param name names, family name first
   */
  public record Unreachable(String schoolClass, String name) {}

  /**
   * A pupil's letter.
   *
   * @param name given name first
   * @param schoolClass the class; empty if none
   * @param lines what it tells
   */
  public record ForPupil(String name, String schoolClass, List<Line> lines) {}

  /**
   * What was done with notices that waited.
   *
   * @param printed how many were printed
   * @param outOfDate how many did not hold any more and were not
   */
  public record Printed(int printed, int outOfDate) {}

  /** What waits in a school, by class. */
  public List<OfClass> classes(long school) {
    return rows(
            "select coalesce(c.name, ''), count(distinct n.pupil_id), count(*), max(n.id)"
                + " from notice n join pupil p on p.id = n.pupil_id"
                + " left join school_class c on c.id = p.class_id"
                + " where n.school_id = ? and n.state = 'PAPER' group by c.name order by c.name",
            school)
        .stream()
        .map(row -> new OfClass((String) row[0], number(row[1]), number(row[2]), number(row[3])))
        .toList();
  }

  /** Active pupils of a school of whose family nobody has an address, at most {@value #SHOWN}. */
  public List<Unreachable> unreachable(long school) {
    return rows(
            "select coalesce(c.name, ''), p.family_name, p.given_name from pupil p"
                + " left join school_class c on c.id = p.class_id"
                + " where p.school_id = ? and p.status = 'ACTIVE' and not exists (select 1 from"
                + " guardianship s join guardian g on g.id = s.guardian_id where s.pupil_id = p.id"
                + " and (s.parental_authority or s.is_contact) and g.email like '%_@_%')"
                + " order by c.name, p.family_name, p.given_name, p.id limit "
                + SHOWN,
            school)
        .stream()
        .map(row -> new Unreachable((String) row[0], row[1] + " " + row[2]))
        .toList();
  }

  /** What waits and still holds, pupil by pupil, class by class. */
  public List<ForPupil> letters(long school, long upTo) {
    List<Long> waiting = waiting(school, upTo, "");
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Object[]> rows =
        entities
            .createQuery(
                "select n, p.givenName, p.familyName, c.name from QueuedNotice n"
                    + " join Pupil p on p.id = n.pupilId left join p.schoolClass c"
                    + " where n.id in :ids order by c.name, p.familyName, p.givenName, p.id, n.id",
                Object[].class)
            .setParameter("ids", waiting)
            .getResultList();
    Set<Long> outOfDate = stale.among(rows.stream().map(row -> (QueuedNotice) row[0]).toList());
    Map<Long, ForPupil> letters = new LinkedHashMap<>();
    for (Object[] row : rows) {
      QueuedNotice notice = (QueuedNotice) row[0];
      String name = row[1] + " " + row[2];
      String schoolClass = Objects.toString(row[3], "");
      if (!outOfDate.contains(notice.id())) {
        MailQueue.line(notice, name, schoolClass)
            .ifPresent(
                line ->
                    letters
                        .computeIfAbsent(
                            notice.pupilId(),
                            id -> new ForPupil(name, schoolClass, new ArrayList<>()))
                        .lines()
                        .add(line));
      }
    }
    return List.copyOf(letters.values());
  }

  /** Takes note that they were printed; what does not hold any more was not, and is never told. */
  public Printed printed(long school, long upTo) {
    List<Long> waiting = waiting(school, upTo, " for update");
    if (waiting.isEmpty()) {
      return new Printed(0, 0);
    }
    List<QueuedNotice> notices =
        entities
            .createQuery("select n from QueuedNotice n where n.id in :ids", QueuedNotice.class)
            .setParameter("ids", waiting)
            .getResultList();
    Set<Long> outOfDate = stale.among(notices);
    Instant now = clock.instant();
    for (QueuedNotice notice : notices) {
      if (outOfDate.contains(notice.id())) {
        notice.discard(DiscardReason.OUT_OF_DATE);
      } else {
        notice.printed(now);
      }
    }
    return new Printed(notices.size() - outOfDate.size(), outOfDate.size());
  }

  /** The ids of what waits, the oldest first; what is more than one file holds comes next time. */
  private List<Long> waiting(long school, long upTo, String lock) {
    List<?> ids =
        entities
            .createNativeQuery(
                "select id from notice where school_id = ? and state = 'PAPER' and id <= ?"
                    + " order by id limit "
                    + MOST
                    + lock)
            .setParameter(1, school)
            .setParameter(2, upTo)
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  private List<Object[]> rows(String sql, long school) {
    List<?> found = entities.createNativeQuery(sql).setParameter(1, school).getResultList();
    return found.stream().map(Object[].class::cast).toList();
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
