package fr.gestmat.mealaid.control.statement;

import fr.gestmat.directory.entity.PupilsLeft;
import fr.gestmat.directory.entity.PupilsMoved;
import fr.gestmat.directory.entity.PupilsReturned;
import fr.gestmat.mealaid.entity.statement.SchoolStay;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Remembers where children with an application were at school, when the directory says that they
 * moved, left or are back. Works in the transaction that changed the pupils. Before it, a child was
 * in the school that its application names; so this comes before whoever changes that. The day of
 * an import is the default: who runs the aid puts it right.
 */
@ApplicationScoped
public class SchoolStays {

  private static final int AT_ONCE = 500;
  private static final int FIRST = 100;

  @PersistenceContext private EntityManager entities;

  /** Pupils came from another school of the authority. */
  void moved(@Observes @Priority(FIRST) PupilsMoved event) {
    end(event.pupilIds(), event.on());
    begin(event.pupilIds(), event.schoolId(), event.on());
  }

  /** Pupils left every school of the authority. */
  void left(@Observes @Priority(FIRST) PupilsLeft event) {
    end(event.pupilIds(), event.on());
  }

  /** Pupils who had left are back. */
  void returned(@Observes @Priority(FIRST) PupilsReturned event) {
    end(event.pupilIds(), event.on());
    begin(event.pupilIds(), event.schoolId(), event.on());
  }

  /** Where a child was, in order of days; empty for one that never moved. */
  public List<Stay> of(long pupil) {
    return entities
        .createQuery(
            "select y from SchoolStay y where y.pupilId = :pupil order by y.firstDay, y.id",
            SchoolStay.class)
        .setParameter("pupil", pupil)
        .getResultStream()
        .map(Stay::of)
        .toList();
  }

  /** Puts other stays in the place of those that a child had. Needs a transaction. */
  public void put(long pupil, List<Stay> stays) {
    entities
        .createNativeQuery("delete from aid_school_stay where pupil_id = ?")
        .setParameter(1, pupil)
        .executeUpdate();
    for (Stay stay : stays) {
      entities
          .createNativeQuery(
              "insert into aid_school_stay (id, pupil_id, school_id, first_day, last_day) values"
                  + " (next value for aid_school_stay_seq, ?, ?, ?, ?)")
          .setParameter(1, pupil)
          .setParameter(2, stay.schoolId())
          .setParameter(3, stay.firstDay().orElse(null))
          .setParameter(4, stay.lastDay().orElse(null))
          .executeUpdate();
    }
  }

  /** The last day was the one before, or the one that the feed says when pupils leave. */
  private void end(List<Long> pupils, LocalDate on) {
    for (List<Long> some : pieces(pupils)) {
      String among = marks(some);
      change(
          "insert into aid_school_stay (id, pupil_id, school_id) select next value for"
              + " aid_school_stay_seq, a.pupil_id, a.school_id from aid_application a where"
              + " a.pupil_id in "
              + among
              + " and a.school_id is not null and a.id = (select max(b.id) from aid_application b"
              + " where b.pupil_id = a.pupil_id and b.school_id is not null) and not exists (select"
              + " 1 from aid_school_stay y where y.pupil_id = a.pupil_id)",
          some,
          Optional.empty());
      change(
          "delete from aid_school_stay where pupil_id in "
              + among
              + " and last_day is null and"
              + " first_day >= ?",
          some,
          Optional.of(on));
      change(
          "update aid_school_stay y join pupil p on p.id = y.pupil_id set y.last_day ="
              + " greatest(coalesce(y.first_day, '1900-01-01'), least(?, coalesce(p.left_on -"
              + " interval 1 day, '9999-12-31'))) where y.pupil_id in "
              + among
              + " and y.last_day is null",
          some,
          on.minusDays(1));
    }
  }

  private void begin(List<Long> pupils, long school, LocalDate on) {
    for (List<Long> some : pieces(pupils)) {
      var insert =
          entities.createNativeQuery(
              "insert into aid_school_stay (id, pupil_id, school_id, first_day) select next value"
                  + " for aid_school_stay_seq, p.id, ?, ? from pupil p where p.id in "
                  + marks(some)
                  + " and exists (select 1 from aid_application a where a.pupil_id = p.id)");
      insert.setParameter(1, school);
      insert.setParameter(2, on);
      for (int i = 0; i < some.size(); i++) {
        insert.setParameter(i + 3, some.get(i));
      }
      insert.executeUpdate();
    }
  }

  private void change(String sql, List<Long> pupils, Optional<LocalDate> last) {
    var statement = entities.createNativeQuery(sql);
    for (int i = 0; i < pupils.size(); i++) {
      statement.setParameter(i + 1, pupils.get(i));
    }
    last.ifPresent(day -> statement.setParameter(pupils.size() + 1, day));
    statement.executeUpdate();
  }

  private void change(String sql, List<Long> pupils, LocalDate first) {
    var statement = entities.createNativeQuery(sql);
    statement.setParameter(1, first);
    for (int i = 0; i < pupils.size(); i++) {
      statement.setParameter(i + 2, pupils.get(i));
    }
    statement.executeUpdate();
  }

  private static List<List<Long>> pieces(List<Long> all) {
    List<List<Long>> pieces = new ArrayList<>();
    for (int i = 0; i < all.size(); i += AT_ONCE) {
      pieces.add(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
    }
    return pieces;
  }

  private static String marks(List<Long> values) {
    return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
  }
}
