package fr.gestmat.mealaid.control.letter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.form.Answers;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LetterPaperTest {

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
