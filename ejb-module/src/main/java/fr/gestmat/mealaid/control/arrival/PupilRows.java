package fr.gestmat.mealaid.control.arrival;

import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.mealaid.control.application.CivilStatus;
import fr.gestmat.mealaid.control.application.FamilyChildren.Known;
import fr.gestmat.mealaid.entity.Child;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pupils and who answers for them, for who types in a family's name. */
@ApplicationScoped
public class PupilRows {

  private static final int SHORTEST = 2;
  private static final int MOST_WORDS = 6;

  private static final String BEGINS =
      " and p.id in (select t.pupil_id from pupil_name_token t where t.authority_id = ?"
          + " and t.token like ?)";

  private static final String PUPIL =
      "select cast(p.public_id as char), p.id, p.family_name, p.given_name, p.birth_date,"
          + " p.school_id, s.name, c.name, p.boarding_status, p.meals_a_week from pupil p"
          + " join school s on s.id = p.school_id left join school_class c on c.id = p.class_id"
          + " where p.authority_id = ? and p.status = 'ACTIVE'";

  @PersistenceContext private EntityManager entities;

  /**
   * Somebody who answers for a pupil.
   *
   * @param key database id
   * @param id public id
   * @param name as the directory writes it
   * @param email if known
   * @param answers what the directory knows of the form's answers
   */
  public record Adult(
      long key, UUID id, String name, Optional<String> email, Map<String, String> answers) {}

  /**
   * A pupil and who answers for them.
   *
   * @param child the pupil
   * @param adults those with parental authority
   */
  public record Adults(Known child, List<Adult> adults) {}

  /**
   * Pupils with a name that begins like each word that was typed; at most 20.
   *
   * @param typed without regard to case and accents; the first word has two characters or more
   */
  public List<Known> find(long authority, String typed) {
    List<String> words = NameKey.words(typed);
    if (words.isEmpty() || words.size() > MOST_WORDS || words.get(0).length() < SHORTEST) {
      return List.of();
    }
    Query query =
        entities
            .createNativeQuery(
                PUPIL
                    + BEGINS.repeat(words.size())
                    + " order by p.family_name, p.given_name, p.id limit 20")
            .setParameter(1, authority);
    int place = 2;
    for (String word : words) {
      query.setParameter(place++, authority).setParameter(place++, word + "%");
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> known((Object[]) row)).toList();
  }

  /** A pupil with who answers for them. */
  public Optional<Adults> adults(long authority, UUID id) {
    List<?> rows =
        entities
            .createNativeQuery(PUPIL + " and p.public_id = ?")
            .setParameter(1, authority)
            .setParameter(2, id.toString())
            .getResultList();
    return rows.stream()
        .map(row -> known((Object[]) row))
        .findFirst()
        .map(child -> new Adults(child, adults(Objects.requireNonNull(child.child().pupilId()))));
  }

  private List<Adult> adults(long pupil) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select g.id, cast(g.public_id as char), g.given_name, g.family_name, g.email,"
                    + " g.address, g.postal_code, g.town, g.title from guardianship h"
                    + " join guardian g on g.id = h.guardian_id where h.pupil_id = ?"
                    + " and h.parental_authority order by h.rank_order, g.id")
            .setParameter(1, pupil)
            .getResultList();
    return rows.stream().map(row -> adult((Object[]) row)).toList();
  }

  private static Adult adult(@Nullable Object[] row) {
    Map<String, String> answers = new HashMap<>();
    put(answers, "email", row[4]);
    put(answers, "street", row[5]);
    put(answers, "postalCode", row[6]);
    put(answers, "town", row[7]);
    CivilStatus.put(answers, row[8], row[3], row[2]);
    return new Adult(
        ((Number) Objects.requireNonNull(row[0])).longValue(),
        UUID.fromString((String) Objects.requireNonNull(row[1])),
        row[2] + " " + row[3],
        Optional.ofNullable(answers.get("email")),
        answers);
  }

  private static void put(Map<String, String> answers, String code, @Nullable Object value) {
    if (value instanceof String text && !text.isBlank()) {
      answers.put(code, text.strip());
    }
  }

  private static Known known(@Nullable Object[] row) {
    Date born = (Date) row[4];
    return new Known(
        UUID.fromString((String) Objects.requireNonNull(row[0])),
        new Child(
            ((Number) Objects.requireNonNull(row[1])).longValue(),
            Objects.toString(row[2], ""),
            Objects.toString(row[3], ""),
            born == null ? null : born.toLocalDate(),
            ((Number) Objects.requireNonNull(row[5])).longValue()),
        Objects.toString(row[6], ""),
        Objects.toString(row[7], ""),
        Optional.ofNullable((String) row[8]),
        Optional.ofNullable(row[9]).map(meals -> ((Number) meals).intValue()),
        true);
  }
}
