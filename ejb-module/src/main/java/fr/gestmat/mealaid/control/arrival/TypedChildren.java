package fr.gestmat.mealaid.control.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.arrival.SchoolRows.SchoolLine;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.entity.Child;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Children whom somebody types because the directory does not link or does not know them. */
@ApplicationScoped
public class TypedChildren {

  private static final int LONGEST = 100;
  private static final int OLDEST = 25;

  @Inject private AuthorityTime time;

  /**
   * What was typed.
   *
   * @param familyName at most 100 characters
   * @param givenName likewise
   * @param birthDate empty if it could not be read
   * @param school public id; empty if none was chosen
   */
  public record Typed(
      String familyName, String givenName, Optional<LocalDate> birthDate, Optional<UUID> school) {}

  /**
   * Reads a child without a pupil.
   *
   * @param schools among which the child's has to be
   */
  public Answer<Child> read(long authority, Typed typed, List<SchoolLine> schools) {
    List<Refusal> reasons = new ArrayList<>();
    check(reasons, "familyName", typed.familyName());
    check(reasons, "givenName", typed.givenName());
    LocalDate today = time.today(authority);
    if (typed
        .birthDate()
        .filter(born -> born.isBefore(today) && born.isAfter(today.minusYears(OLDEST)))
        .isEmpty()) {
      reasons.add(Refusal.of("birthDate", "notABirthDate"));
    }
    Optional<SchoolLine> where =
        typed
            .school()
            .flatMap(id -> schools.stream().filter(one -> one.id().equals(id)).findFirst());
    if (where.isEmpty()) {
      reasons.add(Refusal.of("school", "noSchool"));
    }
    return reasons.isEmpty()
        ? new Answer.Done<>(
            new Child(
                null,
                typed.familyName().strip(),
                typed.givenName().strip(),
                typed.birthDate().orElseThrow(),
                where.orElseThrow().key()))
        : new Answer.Refused<>(reasons);
  }

  private static void check(List<Refusal> reasons, String field, String name) {
    if (name.isBlank() || name.strip().length() > LONGEST) {
      reasons.add(Refusal.of(field, "noName"));
    }
  }
}
