package fr.gestmat.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a mailed link opens the door. */
class LinkLifeTest {

  @ParameterizedTest(name = "M-D20: asked {0}, given {1}")
  @CsvSource({
    "PT30M, PT30M",
    "PT2H, PT2H",
    "P10D, P10D",
    "P10DT1S, P10D",
    "P365D, P10D",
    "PT0S, PT30M",
    "PT-1H, PT30M"
  })
  void of(Duration asked, Duration given) {
    assertThat(LinkLife.of(asked)).isEqualTo(given);
  }
}
