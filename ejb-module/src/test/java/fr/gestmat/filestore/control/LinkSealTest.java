package fr.gestmat.filestore.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A link is of one thing, for one account, for a while. */
class LinkSealTest {

  private static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");
  private static final UUID SUBJECT = UUID.randomUUID();

  private static LinkSeal seal(String keys) throws IOException {
    return new LinkSeal(new MasterKeys(keys));
  }

  private static String key(int number) {
    byte[] key = new byte[32];
    key[0] = (byte) number;
    return number + ":" + Base64.getEncoder().encodeToString(key);
  }

  @Test
  @DisplayName("M-G08 a link is signed, short-lived and nobody else's")
  void oneAccountForAWhile() throws IOException {
    LinkSeal seal = seal(key(1));
    String link = seal.make(SUBJECT, 7, NOW.plusSeconds(600));
    assertThat(link).matches("[A-Za-z0-9_-]+");
    assertThat(seal.read(link, 7, NOW.plusSeconds(599))).contains(SUBJECT);
    assertThat(seal.read(link, 7, NOW.plusSeconds(600))).isEmpty();
    assertThat(seal.read(link, 8, NOW)).isEmpty();
    for (int at = 0; at < link.length() - 1; at++) {
      String changed =
          link.substring(0, at) + (link.charAt(at) == 'A' ? 'B' : 'A') + link.substring(at + 1);
      assertThat(seal.read(changed, 7, NOW)).as("letter " + at).isEmpty();
    }
    assertThat(seal.read("", 7, NOW)).isEmpty();
    assertThat(seal.read("<script>", 7, NOW)).isEmpty();
  }

  @Test
  void everyServerReadsItAlsoWhileKeysRotate() throws IOException {
    String link = seal(key(1)).make(SUBJECT, 7, NOW.plusSeconds(600));
    assertThat(seal(key(1) + "," + key(2)).read(link, 7, NOW)).contains(SUBJECT);
    assertThat(seal(key(2)).read(link, 7, NOW)).isEmpty();
  }
}
