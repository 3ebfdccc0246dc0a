package fr.gestmat.mealaid.control.source;

import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.mealaid.control.source.SourceAnswer.Person;
import fr.gestmat.mealaid.entity.source.ChildFound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds a pupil among the children of an account, by birth date and first name: the family name may
 * be another one (M-F28). Accents, case, hyphens, apostrophes and spaces do not count; first names
 * that only begin alike count when the birth date is the same (M-F22).
 */
final class ChildMatch {

  private static final int FIRST_LETTERS = 3;

  private ChildMatch() {}

  /**
   * Whether the pupil is there.
   *
   * @param birthDate of the pupil, if the directory knows it
   * @param givenName of the pupil
   * @param familyName of the pupil: only decides between two that fit
   * @param children of the account
   */
  static ChildFound find(
      Optional<LocalDate> birthDate, String givenName, String familyName, List<Person> children) {
    Predicate<Person> sameName = child -> same(givenName, child.givenNames());
    List<Person> born = children.stream().filter(child -> isBorn(child, birthDate)).toList();
    List<Person> named = born.stream().filter(sameName).toList();
    if (!named.isEmpty()) {
      return one(named, familyName) ? ChildFound.FOUND : ChildFound.UNSURE;
    }
    List<Person> close =
        born.stream().filter(child -> beginAlike(givenName, child.givenNames())).toList();
    if (!close.isEmpty()) {
      return one(close, familyName) ? ChildFound.FOUND_CLOSE : ChildFound.UNSURE;
    }
    return children.stream().anyMatch(sameName) ? ChildFound.UNSURE : ChildFound.ABSENT;
  }

  private static boolean isBorn(Person child, Optional<LocalDate> day) {
    return day.isPresent() && child.birthDate().equals(day);
  }

  private static boolean one(List<Person> fitting, String familyName) {
    return fitting.size() == 1
        || fitting.stream()
                .filter(
                    child ->
                        glued(child.birthName()).equals(glued(familyName))
                            || child
                                .usualName()
                                .map(ChildMatch::glued)
                                .orElse("")
                                .equals(glued(familyName)))
                .count()
            == 1;
  }

  /**
   * Whether one of both texts is, glued, a run of the other's words: "Jean-Luc", "JEANLUC MARIE".
   */
  static boolean same(String one, String other) {
    return isRun(one, other) || isRun(other, one);
  }

  private static boolean isRun(String whole, String text) {
    String wanted = glued(whole);
    return !wanted.isEmpty() && runs(NameKey.words(text)).contains(wanted);
  }

  private static List<String> runs(List<String> words) {
    List<String> runs = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      StringBuilder run = new StringBuilder();
      for (int to = from; to < words.size(); to++) {
        runs.add(run.append(words.get(to)).toString());
      }
    }
    return runs;
  }

  private static boolean beginAlike(String one, String other) {
    String first = glued(one);
    String second = glued(other);
    return first.length() >= FIRST_LETTERS
        && second.length() >= FIRST_LETTERS
        && first.regionMatches(0, second, 0, FIRST_LETTERS);
  }

  private static String glued(String text) {
    return String.join("", NameKey.words(text));
  }
}
