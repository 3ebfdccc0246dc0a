package fr.gestmat.mealaid.control.form;

import fr.gestmat.access.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way through the form for some children of one household: what is asked of the household, what
 * is asked of each child, and what the form asks of the household after them; pages on which
 * nothing is shown are skipped.
 *
 * @param all at least one
 */
public record Steps(List<Step> all) {

  /** Copies the steps. */
  public Steps {
    all = List.copyOf(all);
  }

  /**
   * The way.
   *
   * @param children the answers of each child, at least one; all hold the same household part
   */
  public static Steps of(AidForm form, List<Answers> children) {
    List<Step> before = new ArrayList<>();
    List<Step> after = new ArrayList<>();
    boolean childrenCame = false;
    for (FormPage page : form.pages()) {
      childrenCame |= page.perChild();
      if (!page.perChild() && !form.shown(page, children.get(0)).isEmpty()) {
        (childrenCame ? after : before).add(Step.of(page, 0));
      }
    }
    List<Step> steps = new ArrayList<>(before);
    for (int i = 0; i < children.size(); i++) {
      for (FormPage page : form.pages()) {
        if (page.perChild() && !form.shown(page, children.get(i)).isEmpty()) {
          steps.add(Step.of(page, i + 1));
        }
      }
    }
    steps.addAll(after);
    return new Steps(steps);
  }

  /** A step by its key. */
  public Optional<Step> find(String key) {
    return all.stream().filter(step -> step.key().equals(key)).findFirst();
  }

  /** Its place, 1 and up. */
  public int place(Step step) {
    return all.indexOf(step) + 1;
  }

  /** What comes after it; empty after the last. */
  public Optional<Step> after(Step step) {
    int next = all.indexOf(step) + 1;
    return next < all.size() ? Optional.of(all.get(next)) : Optional.empty();
  }

  /** What comes before it; empty before the first. */
  public Optional<Step> before(Step step) {
    int at = all.indexOf(step);
    return at > 0 ? Optional.of(all.get(at - 1)) : Optional.empty();
  }

  /** The first step on which something is missing or wrong. */
  public Optional<Step> firstOpen(AidForm form, List<Answers> children) {
    return all.stream().filter(step -> !problems(form, step, children).isEmpty()).findFirst();
  }

  /** What is missing or wrong on a step. */
  public static List<Refusal> problems(AidForm form, Step step, List<Answers> children) {
    return FormCheck.page(form, step.page(), children.get(Math.max(0, step.child() - 1)));
  }
}
