package fr.gestmat.web.view;

import fr.gestmat.web.view.StaticCatalogue.StaticFile;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Sends static files: those of today's address for a year, any other only for this visit. They are
 * the same for everybody and need no sign-on.
 */
@WebServlet(name = "static", urlPatterns = "/static/*")
public class StaticFiles extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient StaticCatalogue catalogue;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
    Optional<StaticFile> found = catalogue.find(path);
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    StaticFile file = found.get();
    response.setContentType(file.type());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        "Cache-Control",
        catalogue.current(path) ? "public, max-age=31536000, immutable" : "no-cache");
    byte[] body = file.bytes();
    if (file.zipped().isPresent()) {
      response.setHeader("Vary", "Accept-Encoding");
      String accepted = request.getHeader("Accept-Encoding");
      if (accepted != null && accepted.contains("gzip")) {
        response.setHeader("Content-Encoding", "gzip");
        body = file.zipped().get();
      }
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
