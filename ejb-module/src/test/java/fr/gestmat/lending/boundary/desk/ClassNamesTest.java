package fr.gestmat.lending.boundary.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassNamesTest {

  @Test
  void numbers_in_names_count_as_numbers() {
    assertThat(
            List.of("2DE10", "TG2", "2DE2", "1G1", "2de 3", "10E").stream()
                .sorted(ClassNames.ORDER)
                .toList())
        .containsExactly("1G1", "2de 3", "2DE2", "2DE10", "10E", "TG2");
  }
}
