package fr.gestmat.filestore.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies on disk says nothing, can't be changed unseen, and outlives a change of keys. */
class FileSealTest {

  private static final byte[] CONTENT = "une photo d'élève".getBytes(StandardCharsets.UTF_8);

  private static String key(int number) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) number);
    return number + ":" + Base64.getEncoder().encodeToString(key);
  }

  private static FileSeal seal(String keys) throws IOException {
    return new FileSeal(new MasterKeys(keys));
  }

  @Test
  void the_same_content_is_never_sealed_alike_and_opens_again() throws IOException {
    FileSeal seal = seal(key(1));
    byte[] once = seal.seal(CONTENT);
    assertThat(new String(once, StandardCharsets.ISO_8859_1)).doesNotContain("photo");
    assertThat(seal.seal(CONTENT)).isNotEqualTo(once);
    assertThat(seal.open(once)).isEqualTo(CONTENT);
  }

  @Test
  void a_new_key_seals_and_the_old_one_still_opens() throws IOException {
    byte[] old = seal(key(1)).seal(CONTENT);
    FileSeal both = seal(key(1) + "," + key(2));
    assertThat(both.open(old)).isEqualTo(CONTENT);
    byte[] fresh = both.seal(CONTENT);
    assertThat(seal(key(2)).open(fresh)).isEqualTo(CONTENT);
    assertThatThrownBy(() -> seal(key(1)).open(fresh)).isInstanceOf(IOException.class);
  }

  @Test
  void one_bit_changed_anywhere_is_noticed() throws IOException {
    FileSeal seal = seal(key(1));
    byte[] sealed = seal.seal(CONTENT);
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> seal.open(changed)).as("byte " + at).isInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> seal.open(Arrays.copyOf(sealed, 20))).isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1:", "1:kurz", "x:AAAA", ":"})
  void a_setting_that_is_no_key_is_refused(String setting) {
    assertThatThrownBy(() -> seal(setting)).isInstanceOf(IOException.class);
  }
}
