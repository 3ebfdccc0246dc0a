package fr.gestmat.identity.boundary;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.journal.entity.JournalEntry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The journal of an authority as its auditors read it: who did what, when and where, the latest
 * first. One statement a page, answered by the index of the period.
 */
@Stateless
@RolesAllowed({"AUDITOR", "ADMIN"})
public class JournalBook {

  /** Lines of a page at most. */
  public static final int PAGE = 100;

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;

  /**
   * What a reading is narrowed to.
   *
   * @param from first moment
   * @param to first moment after the end
   * @param actor part of the name of who did it; empty for everybody
   * @param school code of the school where it was done; absent for everywhere
   * @param subjects what it was done to, as codes of the journal; empty for everything
   * @param one the one thing that it was done to; absent for everything
   */
  public record Filter(
      Instant from,
      Instant to,
      String actor,
      Optional<String> school,
      Set<String> subjects,
      Optional<One> one) {

    /** Of everything. */
    public Filter(
        Instant from, Instant to, String actor, Optional<String> school, Set<String> subjects) {
      this(from, to, actor, school, subjects, Optional.empty());
    }
  }

  /**
   * One thing.
   *
   * @param subject code of the journal
   * @param id its database id
   * @param mark what lines about its parts hold in their detail, such as its public id
   */
  public record One(String subject, long id, String mark) {}

  /**
   * Where the reading goes on: after this line.
   *
   * @param at when it was written
   * @param id its number
   */
  public record After(Instant at, long id) {}

  /**
   * One line.
   *
   * @param id its number
   * @param at when
   * @param actor who did it, as they were called then
   * @param action code of what was done
   * @param subject code of what it was done to
   * @param school name of the school where it was done
   * @param pupil names of the pupil concerned
   * @param detail what changed, as JSON
   */
  public record Line(
      long id,
      Instant at,
      String actor,
      String action,
      String subject,
      Optional<String> school,
      Optional<String> pupil,
      Optional<String> detail) {}

  /**
   * The lines of the caller's authority, the latest first, at most {@link #PAGE}.
   *
   * @param after the last line of the page before
   */
  public List<Line> page(Filter filter, Optional<After> after) {
    StringBuilder jpql =
        new StringBuilder(
            "select j, s.name, p.familyName, p.givenName from JournalEntry j"
                + " left join School s on s.id = j.schoolId"
                + " left join Pupil p on p.id = j.pupilId"
                + " where j.authorityId = :authority and j.happenedAt >= :from"
                + " and j.happenedAt < :to");
    if (!filter.actor().isEmpty()) {
      jpql.append(" and lower(j.actorName) like :actor escape '!'");
    }
    if (filter.school().isPresent()) {
      jpql.append(" and s.uai = :school");
    }
    if (!filter.subjects().isEmpty()) {
      jpql.append(" and j.subjectType in :subjects");
    }
    if (filter.one().isPresent()) {
      jpql.append(" and (j.subjectType = :subject and j.subjectId = :one or j.detail like :mark)");
    }
    if (after.isPresent()) {
      jpql.append(" and j.happenedAt <= :at and (j.happenedAt < :at or j.id < :id)");
    }
    TypedQuery<Object[]> query =
        entities
            .createQuery(jpql + " order by j.happenedAt desc, j.id desc", Object[].class)
            .setParameter("authority", caller.get().authorityId())
            .setParameter("from", filter.from())
            .setParameter("to", filter.to());
    if (!filter.actor().isEmpty()) {
      query.setParameter("actor", pattern(filter.actor()));
    }
    filter.school().ifPresent(uai -> query.setParameter("school", uai));
    if (!filter.subjects().isEmpty()) {
      query.setParameter("subjects", filter.subjects());
    }
    filter
        .one()
        .ifPresent(
            one ->
                query
                    .setParameter("subject", one.subject())
                    .setParameter("one", one.id())
                    .setParameter("mark", "%" + one.mark() + "%"));
    after.ifPresent(last -> query.setParameter("at", last.at()).setParameter("id", last.id()));
    return query.setMaxResults(PAGE).getResultStream().map(JournalBook::line).toList();
  }

  private static String pattern(String part) {
    return "%" + part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }

  private static Line line(@Nullable Object[] row) {
    JournalEntry entry = (JournalEntry) row[0];
    return new Line(
        entry.id(),
        entry.happenedAt(),
        entry.actorName(),
        entry.action(),
        entry.subjectType(),
        Optional.ofNullable((String) row[1]),
        Optional.ofNullable((String) row[2]).map(family -> family + " " + row[3]),
        Optional.ofNullable(entry.detail()));
  }
}
