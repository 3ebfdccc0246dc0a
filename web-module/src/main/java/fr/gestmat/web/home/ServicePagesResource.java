package fr.gestmat.web.home;

import fr.gestmat.web.view.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** The pages that the footer leads to; anybody may read them. */
@Path("/")
@RequestScoped
@PermitAll
@Produces(Page.HTML)
public class ServicePagesResource {

  /** How to use the service, and whom to ask. */
  @GET
  @Path("aide-en-ligne")
  public Page help() {
    return Page.of("home/help.jte");
  }

  /** How far everybody can use the service. */
  @GET
  @Path("accessibilite")
  public Page accessibility() {
    return Page.of("home/accessibility.jte");
  }

  /** What is known about people, why, and for how long. */
  @GET
  @Path("donnees-personnelles")
  public Page personalData() {
    return Page.of("home/personal-data.jte");
  }
}
