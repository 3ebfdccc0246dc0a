package fr.gestmat.mealaid.control.form;

import java.time.YearMonth;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was answered, as it was typed: the household's part, which brothers and sisters share, and
 * the child's. An empty answer is none.
 *
 * @param household by question
 * @param child by question
 * @param kept questions whose choice is not offered any more but was made when it was
 */
public record Answers(Map<String, String> household, Map<String, String> child, Set<String> kept) {

  /** Nothing yet. */
  public static final Answers NONE = new Answers(Map.of(), Map.of(), Set.of());

  /** Copies everything, without what is blank. */
  public Answers {
    household = filled(household);
    child = filled(child);
    kept = Set.copyOf(kept);
  }

  /** What was answered to a question. */
  public Optional<String> to(String question) {
    return Optional.ofNullable(child.getOrDefault(question, household.get(question)));
  }

  /** Whether a question was answered with one of these. */
  public boolean is(String question, String... oneOf) {
    return to(question).map(Set.of(oneOf)::contains).orElse(false);
  }

  /** These with the answers of one page; blank ones are taken away. */
  public Answers with(FormPage page, Map<String, String> typed) {
    Map<String, String> changed = new TreeMap<>(page.perChild() ? child : household);
    Set<String> still = new HashSet<>(kept);
    for (Question question : page.questions()) {
      String before = changed.get(question.code());
      String now = typed.get(question.code());
      if (now != null) {
        String plain = plain(question, now.strip());
        changed.put(question.code(), plain);
        if (!plain.equals(before)) {
          still.remove(question.code());
        }
      }
    }
    return page.perChild()
        ? new Answers(household, changed, still)
        : new Answers(changed, child, still);
  }

  /** Some browsers have no field for months: what is typed there is kept as the others send it. */
  private static String plain(Question question, String typed) {
    return question.type() == QuestionType.MONTH
        ? TypedMonth.read(typed).map(YearMonth::toString).orElse(typed)
        : typed;
  }

  /** These with another household part. */
  public Answers ofHousehold(Answers other) {
    return new Answers(other.household, child, kept);
  }

  /**
   * These as they were typed: where something else than the household's answer holds for the child
   * alone, the household's.
   */
  public Answers asTyped() {
    Map<String, String> own = new TreeMap<>(child);
    own.keySet().removeAll(household.keySet());
    return new Answers(household, own, kept);
  }

  private static Map<String, String> filled(Map<String, String> answers) {
    Map<String, String> filled = new TreeMap<>(answers);
    filled.values().removeIf(String::isBlank);
    return Collections.unmodifiableMap(filled);
  }
}
