package fr.gestmat.mealaid.control.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.filestore.control.Digests;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A file is lost only if what lies in the store is not what was kept. */
class DocumentChecksTest {

  private static final byte[] CONTENT = "une facture".getBytes(StandardCharsets.UTF_8);

  private static byte[] digest(byte[] content) {
    MessageDigest digest = Digests.begin();
    digest.update(content);
    return digest.digest();
  }

  private static InputStream content() {
    return new ByteArrayInputStream(CONTENT);
  }

  @Test
  @DisplayName("M-G06 what is gone or another one is not what was kept")
  void another_one() throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    assertThat(DocumentChecks.copy(() -> Optional.of(content()), digest(CONTENT), plain)).isTrue();
    assertThat(plain.toByteArray()).isEqualTo(CONTENT);
    assertThat(
            DocumentChecks.copy(
                () -> Optional.of(content()), digest(new byte[1]), new ByteArrayOutputStream()))
        .isFalse();
    assertThat(DocumentChecks.copy(Optional::empty, digest(CONTENT), new ByteArrayOutputStream()))
        .isFalse();
  }

  @Test
  @DisplayName("M-G06 a store that breaks off, or a full disk here, is not held against the file")
  void not_the_file() {
    InputStream reset =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Connection reset");
          }
        };
    assertThatThrownBy(
            () ->
                DocumentChecks.copy(
                    () -> Optional.of(new SequenceInputStream(content(), reset)),
                    digest(CONTENT),
                    new ByteArrayOutputStream()))
        .isInstanceOf(IOException.class);
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThatThrownBy(
            () -> DocumentChecks.copy(() -> Optional.of(content()), digest(CONTENT), full))
        .isInstanceOf(IOException.class);
  }
}
