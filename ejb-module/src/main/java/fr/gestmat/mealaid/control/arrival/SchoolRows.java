package fr.gestmat.mealaid.control.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Schools as meal aid knows them. */
@ApplicationScoped
public class SchoolRows {

  @PersistenceContext private EntityManager entities;

  /**
   * A school.
   *
   * @param key database id
   * @param id public id
   * @param uai its code
   * @param name its name
   * @param town where it is; empty if not known
   * @param sector {@code PUBLIC}, {@code PRIVATE_UNDER_CONTRACT} or {@code
   *     PRIVATE_WITHOUT_CONTRACT}
   * @param outside whether it is outside of the département
   * @param byHand whether it is in no feed
   */
  public record SchoolLine(
      long key,
      UUID id,
      String uai,
      String name,
      String town,
      String sector,
      boolean outside,
      boolean byHand) {}

  /** The schools of an authority that pupils go to, by town and name. */
  public List<SchoolLine> all(long authority) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select s.id, cast(s.public_id as char), s.uai, s.name, s.town,"
                    + " coalesce(x.sector, 'PUBLIC'), cast(coalesce(x.outside, false) as signed),"
                    + " cast(coalesce(x.by_hand, false) as signed) from school s"
                    + " left join aid_school x on x.school_id = s.id where s.authority_id = ?"
                    + " and s.status = 'ACCEPTED' and s.kind = 'SCHOOL'"
                    + " order by s.town, s.name, s.id")
            .setParameter(1, authority)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(SchoolRows::line).toList();
  }

  /** Adds a school that is in no feed. */
  public void add(
      long authority, String uai, String name, String town, String sector, boolean outside) {
    entities
        .createNativeQuery(
            "insert into school (id, public_id, authority_id, uai, name, town, status)"
                + " values (next value for school_seq, ?, ?, ?, ?, ?, 'ACCEPTED')")
        .setParameter(1, UUID.randomUUID().toString())
        .setParameter(2, authority)
        .setParameter(3, uai)
        .setParameter(4, name)
        .setParameter(5, town)
        .executeUpdate();
    entities
        .createNativeQuery(
            "insert into aid_school (school_id, sector, outside, by_hand)"
                + " select id, ?, ?, true from school where authority_id = ? and uai = ?")
        .setParameter(1, sector)
        .setParameter(2, outside)
        .setParameter(3, authority)
        .setParameter(4, uai)
        .executeUpdate();
  }

  private static SchoolLine line(Object[] row) {
    return new SchoolLine(
        ((Number) row[0]).longValue(),
        UUID.fromString((String) row[1]),
        (String) row[2],
        (String) row[3],
        Objects.toString(row[4], ""),
        (String) row[5],
        ((Number) row[6]).intValue() == 1,
        ((Number) row[7]).intValue() == 1);
  }
}
