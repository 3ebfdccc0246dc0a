package fr.gestmat.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.web.view.Flash.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlashTest {

  @Test
  void a_message_survives_the_cookie() {
    Message message = new Message(Tone.WARNING, "Élève déjà servi | 38,50 €");
    assertThat(Message.decode(message.encode())).contains(message);
  }

  @Test
  void a_long_message_is_cut_so_that_the_cookie_is_kept() {
    assertThat(new Message(Tone.OK, "é".repeat(5_000)).encode()).hasSizeLessThan(3_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%%%", "Q09VQ09VfGhlbGxv"})
  void a_cookie_that_is_not_ours_says_nothing(String cookie) {
    assertThat(Message.decode(cookie)).isEmpty();
  }
}
