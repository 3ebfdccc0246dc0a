package fr.gestmat.mealaid.control.form;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A version of the form that families fill in. Conditions look at earlier questions only: for a
 * child at the household's answers and at that child's own (M-D14).
 *
 * @param version 1 and up
 * @param pages in order; what stands between the household's is asked of each child in turn
 */
public record AidForm(int version, List<FormPage> pages) {

  /** Copies the pages. */
  public AidForm {
    pages = List.copyOf(pages);
  }

  /** A page by its code. */
  public Optional<FormPage> page(String code) {
    return pages.stream().filter(page -> page.code().equals(code)).findFirst();
  }

  /** Every question by its code, in order. */
  public Map<String, Question> questions() {
    Map<String, Question> all = new LinkedHashMap<>();
    pages.stream().flatMap(p -> p.questions().stream()).forEach(q -> all.put(q.code(), q));
    return all;
  }

  /** The questions of a page that are shown to who answered so; none and the page is skipped. */
  public List<Question> shown(FormPage page, Answers answers) {
    Set<String> shown = shown(answers);
    return page.questions().stream().filter(q -> shown.contains(q.code())).toList();
  }

  /** Codes of all questions that are shown to who answered so. */
  public Set<String> shown(Answers answers) {
    Set<String> shown = new HashSet<>();
    for (Question question : questions().values()) {
      boolean all =
          question.when().stream()
              .allMatch(
                  c ->
                      shown.contains(c.question())
                          && answers.to(c.question()).filter(c.oneOf()::contains).isPresent());
      if (all) {
        shown.add(question.code());
      }
    }
    return shown;
  }

  /** The answers without those to questions that are not shown (any more): M-D13. */
  public Answers relevant(Answers answers) {
    Set<String> shown = shown(answers);
    return new Answers(
        only(answers.household(), shown), only(answers.child(), shown), answers.kept());
  }

  private static Map<String, String> only(Map<String, String> answers, Collection<String> codes) {
    Map<String, String> some = new TreeMap<>(answers);
    some.keySet().retainAll(codes);
    return some;
  }
}
