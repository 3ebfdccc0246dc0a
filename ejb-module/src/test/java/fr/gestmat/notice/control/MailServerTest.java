package fr.gestmat.notice.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The school's address of a mail. */
class MailServerTest {

  @ParameterizedTest
  @CsvSource({
    "ce.0671234a@ac-sarne.fr, 1",
    "ce.@ac-sarne.fr, 0",
    "a..b@ac-sarne.fr, 0",
    "'a@ac-sarne.fr, b@ac-sarne.fr', 0",
    "secretariat, 0",
    "'Le secretariat', 0",
    ", 0"
  })
  void an_address_that_is_none_is_left_out(String written, int kept) {
    MailQueue.Outgoing mail =
        new MailQueue.Outgoing(
            1,
            UUID.randomUUID(),
            "nadia@exemple.fr",
            "Nadia Essai",
            Optional.ofNullable(written),
            Optional.empty(),
            false,
            null);

    List<String> replyTo = MailServer.replyTo(mail).stream().map(Object::toString).toList();

    assertThat(replyTo).isEqualTo(kept == 1 ? List.of(written) : List.of());
  }
}
