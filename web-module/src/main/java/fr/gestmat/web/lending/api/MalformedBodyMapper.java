package fr.gestmat.web.lending.api;

import fr.gestmat.web.view.Problem;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a malformed body with a problem that names the field (L028). */
@Provider
@ApplicationScoped
public class MalformedBodyMapper implements ExceptionMapper<MalformedBodyException> {

  @Inject private View view;

  @Override
  public Response toResponse(MalformedBodyException failure) {
    return Problem.response(
        400,
        view.text("scan.problem.malformed"),
        view.text("scan.problem." + failure.fault(), failure.field()),
        view.requestId());
  }
}
