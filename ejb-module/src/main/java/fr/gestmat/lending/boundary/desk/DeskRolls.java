package fr.gestmat.lending.boundary.desk;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.entity.PupilStatus;
import fr.gestmat.directory.entity.School;
import fr.gestmat.directory.entity.SchoolClass;
import fr.gestmat.lending.entity.LoanState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The classes and pupils that a desk calls up. Three statements at most, whatever their number. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER"})
public class DeskRolls {

  private static final String PUPIL =
      """
      select p.publicId, p.familyName, p.givenName, c.name, min(d.assetTag)
      from Pupil p
      left join p.schoolClass c
      left join Loan l on l.pupilId = p.id and l.state <> :closed
      left join Device d on d.id = l.deviceId
      """;

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;

  /**
   * The classes of a school with how many pupils were served; classes without pupils are left out.
   *
   * @param uai the school
   * @return absent if there is no such school for the caller
   */
  public Optional<List<DeskClass>> classes(String uai) {
    return school(uai).map(school -> classes(school.id()));
  }

  private List<DeskClass> classes(long schoolId) {
    Map<Long, Long> served = new LinkedHashMap<>();
    entities
        .createQuery(
            """
            select c.id, count(distinct p.id) from Pupil p join p.classes c
            join Loan l on l.pupilId = p.id
            where c.schoolId = :school and p.status = :active and l.state <> :closed
            group by c.id
            """,
            Object[].class)
        .setParameter("school", schoolId)
        .setParameter("active", PupilStatus.ACTIVE)
        .setParameter("closed", LoanState.CLOSED)
        .getResultStream()
        .forEach(row -> served.put((Long) row[0], (Long) row[1]));
    return entities
        .createQuery(
            """
            select c.id, c.publicId, c.name, count(p.id) from Pupil p join p.classes c
            where c.schoolId = :school and p.status = :active
            group by c.id, c.publicId, c.name
            """,
            Object[].class)
        .setParameter("school", schoolId)
        .setParameter("active", PupilStatus.ACTIVE)
        .getResultStream()
        .map(
            row ->
                new DeskClass(
                    (UUID) row[1],
                    (String) row[2],
                    (Long) row[3],
                    served.getOrDefault((Long) row[0], 0L)))
        .sorted((a, b) -> ClassNames.ORDER.compare(a.name(), b.name()))
        .toList();
  }

  /**
   * A class as it is called up.
   *
   * @param classId public id of the class
   * @return absent if there is no such class for the caller
   */
  public Optional<ClassRoll> roll(UUID classId) {
    return entities
        .createQuery("select c from SchoolClass c where c.publicId = :id", SchoolClass.class)
        .setParameter("id", classId)
        .getResultStream()
        .findFirst()
        .filter(schoolClass -> covers(entities.find(School.class, schoolClass.schoolId())))
        .map(schoolClass -> new ClassRoll(classId, schoolClass.name(), pupilsOf(schoolClass.id())));
  }

  private List<DeskPupil> pupilsOf(long classId) {
    return entities
        .createQuery(
            PUPIL
                + """
                  join p.classes k
                  where k.id = :class and p.status = :active
                  group by p.id, p.publicId, p.familyName, p.givenName, c.name
                  order by p.familyName, p.givenName, p.id
                  """,
            Object[].class)
        .setParameter("class", classId)
        .setParameter("active", PupilStatus.ACTIVE)
        .setParameter("closed", LoanState.CLOSED)
        .getResultStream()
        .map(DeskRolls::pupil)
        .toList();
  }

  /**
   * A pupil to open the desk on.
   *
   * @param pupilId public id of the pupil
   * @return absent if there is no such pupil for the caller
   */
  public Optional<DeskPupil> pupil(UUID pupilId) {
    Scope scope = scope();
    return entities
        .createQuery(
            PUPIL
                + """
                  where p.publicId = :id and p.authorityId = :authority
                  and (:whole = true or p.school.id in :schools)
                  group by p.id, p.publicId, p.familyName, p.givenName, c.name
                  """,
            Object[].class)
        .setParameter("id", pupilId)
        .setParameter("authority", scope.authorityId())
        .setParameter("whole", scope.wholeAuthority())
        .setParameter("schools", scope.schoolIds().isEmpty() ? List.of(-1L) : scope.schoolIds())
        .setParameter("closed", LoanState.CLOSED)
        .getResultStream()
        .findFirst()
        .map(DeskRolls::pupil);
  }

  private static DeskPupil pupil(Object[] row) {
    return new DeskPupil(
        (UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]);
  }

  private Optional<School> school(String uai) {
    return entities
        .createQuery(
            "select s from School s where s.uai = :uai and s.authorityId = :authority",
            School.class)
        .setParameter("uai", uai)
        .setParameter("authority", scope().authorityId())
        .getResultStream()
        .findFirst()
        .filter(this::covers);
  }

  private boolean covers(School school) {
    Scope scope = scope();
    return school.authorityId() == scope.authorityId() && scope.covers(school.id());
  }

  private Scope scope() {
    return caller.get().scope(Role.LOAN_AGENT, Role.LOAN_MANAGER);
  }
}
