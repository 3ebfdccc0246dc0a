package fr.gestmat.mealaid.control.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.form.Answers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LetterPaperTest {

  private static List<String> remedies(String until) {
    return LetterPaper.letter(
            "Département d'essai",
            LetterText.usual(LetterKind.REFUSED),
            List.of("Samira Roche"),
            Map.of(LetterField.APPEAL_UNTIL, until),
            List.of())
        .notes()
        .get(0)
        .paragraphs();
  }

  @Test
  void a_decision_may_be_contested_here_until_a_day_or_before_the_court() {
    assertThat(remedies("lundi 1er novembre 2026"))
        .anyMatch(line -> line.contains("jusqu'au lundi 1er novembre 2026 inclus"))
        .anyMatch(line -> line.contains("tribunal administratif dans les deux mois"));
  }

  @Test
  void the_answer_to_an_appeal_leaves_the_court_alone() {
    assertThat(remedies(""))
        .anyMatch(line -> line.contains("tribunal administratif dans les deux mois"))
        .noneMatch(line -> line.contains("revoir cette décision"));
  }

  @Test
  void a_letter_has_an_address_if_the_family_wrote_one() {
    Answers sent =
        new Answers(
            Map.of("street", "2 rue Haute", "postalCode", "99120", "town", "Aubreville"),
            Map.of(),
            Set.of());

    assertThat(LetterPaper.recipient("Samira Roche", sent))
        .containsExactly("Samira Roche", "2 rue Haute", "99120 Aubreville");
    assertThat(LetterPaper.recipient("Samira Roche", Answers.NONE)).containsExactly("Samira Roche");
  }
}
