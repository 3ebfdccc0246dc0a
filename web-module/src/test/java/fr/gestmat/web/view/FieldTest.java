package fr.gestmat.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTest {

  @Test
  void keeps_its_own_error_only() {
    List<FieldError> errors =
        List.of(new FieldError("code", "Donnez un code."), new FieldError("date", "Trop tard."));
    assertThat(Field.text("code", "Code").errors(errors).error()).contains("Donnez un code.");
    assertThat(Field.text("name", "Nom").errors(errors).error()).isEmpty();
  }

  @Test
  void is_described_by_its_error_and_its_hint() {
    Field field = Field.text("code", "Code");
    assertThat(field.describedBy()).isEmpty();
    assertThat(field.hint("Sur l'étiquette").describedBy()).isEqualTo("code-hint");
    assertThat(
            field
                .hint("x")
                .errors(List.of(new FieldError("code", "Donnez un code.")))
                .describedBy())
        .isEqualTo("code-error code-hint");
  }
}
