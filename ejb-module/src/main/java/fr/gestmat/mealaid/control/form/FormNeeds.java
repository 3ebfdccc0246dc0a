package fr.gestmat.mealaid.control.form;

import fr.gestmat.mealaid.entity.scale.ConditionKind;
import fr.gestmat.mealaid.entity.source.SourceKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who else reads a form's answers, beside the people for whom a campaign made it: nothing is asked
 * that nobody needs, and nothing stays unknown for want of a question.
 *
 * @param sources official sources that the authority asks
 * @param conditions on which the campaign's scale depends
 */
public record FormNeeds(Set<SourceKind> sources, Set<ConditionKind> conditions) {

  /** No source is asked, and the scale looks at figures alone. */
  public static final FormNeeds NONE = new FormNeeds(Set.of(), Set.of());

  /** Every source and every scale: all that a form may ever have asked. */
  public static final FormNeeds ALL =
      new FormNeeds(EnumSet.allOf(SourceKind.class), EnumSet.allOf(ConditionKind.class));

  /** Copies the sets. */
  public FormNeeds {
    sources = Set.copyOf(sources);
    conditions = Set.copyOf(conditions);
  }

  /** Whether a source is asked. */
  boolean asks(SourceKind source) {
    return sources.contains(source);
  }

  /** Whether the scale depends on something. */
  boolean asks(ConditionKind condition) {
    return conditions.contains(condition);
  }
}
