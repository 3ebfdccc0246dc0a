package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.boundary.retention.Retention;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Keeps an application that ends a month longer. */
@Path("dossiers/{id}/conservation")
@RequestScoped
@OpenTo({"AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
public class KeepLongerResource {

  @Inject private Retention retention;
  @Inject private ApplicationPages pages;

  /** Does it. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response extend(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    return pages.answer(
        id,
        new Sent(values),
        retention.extend(id).orElseThrow(NotFoundException::new),
        "retention.extended");
  }
}
