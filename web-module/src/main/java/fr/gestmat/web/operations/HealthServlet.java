package fr.gestmat.web.operations;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Says to a load balancer whether this server lives ({@code /health/live}) and whether it may be
 * sent people ({@code /health/ready}: the database answers and knows every migration that this
 * version was built with). The answer is "UP" with status 200 or "DOWN" with 503, and no detail:
 * the reason of a DOWN is in the log.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Readiness readiness;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean up = request.getServletPath().equals("/health/live") || readiness.now();
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/plain");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().print(up ? "UP\n" : "DOWN\n");
  }
}
