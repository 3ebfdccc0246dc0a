package fr.gestmat.lending.control.condition;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.MarkPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody says of a device's condition.
 *
 * @param grade its condition; empty if it was not said
 * @param note in words, at most 1,000 characters
 * @param marks damage, at most 20
 */
public record ConditionForm(Optional<ConditionGrade> grade, String note, List<Mark> marks) {

  private static final int LONGEST_NOTE = 1_000;
  private static final int LONGEST_WORDS = 200;
  private static final int MOST_MARKS = 20;

  /** Trims the note. */
  public ConditionForm {
    note = note.strip();
    marks = List.copyOf(marks);
  }

  /**
   * Damage.
   *
   * @param place where
   * @param words what is seen, at most 200 characters
   */
  public record Mark(MarkPlace place, String words) {
    /** Trims the words. */
    public Mark {
      words = words.strip();
    }
  }

  /** All that is wrong with it. */
  public List<Refusal> refusals() {
    List<Refusal> wrong = new ArrayList<>();
    if (grade.isEmpty()) {
      wrong.add(Refusal.of("etat", "gradeMissing"));
    }
    if (note.length() > LONGEST_NOTE) {
      wrong.add(Refusal.of("note", "tooLong", LONGEST_NOTE));
    }
    if (marks.size() > MOST_MARKS) {
      wrong.add(Refusal.of("note", "tooManyMarks", MOST_MARKS));
    }
    for (Mark mark : marks) {
      if (mark.words().isEmpty()) {
        wrong.add(Refusal.of("note", "markWordsMissing"));
      } else if (mark.words().length() > LONGEST_WORDS) {
        wrong.add(Refusal.of("note", "tooLong", LONGEST_WORDS));
      }
    }
    return wrong;
  }
}
