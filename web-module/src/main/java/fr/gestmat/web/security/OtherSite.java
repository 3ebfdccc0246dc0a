package fr.gestmat.web.security;

import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Problem;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;

/** Tells what another site made a browser send, and how that is refused. */
@ApplicationScoped
public class OtherSite {

  @Inject private HttpServletRequest request;
  @Inject private PublicAddress address;
  @Inject private View view;

  /** Whether the browser names another site as the origin of this request. */
  boolean sent() {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    String origin = request.getHeader("Origin");
    return origin != null && !address.names(request, origin);
  }

  /** Says that the request is not taken, and shows nothing of it. */
  Response refusal() {
    return Calls.fromScript(request)
        ? Problem.response(
            403,
            view.text("identity.problem.token"),
            view.text("identity.problem.token.text"),
            view.requestId())
        : Page.of("identity/refused.jte").status(403);
  }
}
