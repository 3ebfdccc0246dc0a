package fr.gestmat.lending.boundary.overview;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.entity.PupilStatus;
import fr.gestmat.directory.entity.School;
import fr.gestmat.lending.boundary.overview.Overview.LateSchool;
import fr.gestmat.lending.control.query.LoanFilter;
import fr.gestmat.lending.control.query.LoanList;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LoanState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts for the home page: seven statements at most, answered from indexes. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
public class LendingOverview {

  /** Schools that a picture of late loans names. */
  private static final int MOST_LATE = 8;

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private LoanList loans;

  /**
   * How lending stands in one school.
   *
   * @param uai the school
   * @param today the day on which a loan is late
   * @return absent if there is no such school for the caller
   */
  public Optional<Overview> ofSchool(String uai, LocalDate today) {
    Scope scope = scope();
    return entities
        .createQuery(
            "select s.id from School s where s.uai = :uai and s.authorityId = :authority",
            Long.class)
        .setParameter("uai", uai)
        .setParameter("authority", scope.authorityId())
        .getResultStream()
        .findFirst()
        .filter(scope::covers)
        .map(school -> overview(List.of(school), Optional.of(uai), today));
  }

  /**
   * How lending stands in all schools that the caller may see.
   *
   * @param today the day on which a loan is late
   */
  public Overview ofAll(LocalDate today) {
    Scope scope = scope();
    List<Long> schools =
        entities
            .createQuery("select s from School s where s.authorityId = :authority", School.class)
            .setParameter("authority", scope.authorityId())
            .getResultStream()
            .map(School::id)
            .filter(scope::covers)
            .toList();
    return overview(schools, Optional.empty(), today);
  }

  private Overview overview(List<Long> schools, Optional<String> uai, LocalDate today) {
    if (schools.isEmpty()) {
      return new Overview(0, Map.of(), 0, 0, 0, List.of());
    }
    return new Overview(
        one(
            entities
                .createQuery(
                    "select count(p) from Pupil p where p.school.id in :schools and p.status = :status",
                    Long.class)
                .setParameter("status", PupilStatus.ACTIVE),
            schools),
        devices(schools),
        one(
            entities.createQuery(
                "select count(d) from Device d where d.transit.to in :schools", Long.class),
            schools),
        loans(LoanFilter.Kind.LATE, uai, today),
        uai.isPresent() ? loans(LoanFilter.Kind.TO_RETURN, uai, today) : 0,
        uai.isPresent() ? List.of() : latest(schools, today));
  }

  /** As many as the list that the count leads to. */
  private long loans(LoanFilter.Kind kind, Optional<String> uai, LocalDate today) {
    return loans.count(
        scope(), new LoanFilter(kind, uai, Optional.empty(), Optional.empty(), ""), today);
  }

  private List<LateSchool> latest(List<Long> schools, LocalDate today) {
    return entities
        .createQuery(
            "select s.uai, s.name, count(l) from Loan l join School s on s.id = l.schoolId"
                + " where l.schoolId in :schools and l.state in :states and l.dueOn < :today"
                + " group by s.uai, s.name order by count(l) desc, s.name",
            Object[].class)
        .setParameter("schools", schools)
        .setParameter("states", List.of(LoanState.OPEN, LoanState.LOST))
        .setParameter("today", today)
        .setMaxResults(MOST_LATE)
        .getResultStream()
        .map(row -> new LateSchool((String) row[0], (String) row[1], (Long) row[2]))
        .toList();
  }

  private Map<DeviceState, Long> devices(List<Long> schools) {
    Map<DeviceState, Long> at = new EnumMap<>(DeviceState.class);
    entities
        .createQuery(
            "select d.state, count(d) from Device d where d.homeSchoolId in :schools"
                + " group by d.state",
            Object[].class)
        .setParameter("schools", schools)
        .getResultStream()
        .forEach(row -> at.put((DeviceState) row[0], (Long) row[1]));
    return at;
  }

  private static long one(TypedQuery<Long> query, List<Long> schools) {
    return query.setParameter("schools", schools).getSingleResult();
  }

  private Scope scope() {
    return caller.get().scope(Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER);
  }
}
