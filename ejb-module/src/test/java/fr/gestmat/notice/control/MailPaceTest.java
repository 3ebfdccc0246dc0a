package fr.gestmat.notice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailPaceTest {

  @Test
  void without_the_setting_mails_follow_at_once() {
    assertThat(MailPace.spacing(Map.of())).isEmpty();
    assertThat(MailPace.spacing(Map.of("GESTMAT_MAILS_PER_MINUTE", " "))).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("M-I06 as many mails a minute as the setting says, evenly")
  @CsvSource({"1, PT1M", "60, PT1S", "300, PT0.2S", "1200, PT0.05S"})
  void evenly(String perMinute, Duration spacing) {
    assertThat(MailPace.spacing(Map.of("GESTMAT_MAILS_PER_MINUTE", perMinute))).contains(spacing);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "fast", "10000000"})
  void refuses_what_is_no_number_from_1(String written) {
    assertThatThrownBy(() -> MailPace.spacing(Map.of("GESTMAT_MAILS_PER_MINUTE", written)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("GESTMAT_MAILS_PER_MINUTE");
  }
}
