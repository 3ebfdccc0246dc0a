package fr.gestmat.web.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.ext.Provider;

/** Carries a {@link Flash} message to the next page and drops it once a page has shown it. */
@Provider
@ApplicationScoped
public class FlashFilter implements ContainerResponseFilter {

  private static final int SECONDS = 60;

  @Inject private Flash flash;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (flash.left().isPresent()) {
      set(request, response, flash.left().get().encode(), SECONDS);
    } else if (response.getEntity() instanceof Page
        && request.getCookies().containsKey(Flash.COOKIE)) {
      set(request, response, "", 0);
    }
  }

  private static void set(
      ContainerRequestContext request,
      ContainerResponseContext response,
      String value,
      int maxAge) {
    NewCookie cookie =
        new NewCookie.Builder(Flash.COOKIE)
            .value(value)
            .path("/")
            .maxAge(maxAge)
            .httpOnly(true)
            .sameSite(SameSite.LAX)
            .secure(request.getSecurityContext().isSecure())
            .build();
    response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie);
  }
}
