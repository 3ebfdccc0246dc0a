package fr.gestmat.filestore.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.filestore.entity.SealedKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
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

  private static byte[] large() {
    byte[] large = new byte[3 * SealedStream.PIECE + 17];
    new java.util.Random(1).nextBytes(large);
    return large;
  }

  private record Kept(SealedKey key, byte[] bytes) {}

  private static Kept keep(FileSeal seal, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SealedKey key = seal.seal(new ByteArrayInputStream(content), bytes);
    return new Kept(key, bytes.toByteArray());
  }

  private static byte[] open(FileSeal seal, SealedKey key, byte[] bytes) throws IOException {
    try (InputStream in = seal.open(key, new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  @Test
  void a_stream_of_any_length_opens_again() throws IOException {
    FileSeal seal = seal(key(1));
    for (int length : new int[] {0, 1, SealedStream.PIECE - 1, SealedStream.PIECE, 200_000}) {
      byte[] content = Arrays.copyOf(large(), length);
      Kept kept = keep(seal, content);
      assertThat(open(seal, kept.key(), kept.bytes())).as("%s bytes", length).isEqualTo(content);
    }
    assertThat(keep(seal, CONTENT).bytes()).isNotEqualTo(keep(seal, CONTENT).bytes());
  }

  @Test
  void a_stream_that_was_changed_moved_or_cut_off_is_noticed() throws IOException {
    FileSeal seal = seal(key(1));
    Kept kept = keep(seal, large());
    int piece = SealedStream.PIECE + 16;
    int head = 4 + SealedStream.PREFIX;
    for (int at : new int[] {0, 5, head, head + piece, kept.bytes().length - 1}) {
      byte[] changed = kept.bytes().clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> open(seal, kept.key(), changed))
          .as("byte " + at)
          .isInstanceOf(ChangedFileException.class);
    }
    for (int length : new int[] {0, 7, head, head + 2 * piece}) {
      byte[] cut = Arrays.copyOf(kept.bytes(), length);
      assertThatThrownBy(() -> open(seal, kept.key(), cut))
          .as("%s bytes", length)
          .isInstanceOf(ChangedFileException.class);
    }
    byte[] swapped = kept.bytes().clone();
    System.arraycopy(kept.bytes(), head, swapped, head + piece, piece);
    System.arraycopy(kept.bytes(), head + piece, swapped, head, piece);
    assertThatThrownBy(() -> open(seal, kept.key(), swapped))
        .isInstanceOf(ChangedFileException.class);
    SealedKey other = keep(seal, large()).key();
    assertThatThrownBy(() -> open(seal, other, kept.bytes()))
        .isInstanceOf(ChangedFileException.class);
  }

  @Test
  void a_store_that_breaks_off_or_a_key_that_is_gone_changes_no_file() throws IOException {
    FileSeal seal = seal(key(1));
    Kept kept = keep(seal, large());
    for (int sent : new int[] {0, 7, 20, 2 * SealedStream.PIECE}) {
      InputStream part = new ByteArrayInputStream(kept.bytes(), 0, sent);
      InputStream breaking = new SequenceInputStream(part, new Broken());
      assertThatThrownBy(
              () -> {
                try (InputStream in = seal.open(kept.key(), breaking)) {
                  in.readAllBytes();
                }
              })
          .as("after %s bytes", sent)
          .isExactlyInstanceOf(IOException.class);
    }
    assertThatThrownBy(() -> open(seal(key(2)), kept.key(), kept.bytes()))
        .isExactlyInstanceOf(IOException.class);
  }

  /** A connection that was reset. */
  private static final class Broken extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("reset");
    }
  }

  @Test
  void after_a_rotation_the_old_master_key_is_not_needed_any_more() throws IOException {
    Kept old = keep(seal(key(1)), CONTENT);
    SealedKey renewed = seal(key(1) + "," + key(2)).rewrap(old.key());
    assertThat(renewed.master()).isEqualTo(2);
    assertThat(open(seal(key(2)), renewed, old.bytes())).isEqualTo(CONTENT);
    assertThatThrownBy(() -> open(seal(key(2)), old.key(), old.bytes()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("master key 1");
  }

  @Test
  void rows_and_bytes_restored_from_before_a_rotation_open_with_both_keys() throws IOException {
    Kept backup = keep(seal(key(1)), large());
    FileSeal today = seal(key(1) + "," + key(2) + "," + key(3));
    assertThat(open(today, backup.key(), backup.bytes())).isEqualTo(large());
    assertThat(open(seal(key(3)), today.rewrap(backup.key()), backup.bytes())).isEqualTo(large());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1:", "1:kurz", "x:AAAA", ":"})
  void a_setting_that_is_no_key_is_refused(String setting) {
    assertThatThrownBy(() -> seal(setting)).isInstanceOf(IOException.class);
  }
}
