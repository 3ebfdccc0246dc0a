package fr.gestmat.web.operations;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** The figures of this server since it started, for Prometheus. No label ever names a person. */
@ApplicationScoped
public class Metrics {

  /** Seconds; the issue asks a scan to take 20 ms at the 95th centile and 50 at the 99th. */
  private static final double[] BOUNDS = {
    0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();

  private final Histogram requests =
      Histogram.builder()
          .name("gestmat_http_request_duration_seconds")
          .help("Time to answer requests, by route and kind of status")
          .labelNames("method", "route", "status")
          .classicOnly()
          .classicUpperBounds(BOUNDS)
          .register(registry);

  private final Counter scans =
      Counter.builder()
          .name("gestmat_scans_total")
          .help("Scans answered, undone ones included, by outcome")
          .labelNames("outcome")
          .register(registry);

  /** Registers what the virtual machine says of itself. */
  public Metrics() {
    gauge(
        "jvm_heap_used_bytes",
        "Heap in use",
        () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    gauge(
        "jvm_heap_max_bytes",
        "Largest heap",
        () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax());
    gauge(
        "jvm_threads", "Live threads", () -> ManagementFactory.getThreadMXBean().getThreadCount());
    gauge(
        "jvm_gc_seconds",
        "Time spent collecting garbage",
        () ->
            ManagementFactory.getGarbageCollectorMXBeans().stream()
                    .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                    .sum()
                / 1000.0);
  }

  /** Counts an answered request; {@code route} is one of few. */
  public void request(String method, String route, int status, Duration took) {
    requests.labelValues(known(method), route, status / 100 + "xx").observe(took.toNanos() / 1e9);
  }

  /** Counts an answered scan; {@code outcome} is one of few. */
  public void scan(String outcome) {
    scans.labelValues(outcome).inc();
  }

  /** Writes everything in the text format 0.0.4. */
  void write(OutputStream out) throws IOException {
    PrometheusTextFormatWriter.create().write(out, registry.scrape());
  }

  /** A client may invent methods: they are counted as one. */
  private static String known(String method) {
    return switch (method) {
      case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
      default -> "other";
    };
  }

  private interface Reading {
    double value();
  }

  private void gauge(String name, String help, Reading reading) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(measure -> measure.call(reading.value()))
        .register(registry);
  }
}
