package fr.gestmat.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  private static final String PROXY = "10.0.0.7";

  @Test
  @DisplayName("M-M13 without X-Forwarded-For the other end of the connection counts")
  void without_a_proxy() {
    assertThat(ClientAddress.of(List.of(), "192.0.2.9")).isEqualTo("192.0.2.9");
  }

  @ParameterizedTest
  @DisplayName("M-M13 the last entry is the proxy's; the others anybody can write")
  @CsvSource(
      delimiter = ';',
      value = {
        "192.0.2.9; 192.0.2.9",
        "1.1.1.1, 192.0.2.9; 192.0.2.9",
        "1.1.1.1,192.0.2.9:4711; 192.0.2.9",
        "2001:db8::1; 2001:db8::1",
        "[2001:db8::1]:4711; 2001:db8::1",
        "unknown; 10.0.0.7",
        "dead.beef; 10.0.0.7",
        "192.0.2.999; 10.0.0.7",
        "''; 10.0.0.7",
      })
  void behind_a_proxy(String header, String expected) {
    assertThat(ClientAddress.of(List.of(header), PROXY)).isEqualTo(expected);
    assertThat(ClientAddress.of(List.of("1.2.3.4", header), PROXY)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.9, 192.0.2.9",
    "2001:db8:0:1::1, 20010db800000001",
    "2001:db8:0:1:ffff::2, 20010db800000001",
    "::ffff:192.0.2.9, ::ffff:192.0.2.9",
  })
  void a_network_of_ipv6_counts_as_one(String address, String expected) {
    assertThat(ClientAddress.group(address)).isEqualTo(expected);
  }
}
