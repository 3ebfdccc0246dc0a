package fr.gestmat.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MetricsTest {

  @Test
  void requestsScansAndTheMachineAreInTheText() throws IOException {
    Metrics metrics = new Metrics();
    metrics.request("GET", "/eleves/{id}", 200, Duration.ofMillis(15));
    metrics.request("BREW", "none", 404, Duration.ofMillis(1));
    metrics.scan("OK");

    ByteArrayOutputStream out = new ByteArrayOutputStream();
    metrics.write(out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            "gestmat_http_request_duration_seconds_bucket{method=\"GET\",route=\"/eleves/{id}\",status=\"2xx\",le=\"0.02\"} 1")
        .contains("method=\"other\"")
        .contains("gestmat_scans_total{outcome=\"OK\"} 1.0")
        .contains("jvm_heap_used_bytes ");
  }
}
