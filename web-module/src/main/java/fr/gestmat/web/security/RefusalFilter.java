package fr.gestmat.web.security;

import fr.gestmat.identity.boundary.RefusedAccess;
import fr.gestmat.identity.boundary.RefusedAccess.Asked;
import fr.gestmat.identity.boundary.RefusedAccess.Kind;
import fr.gestmat.web.operations.Routes;
import fr.gestmat.web.view.FailureMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Sees to it that the journal knows what people who signed on asked for in vain: a place that they
 * have no right to, or a thing that is not there for them (M-H05). Addresses that lead to no
 * resource of ours are nobody's secret and are left out, and so is who did not sign on: the line of
 * the log has those.
 */
@Provider
@ApplicationScoped
public class RefusalFilter implements ContainerResponseFilter {

  private static final Logger LOG = System.getLogger(RefusalFilter.class.getName());

  /** An id has 36 characters; what is longer may be a sealed link, which no journal keeps. */
  private static final int LONGEST_PART = 40;

  private static final int LONGEST_ADDRESS = 200;

  @Context private ResourceInfo resource;
  @Inject private HttpServletRequest request;
  @Inject private RefusedAccess refused;

  @Override
  public void filter(ContainerRequestContext context, ContainerResponseContext response) {
    Method method = resource.getResourceMethod();
    if (response.getStatus() != Status.NOT_FOUND.getStatusCode()
        || method == null
        || RequestIdentity.of(request).isEmpty()) {
      return;
    }
    Kind kind = FailureMapper.wantsRight(request) ? Kind.ACCESS_REFUSED : Kind.ACCESS_NOT_FOUND;
    String place = context.getMethod() + " " + Routes.template(resource.getResourceClass(), method);
    try {
      refused.note(
          new Asked(kind, place, address(request.getRequestURI()), ClientAddress.of(request)));
    } catch (RuntimeException e) {
      // The answer is the same 404, whatever the journal can take.
      LOG.log(Level.ERROR, "a refusal at " + place + " is not in the journal", e);
    }
  }

  static String address(String path) {
    String shown =
        Arrays.stream(path.split("/", -1))
            .map(part -> part.length() > LONGEST_PART ? "…" : part)
            .collect(Collectors.joining("/"));
    return shown.length() > LONGEST_ADDRESS ? shown.substring(0, LONGEST_ADDRESS) + "…" : shown;
  }
}
