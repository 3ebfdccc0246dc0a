package fr.gestmat.web.view;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Set;

/** Switches the language of the pages for this browser. */
@Path("langue")
@RequestScoped
@PermitAll
public class LanguageResource {

  private static final int YEAR = 365 * 24 * 3600;

  /**
   * Keeps the language in a cookie and goes back to the page.
   *
   * @param code {@code fr} or {@code en}
   * @param back the path of the page; anything but a path of this site leads home
   */
  @GET
  @Path("{code}")
  public Response choose(
      @PathParam("code") String code,
      @QueryParam("retour") @DefaultValue("/") String back,
      @Context SecurityContext security) {
    if (!Set.of("fr", "en").contains(code)) {
      throw new NotFoundException();
    }
    NewCookie cookie =
        new NewCookie.Builder(View.LANGUAGE_COOKIE)
            .value(code)
            .path("/")
            .maxAge(YEAR)
            .httpOnly(true)
            .sameSite(SameSite.LAX)
            .secure(security.isSecure())
            .build();
    return Response.seeOther(LocalPath.orHome(back)).cookie(cookie).build();
  }
}
