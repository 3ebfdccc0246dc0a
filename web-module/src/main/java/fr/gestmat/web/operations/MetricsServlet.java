package fr.gestmat.web.operations;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** {@code /metrics} in the text format of Prometheus, for {@link MetricsReader}s alone. */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Metrics metrics;

  private final transient MetricsReader reader =
      new MetricsReader(Optional.ofNullable(System.getenv("GESTMAT_METRICS_PASSWORD")));

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean allowed =
        reader.mayRead(
            request.getRemoteAddr(),
            request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null,
            Optional.ofNullable(request.getHeader("Authorization")));
    if (!allowed) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("text/plain; version=0.0.4; charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    metrics.write(response.getOutputStream());
  }
}
