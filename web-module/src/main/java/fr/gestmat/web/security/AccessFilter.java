package fr.gestmat.web.security;

import fr.gestmat.web.view.FailureMapper;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Problem;
import fr.gestmat.web.view.View;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Refuses every request but those whose resource says that they may pass. Without a right, what is
 * there answers like what is not, or, to who has none at all, with whom to ask for one; without a
 * sign-on, a page leads to it and comes back afterwards, the API answers 401, and a form that was
 * sent too late is kept to be sent again.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class AccessFilter implements ContainerRequestFilter {

  @Context private ResourceInfo resource;
  @Inject private HttpServletRequest request;
  @Inject private OtherSite otherSite;
  @Inject private View view;

  private final Map<Entry<Class<?>, Method>, AccessRule> rules = new ConcurrentHashMap<>();

  @Override
  public void filter(ContainerRequestContext context) throws IOException {
    Class<?> type = resource.getResourceClass();
    Method method = resource.getResourceMethod();
    AccessRule rule =
        rules.computeIfAbsent(Map.entry(type, method), known -> AccessRule.of(type, method));
    if (rule.everybody()) {
      return;
    }
    Optional<RequestIdentity> known = RequestIdentity.of(request);
    if (known.isPresent()) {
      if (!rule.allows(known.get().roles(), known.get().signedOn().services())) {
        refuse(context, known.get());
      }
      return;
    }
    context.abortWith(toSignOn(context));
  }

  /** Who has no role anywhere reads whom to ask for one. */
  private void refuse(ContainerRequestContext context, RequestIdentity who) {
    if (!who.signedOn().caller().roles().isEmpty() || Calls.fromScript(request)) {
      throw new ForbiddenException();
    }
    FailureMapper.wantRight(request);
    context.abortWith(Page.of("identity/no-right.jte").status(404));
  }

  /**
   * A browser sends no session of ours along with the form of another site: it must not be shown
   * here as something that the visitor wrote.
   */
  private Response toSignOn(ContainerRequestContext context) throws IOException {
    boolean reads = context.getMethod().equals("GET") || context.getMethod().equals("HEAD");
    if (!reads && otherSite.sent()) {
      return otherSite.refusal();
    }
    if (Calls.fromScript(request)) {
      return Problem.response(
          401,
          view.text("identity.problem.signOn"),
          view.text("identity.problem.signOn.text"),
          view.requestId());
    }
    if (reads) {
      URI wanted = context.getUriInfo().getRequestUri();
      String query = wanted.getRawQuery();
      String path = wanted.getRawPath() + (query == null ? "" : "?" + query);
      return Response.seeOther(
              UriBuilder.fromPath("/connexion").queryParam("suite", "{path}").build(path))
          .header("Cache-Control", "no-store")
          .build();
    }
    return Page.of(
            "identity/resend.jte", new ResendPage(true, view.path(), PostedForm.fields(context)))
        .status(401);
  }
}
