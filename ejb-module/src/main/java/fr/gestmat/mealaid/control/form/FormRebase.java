package fr.gestmat.mealaid.control.form;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Takes answers over to another version of the form (M-D17): a question that is gone drops its
 * answer, one of another type too; a choice that is not offered any more stays chosen; what is new
 * is simply not answered yet.
 */
public final class FormRebase {

  private FormRebase() {}

  /** The answers as those of {@code to}. */
  public static Answers rebase(Answers answers, AidForm from, AidForm to) {
    Map<String, Question> before = from.questions();
    Map<String, Question> after = to.questions();
    Set<String> kept = new HashSet<>();
    Map<String, String> household = new TreeMap<>();
    Map<String, String> child = new TreeMap<>();
    for (FormPage page : to.pages()) {
      for (Question question : page.questions()) {
        String code = question.code();
        Question was = before.get(code);
        if (was == null || was.type() != question.type()) {
          continue;
        }
        String own = answers.child().get(code);
        if (!page.perChild() && own != null && answers.household().containsKey(code)) {
          // What holds for this child alone stays beside what the household says.
          child.put(code, own);
        }
        (page.perChild() ? answers : answers.asTyped())
            .to(code)
            .ifPresent(
                value -> {
                  (page.perChild() ? child : household).put(code, value);
                  if (question.type() == QuestionType.CHOICE
                      && !question.choices().contains(value)
                      && (was.choices().contains(value) || answers.kept().contains(code))) {
                    kept.add(code);
                  }
                });
      }
    }
    kept.retainAll(after.keySet());
    return new Answers(household, child, kept);
  }

  /** The answers of last year as a beginning of this year's: without what is asked anew. */
  public static Answers anew(Answers answers, AidForm from, AidForm to) {
    Answers rebased = rebase(answers, from, to);
    Map<String, String> household = new TreeMap<>(rebased.household());
    Map<String, String> child = new TreeMap<>(rebased.child());
    to.questions().values().stream()
        .filter(Question::everyYear)
        .forEach(
            question -> {
              household.remove(question.code());
              child.remove(question.code());
            });
    return new Answers(household, child, Set.of());
  }
}
