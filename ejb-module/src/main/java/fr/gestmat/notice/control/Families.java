package fr.gestmat.notice.control;

import fr.gestmat.notice.control.Recipients.Person;
import fr.gestmat.notice.entity.RecipientKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pupils that notices are about, with who can be told: one statement for a batch. */
@ApplicationScoped
class Families {

  private static final int OF_AGE = 18;

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  /**
   * A pupil's family.
   *
   * @param adult whether the pupil is of age
   * @param people the pupil and everybody responsible
   */
  record Family(boolean adult, List<Person> people) {}

  /** The families of these pupils, at least one; a pupil who is in no directory is missing. */
  Map<Long, Family> of(Collection<Long> pupils) {
    Map<Long, Family> families = new HashMap<>();
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select p.id, p.given_name, p.family_name, p.birth_date, g.id, g.given_name,
                  g.family_name, coalesce(g.email, ''),
                  cast(s.parental_authority or s.is_contact as signed),
                  exists(select 1 from mail_refusal r where r.recipient_kind = 'GUARDIAN'
                    and r.recipient_id = g.id),
                  coalesce((select max(a.email) from account a where a.pupil_id = p.id
                    and a.active), ''),
                  exists(select 1 from mail_refusal r where r.recipient_kind = 'PUPIL'
                    and r.recipient_id = p.id)
                from pupil p left join guardianship s on s.pupil_id = p.id
                left join guardian g on g.id = s.guardian_id
                where p.id in\
                """
                    + " ("
                    + String.join(",", pupils.stream().distinct().map(String::valueOf).toList())
                    + ") order by p.id, s.rank_order")
            .getResultList();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      long pupil = number(row[0]);
      Family family =
          families.computeIfAbsent(
              pupil,
              id ->
                  new Family(
                      adult((Date) row[3]),
                      new ArrayList<>(
                          List.of(
                              new Person(
                                  RecipientKind.PUPIL,
                                  pupil,
                                  row[1] + " " + row[2],
                                  text(row[10]),
                                  true,
                                  number(row[11]) == 1)))));
      if (row[4] != null) {
        family
            .people()
            .add(
                new Person(
                    RecipientKind.GUARDIAN,
                    number(row[4]),
                    row[5] + " " + row[6],
                    text(row[7]),
                    number(row[8]) == 1,
                    number(row[9]) == 1));
      }
    }
    return families;
  }

  private boolean adult(@Nullable Date born) {
    return born != null
        && !born.toLocalDate()
            .plusYears(OF_AGE)
            .isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  private static String text(Object value) {
    return Objects.toString(value, "").strip();
  }
}
