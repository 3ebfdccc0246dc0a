package fr.gestmat.web.identity;

import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** What those who run the service can do. */
@Path("administration")
@RequestScoped
@OpenTo({"ADMIN", "AUDITOR"})
@Produces(Page.HTML)
public class AdministrationResource {

  /** The places that administration is made of. */
  @GET
  public Page show() {
    return Page.of("identity/administration.jte");
  }
}
