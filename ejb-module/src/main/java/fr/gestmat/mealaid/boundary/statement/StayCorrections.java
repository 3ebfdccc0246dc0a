package fr.gestmat.mealaid.boundary.statement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.directory.entity.Pupil;
import fr.gestmat.directory.entity.School;
import fr.gestmat.mealaid.control.statement.SchoolStays;
import fr.gestmat.mealaid.control.statement.StatementHand;
import fr.gestmat.mealaid.control.statement.StatementJournal;
import fr.gestmat.mealaid.control.statement.Stay;
import fr.gestmat.mealaid.control.statement.StayRule;
import fr.gestmat.mealaid.entity.AidApplication;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The days that a child spent in each school, put right by who runs the aid: a directory import
 * knows the day on which it was told, not the one on which a child moved. Statements that are final
 * stay; the next ones recover from one school and pay the other.
 */
@Stateless
@RolesAllowed("AID_MANAGER")
public class StayCorrections {

  @Inject private CurrentCaller caller;
  @Inject private SchoolStays stays;
  @Inject private StatementJournal journal;
  @PersistenceContext private EntityManager entities;

  /**
   * A school to choose.
   *
   * @param uai its code
   * @param name its name
   */
  public record Choice(String uai, String name) {}

  /**
   * Days in a school.
   *
   * @param uai code of the school
   * @param first first day there; empty from the beginning
   * @param last last day there; empty until now
   */
  public record Line(String uai, Optional<LocalDate> first, Optional<LocalDate> last) {}

  /**
   * Where a child was.
   *
   * @param number of the application
   * @param child the child's name
   * @param lines the stays in order; one of all days for a child that never moved
   * @param seen tells whether somebody changed them meanwhile
   * @param schools to choose from, by name
   */
  public record Sheet(
      long number, String child, List<Line> lines, String seen, List<Choice> schools) {}

  /**
   * Where the child of an application was; empty if there is no such application for the caller, or
   * nobody found its child in the directory.
   *
   * @param number of the application
   */
  public Optional<Sheet> find(long number) {
    return application(number)
        .map(
            one -> {
              List<School> schools = schools();
              Map<Long, String> uais =
                  schools.stream().collect(Collectors.toMap(School::id, School::uai));
              List<Stay> known = known(one);
              return new Sheet(
                  number,
                  one.child().givenName() + " " + one.child().familyName(),
                  known.stream()
                      .map(
                          stay ->
                              new Line(
                                  uais.getOrDefault(stay.schoolId(), ""),
                                  stay.firstDay(),
                                  stay.lastDay()))
                      .toList(),
                  seen(known),
                  schools.stream().map(s -> new Choice(s.uai(), s.name())).toList());
            });
  }

  /**
   * Puts the days right.
   *
   * @param number of the application
   * @param seen what the sheet said
   * @param typed the stays in any order
   * @return the application's number; stale if somebody, or an import, changed them meanwhile;
   *     empty if there is no such application for the caller
   */
  public Optional<Answer<Long>> correct(long number, String seen, List<Line> typed) {
    return application(number).map(one -> correct(one, number, seen, typed));
  }

  private Answer<Long> correct(AidApplication one, long number, String seen, List<Line> typed) {
    long pupil = Objects.requireNonNull(one.pupilId());
    // An import that moves the child waits, or was before.
    entities.find(Pupil.class, pupil, LockModeType.PESSIMISTIC_WRITE);
    List<Stay> before = known(one);
    if (!seen(before).equals(seen)) {
      return new Answer.Stale<>(Optional.empty(), Optional.empty(), 0);
    }
    Map<String, Long> schools = new HashMap<>();
    schools().forEach(school -> schools.put(school.uai(), school.id()));
    List<Refusal> reasons = new ArrayList<>();
    List<Stay> after = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      Line line = typed.get(i);
      @Nullable Long school = schools.get(line.uai());
      if (school == null) {
        reasons.add(Refusal.of("school" + (i + 1), "stayNoSchool"));
      } else {
        after.add(new Stay(school, line.first(), line.last()));
      }
    }
    if (reasons.isEmpty()) {
      reasons.addAll(StayRule.refusals(after));
    }
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    stays.put(pupil, after);
    journal.staysCorrected(
        StatementHand.of(caller.get()), one.id(), pupil, seen(before), seen(after));
    return new Answer.Done<>(number);
  }

  private List<Stay> known(AidApplication one) {
    List<Stay> known = stays.of(Objects.requireNonNull(one.pupilId()));
    @Nullable Long named = one.schoolId();
    return known.isEmpty() && named != null ? List.of(Stay.always(named)) : known;
  }

  private static String seen(List<Stay> stays) {
    return stays.stream()
        .map(
            stay ->
                stay.schoolId()
                    + ":"
                    + stay.firstDay().map(LocalDate::toString).orElse("")
                    + ":"
                    + stay.lastDay().map(LocalDate::toString).orElse(""))
        .collect(Collectors.joining(" "));
  }

  private Optional<AidApplication> application(long number) {
    Caller who = caller.get();
    return who.scope(Role.AID_MANAGER).wholeAuthority()
        ? entities
            .createQuery(
                "select a from AidApplication a where a.authorityId = :authority and a.number ="
                    + " :number and a.pupilId is not null",
                AidApplication.class)
            .setParameter("authority", who.authorityId())
            .setParameter("number", number)
            .getResultStream()
            .findFirst()
        : Optional.empty();
  }

  private List<School> schools() {
    return entities
        .createQuery(
            "select s from School s where s.authorityId = :authority order by s.name, s.uai",
            School.class)
        .setParameter("authority", caller.get().authorityId())
        .getResultList();
  }
}
