package fr.gestmat.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the demonstration tells the application of its surroundings. */
class DemonstrationTest {

  @Test
  void the_address_that_is_printed_is_the_one_in_mails() {
    assumeTrue(System.getenv("GESTMAT_PUBLIC_URL") == null, "another address was set");

    assertThat(
            Demonstration.knowing(
                URI.create("http://localhost:8080"), Map.of("GESTMAT_MAIL_PORT", "8025")))
        .containsOnly(
            Map.entry("GESTMAT_PUBLIC_URL", "http://localhost:8080"),
            Map.entry("GESTMAT_MAIL_PORT", "8025"));
  }
}
