package fr.gestmat.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsReaderTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, false, true",
    "::1, false, true",
    "127.0.0.1, true, false",
    "192.0.2.7, false, false"
  })
  void onlyThisMachineReadsWithoutAPassword(String address, boolean forwarded, boolean allowed) {
    MetricsReader reader = new MetricsReader(Optional.empty());

    assertThat(reader.mayRead(address, forwarded, basic("x", ""))).isEqualTo(allowed);
  }

  @Test
  void thePasswordOpensFromElsewhere() {
    MetricsReader reader = new MetricsReader(Optional.of("s3cret:é"));

    assertThat(reader.mayRead("192.0.2.7", true, basic("prometheus", "s3cret:é"))).isTrue();
    assertThat(reader.mayRead("192.0.2.7", true, basic("prometheus", "other"))).isFalse();
    assertThat(reader.mayRead("192.0.2.7", true, Optional.of("Basic §"))).isFalse();
    assertThat(reader.mayRead("192.0.2.7", true, Optional.empty())).isFalse();
  }

  private static Optional<String> basic(String user, String password) {
    return Optional.of(
        "Basic "
            + Base64.getEncoder()
                .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8)));
  }
}
