package fr.gestmat.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedStreamTest {

  @Test
  void a_body_of_just_the_bound_is_whole() throws IOException {
    assertThat(bounded(10, 10).readAllBytes()).hasSize(10);
    InputStream slowly = bounded(2, 2);
    assertThat(slowly.read()).isZero();
    assertThat(slowly.read()).isZero();
    assertThat(slowly.read()).isEqualTo(-1);
  }

  @Test
  void one_byte_more_breaks_off() throws IOException {
    InputStream slowly = bounded(2, 1);
    assertThat(slowly.read()).isZero();
    assertThatIllegalStateException().isThrownBy(slowly::read);
    assertThatIllegalStateException().isThrownBy(() -> bounded(11, 10).readAllBytes());
  }

  private static InputStream bounded(int bytes, int most) {
    return new BoundedStream(
        new ByteArrayInputStream(new byte[bytes]), most, IllegalStateException::new);
  }
}
