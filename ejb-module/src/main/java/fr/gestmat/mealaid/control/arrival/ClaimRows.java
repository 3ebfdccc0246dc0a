package fr.gestmat.mealaid.control.arrival;

import fr.gestmat.access.Scope;
import fr.gestmat.mealaid.entity.Child;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Children whom families named themselves. */
@ApplicationScoped
public class ClaimRows {

  /** Children of one account that nobody recognised yet, at most. */
  public static final int MOST_OF_ONE = 20;

  private static final int MOST = 200;

  @PersistenceContext private EntityManager entities;

  /**
   * A child whom a family named.
   *
   * @param key database id
   * @param id public id
   * @param account account of the family
   * @param child as the family wrote it
   * @param school name of the school
   * @param family name of who named the child
   * @param email address of who did
   * @param at when
   */
  public record Claim(
      long key,
      UUID id,
      long account,
      Child child,
      String school,
      String family,
      String email,
      Instant at) {}

  /**
   * A pupil of the directory who may be that child.
   *
   * @param id public id
   * @param key database id
   * @param name as the directory writes it
   * @param birthDate if it says
   * @param schoolClass name of the class
   */
  public record Candidate(
      UUID id, long key, String name, Optional<LocalDate> birthDate, String schoolClass) {}

  private static final String CLAIM =
      "select k.id, cast(k.public_id as char), k.account_id, k.family_name, k.given_name,"
          + " k.birth_date, k.school_id, s.name, a.display_name, coalesce(a.email, ''),"
          + " k.created_at from aid_child_claim k join school s on s.id = k.school_id"
          + " join account a on a.id = k.account_id where k.authority_id = ?"
          + " and k.refused_at is null and (k.confirmed_at is null or k.pupil_id is null and exists"
          + " (select 1 from pupil p where p.school_id = k.school_id and p.status = 'ACTIVE'"
          + " and p.birth_date = k.birth_date and p.family_name = k.family_name"
          + " and p.given_name = k.given_name))";

  /**
   * Those that wait in a scope, the oldest first: nobody said who the child is, or it was in no
   * feed and a pupil of that name and birth is now.
   */
  public List<Claim> waiting(Scope scope) {
    if (scope.isEmpty()) {
      return List.of();
    }
    List<Long> schools = scope.wholeAuthority() ? List.of() : List.copyOf(scope.schoolIds());
    String among =
        schools.isEmpty()
            ? ""
            : " and k.school_id in ("
                + String.join(", ", Collections.nCopies(schools.size(), "?"))
                + ")";
    Query query =
        entities
            .createNativeQuery(CLAIM + among + " order by k.id limit " + MOST)
            .setParameter(1, scope.authorityId());
    for (int i = 0; i < schools.size(); i++) {
      query.setParameter(i + 2, schools.get(i));
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> claim((Object[]) row)).toList();
  }

  /** How many other children an account named of whom nobody said yet who they are. */
  public long othersWaiting(long account, Child child) {
    Object count =
        entities
            .createNativeQuery(
                "select count(*) from aid_child_claim where account_id = ? and child_key <> ?"
                    + " and confirmed_at is null and refused_at is null")
            .setParameter(1, account)
            .setParameter(2, child.key())
            .getSingleResult();
    return ((Number) count).longValue();
  }

  /** One that waits in a scope, locked. */
  public Optional<Claim> lock(Scope scope, UUID id) {
    List<?> rows =
        entities
            .createNativeQuery(CLAIM + " and k.public_id = ? for update")
            .setParameter(1, scope.authorityId())
            .setParameter(2, id.toString())
            .getResultList();
    return rows.stream()
        .map(row -> claim((Object[]) row))
        .filter(claim -> scope.covers(Objects.requireNonNull(claim.child().schoolId())))
        .findFirst();
  }

  /** Pupils of the same school who were born that day, or have the same name. */
  public List<Candidate> candidates(Claim claim) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select cast(p.public_id as char), p.id, p.given_name, p.family_name,"
                    + " p.birth_date, c.name from pupil p"
                    + " left join school_class c on c.id = p.class_id"
                    + " where p.school_id = ? and p.status = 'ACTIVE' and (p.birth_date = ?"
                    + " or (p.family_name = ? and p.given_name = ?))"
                    + " order by p.family_name = ? desc, p.family_name, p.given_name, p.id"
                    + " limit 20")
            .setParameter(1, claim.child().schoolId())
            .setParameter(2, Date.valueOf(Objects.requireNonNull(claim.child().birthDate())))
            .setParameter(3, claim.child().familyName())
            .setParameter(4, claim.child().givenName())
            .setParameter(5, claim.child().familyName())
            .getResultList();
    return rows.stream().map(row -> candidate((Object[]) row)).toList();
  }

  /** Writes a claim down; the same child named twice stays one. */
  public void name(long authority, long account, Child child, Instant now) {
    entities
        .createNativeQuery(
            "insert into aid_child_claim (id, public_id, authority_id, account_id, family_name,"
                + " given_name, birth_date, child_key, school_id, created_at)"
                + " values (next value for aid_child_claim_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on duplicate key update school_id = if(confirmed_at is null,"
                + " values(school_id), school_id), refused_at = null")
        .setParameter(1, UUID.randomUUID().toString())
        .setParameter(2, authority)
        .setParameter(3, account)
        .setParameter(4, child.familyName())
        .setParameter(5, child.givenName())
        .setParameter(6, Date.valueOf(Objects.requireNonNull(child.birthDate())))
        .setParameter(7, child.key())
        .setParameter(8, child.schoolId())
        .setParameter(9, utc(now))
        .executeUpdate();
  }

  /** Somebody vouches for it. */
  public void confirm(Claim claim, @Nullable Long pupil, String by, Instant now) {
    entities
        .createNativeQuery(
            "update aid_child_claim set confirmed_at = ?, confirmed_by = ?, pupil_id = ?"
                + " where id = ?")
        .setParameter(1, utc(now))
        .setParameter(2, by)
        .setParameter(3, pupil)
        .setParameter(4, claim.key())
        .executeUpdate();
  }

  /** Nobody knows such a child there. */
  public void refuse(Claim claim, Instant now) {
    entities
        .createNativeQuery("update aid_child_claim set refused_at = ? where id = ?")
        .setParameter(1, utc(now))
        .setParameter(2, claim.key())
        .executeUpdate();
  }

  private static Claim claim(Object[] row) {
    return new Claim(
        ((Number) row[0]).longValue(),
        UUID.fromString((String) row[1]),
        ((Number) row[2]).longValue(),
        new Child(
            null,
            (String) row[3],
            (String) row[4],
            ((Date) row[5]).toLocalDate(),
            ((Number) row[6]).longValue()),
        (String) row[7],
        (String) row[8],
        (String) row[9],
        instant(row[10]));
  }

  private static Candidate candidate(@Nullable Object[] row) {
    Date born = (Date) row[4];
    return new Candidate(
        UUID.fromString((String) Objects.requireNonNull(row[0])),
        ((Number) Objects.requireNonNull(row[1])).longValue(),
        row[2] + " " + row[3],
        Optional.ofNullable(born).map(Date::toLocalDate),
        Objects.toString(row[5], ""));
  }

  private static Instant instant(Object value) {
    return value instanceof java.sql.Timestamp at
        ? at.toLocalDateTime().toInstant(ZoneOffset.UTC)
        : ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
