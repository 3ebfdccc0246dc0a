package fr.gestmat.mealaid.control.application;

import fr.gestmat.access.Caller;
import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.Applicant;
import fr.gestmat.mealaid.entity.Child;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The children for whom somebody may apply: those of the directory over whom they have parental
 * authority, and those whom they named themselves.
 */
@ApplicationScoped
public class FamilyChildren {

  private static final int MOST = 50;

  @PersistenceContext private EntityManager entities;

  /**
   * A child of somebody.
   *
   * @param id what the outside knows: the pupil's id, or that of the claim
   * @param child who it is; without a pupil as long as nobody confirmed it
   * @param school name of the school
   * @param schoolClass name of the class; empty if not known or not confirmed
   * @param boarding how the directory says the child eats
   * @param meals how often, if it says
   * @param confirmed whether the directory, the school or an officer vouches for the link
   */
  public record Known(
      UUID id,
      Child child,
      String school,
      String schoolClass,
      Optional<String> boarding,
      Optional<Integer> meals,
      boolean confirmed) {

    /** How applications of the caller's child say who it is, unless the directory knows it. */
    String keyFor(Caller who) {
      return confirmed ? child.key() : child.keyOf(who.accountId());
    }

    /** As the child is called. */
    public String name() {
      return child.givenName() + " " + child.familyName();
    }
  }

  /**
   * What the directory says of somebody who applies.
   *
   * @param email address, if any
   * @param answers beginnings of the form's answers
   */
  public record Adult(Optional<String> email, Map<String, String> answers) {}

  /**
   * Another parent of a child.
   *
   * @param name as they are called
   * @param ofAll whether they are a parent of every child for whom the applicant applies in the
   *     campaign: of somebody else nobody can tell whether the applicant lives with them
   */
  public record OtherParent(String name, boolean ofAll) {}

  /** Somebody's children, by given name. */
  public List<Known> of(Caller who) {
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select cast(p.public_id as char), p.id, p.family_name, p.given_name, p.birth_date,
                  p.school_id, s.name, c.name, p.boarding_status, p.meals_a_week, 1
                from guardianship h join pupil p on p.id = h.pupil_id
                join school s on s.id = p.school_id
                left join school_class c on c.id = p.class_id
                where h.guardian_id = ? and h.parental_authority and p.authority_id = ?
                  and p.status = 'ACTIVE'
                union all
                select cast(k.public_id as char), if(k.confirmed_at is null, null, k.pupil_id),
                  k.family_name, k.given_name, k.birth_date, k.school_id, s.name,
                  if(k.confirmed_at is null, null, c.name),
                  if(k.confirmed_at is null, null, p.boarding_status),
                  if(k.confirmed_at is null, null, p.meals_a_week), k.confirmed_at is not null
                from aid_child_claim k join school s on s.id = k.school_id
                left join pupil p on p.id = k.pupil_id
                left join school_class c on c.id = p.class_id
                where k.account_id = ? and k.authority_id = ? and k.refused_at is null
                order by 4, 1 limit\
                """
                    + " "
                    + MOST)
            .setParameter(1, FamilyReach.guardian(who))
            .setParameter(2, who.authorityId())
            .setParameter(3, who.accountId())
            .setParameter(4, who.authorityId())
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(FamilyChildren::known).toList();
  }

  private static Known known(@Nullable Object[] row) {
    Date born = (Date) row[4];
    return new Known(
        UUID.fromString((String) Objects.requireNonNull(row[0])),
        new Child(
            row[1] == null ? null : number(row[1]),
            text(row[2]),
            text(row[3]),
            born == null ? null : born.toLocalDate(),
            number(row[5])),
        text(row[6]),
        text(row[7]),
        Optional.ofNullable((String) row[8]),
        Optional.ofNullable(row[9]).map(meals -> (int) number(meals)),
        number(row[10]) == 1);
  }

  /** What the directory says of a guardian; little of somebody whom it does not know. */
  public Adult adult(Caller who) {
    List<?> rows =
        who.guardianId() == null
            ? entities
                .createNativeQuery(
                    "select email, null, null, null, null, null, null, null, null from account"
                        + " where id = ?")
                .setParameter(1, who.accountId())
                .getResultList()
            : entities
                .createNativeQuery(
                    "select email, address, postal_code, town, mobile, phone, title, family_name,"
                        + " given_name from guardian where id = ?")
                .setParameter(1, who.guardianId())
                .getResultList();
    Map<String, String> answers = new TreeMap<>();
    if (rows.isEmpty()) {
      return new Adult(Optional.empty(), answers);
    }
    Object[] row = (Object[]) rows.get(0);
    put(answers, "email", row[0]);
    put(answers, "street", row[1]);
    put(answers, "postalCode", row[2]);
    put(answers, "town", row[3]);
    put(answers, "phone", row[4] == null ? row[5] : row[4]);
    CivilStatus.put(answers, row[6], row[7], row[8]);
    return new Adult(Optional.ofNullable(answers.get("email")), answers);
  }

  /**
   * The other parents of an application's child who have parental authority, by their database ids;
   * none of a child whom nobody confirmed. Of an applicant whom the directory does not know it is
   * known by the address and the name only that they are one of the parents: if that leaves more
   * than one, one may be the applicant, and there is none.
   */
  public Map<Long, OtherParent> otherParents(AidApplication application) {
    Long guardian = application.applicant().guardianId();
    Long account = application.applicant().accountId();
    List<?> rows =
        entities
            .createNativeQuery(
                """
                select g.id, g.given_name, g.family_name, g.email,
                  if(exists (select 1 from aid_application a where a.campaign_id = ?
                      and (a.applicant_guardian_id = ? or a.applicant_account_id = ?)
                      and a.state not in ('WITHDRAWN', 'CLOSED')
                      and not exists (select 1 from guardianship o where o.pupil_id = a.pupil_id
                        and o.guardian_id = g.id and o.parental_authority
                        and o.kind in ('MOTHER', 'FATHER'))), 0, 1)
                from guardianship h join guardian g on g.id = h.guardian_id
                where h.pupil_id = ? and h.parental_authority and h.kind in ('MOTHER', 'FATHER')
                  and g.id <> ?\
                """)
            .setParameter(1, application.campaignId())
            .setParameter(2, guardian == null ? -1 : guardian)
            .setParameter(3, account == null ? -1 : account)
            .setParameter(4, application.pupilId() == null ? -1 : application.pupilId())
            .setParameter(5, guardian == null ? -1 : guardian)
            .getResultList();
    Map<Long, OtherParent> parents = new TreeMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      String name = row[1] + " " + row[2];
      if (guardian != null || !isApplicant(application.applicant(), name, (String) row[3])) {
        parents.put(number(row[0]), new OtherParent(name, number(row[4]) == 1));
      }
    }
    return guardian == null && parents.size() > 1 ? Map.of() : parents;
  }

  /** Whether a guardian's name or address is that of somebody who applies. */
  static boolean isApplicant(Applicant applicant, String name, @Nullable String email) {
    String address = applicant.email();
    return (email != null && address != null && email.strip().equalsIgnoreCase(address.strip()))
        || Set.copyOf(NameKey.words(name)).equals(Set.copyOf(NameKey.words(applicant.name())));
  }

  private static void put(Map<String, String> answers, String code, @Nullable Object value) {
    if (value instanceof String text && !text.isBlank()) {
      answers.put(code, text.strip().replaceAll("\\s*[\\r\\n]+\\s*", ", "));
    }
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }

  private static long number(@Nullable Object value) {
    return ((Number) Objects.requireNonNull(value)).longValue();
  }
}
