package fr.gestmat.web.operations;

import fr.gestmat.journal.control.RequestId;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Gives every request a number, the caller's own (X-Request-Id) if it is fit for a log, sends it
 * back, and afterwards writes one line of log and counts the request. Line and figures name routes,
 * never addresses: an address may hold a person's id or name.
 */
@WebFilter(urlPatterns = "/*", dispatcherTypes = DispatcherType.REQUEST)
public class RequestFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = Logger.getLogger(RequestFilter.class.getName());
  private static final String HEADER = "X-Request-Id";

  /** What a proxy's number may look like; anything else could forge lines or flood them. */
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  @Inject private transient Metrics metrics;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String given = request.getHeader(HEADER);
    String id = given != null && isSane(given) ? given : UUID.randomUUID().toString();
    response.setHeader(HEADER, id);
    RequestId.begin(id);
    long start = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      record(request, response.getStatus(), took);
      RequestId.end();
    }
  }

  static boolean isSane(String given) {
    return SANE.matcher(given).matches();
  }

  private void record(HttpServletRequest request, int status, Duration took) {
    String route = Routes.of(request);
    metrics.request(request.getMethod(), route, status, took);
    LogRecord line = new LogRecord(Level.INFO, "request");
    line.setLoggerName(LOG.getName());
    line.setParameters(
        new Object[] {
          Map.of(
              "method", request.getMethod(),
              "route", route,
              "status", Integer.toString(status),
              "millis", Long.toString(took.toMillis()))
        });
    LOG.log(line);
  }
}
