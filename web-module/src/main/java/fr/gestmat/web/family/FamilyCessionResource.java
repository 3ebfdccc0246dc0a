package fr.gestmat.web.family;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.cession.FamilyCession;
import fr.gestmat.web.lending.CessionResource;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** The end of schooling, to the family: keep the device or bring it back, and the certificate. */
@Path("famille/fin-de-scolarite/{loan}")
@RequestScoped
@OpenTo({"PUPIL", "GUARDIAN"})
@Produces(Page.HTML)
public class FamilyCessionResource {

  @Inject private FamilyCession cession;
  @Inject private View view;
  @Inject private Flash flash;

  /** What is offered, or what became of it. */
  @GET
  public Page show(@PathParam("loan") UUID loan) {
    return Page.of("family/cession.jte", cession.find(loan).orElseThrow(NotFoundException::new));
  }

  /** Chooses, or chooses otherwise. */
  @POST
  public Response choose(
      @PathParam("loan") UUID loan, @FormParam("choix") @DefaultValue("") String choice) {
    boolean accepted = choice.equals("garder");
    if (accepted || choice.equals("rendre")) {
      Answer<String> answer = cession.choose(loan, accepted).orElseThrow(NotFoundException::new);
      if (answer instanceof Answer.Refused<String> refused) {
        List<String> reasons =
            refused.reasons().stream()
                .map(r -> CessionResource.sentence(view, "cession.own.refused.", r))
                .toList();
        flash.refuse(String.join(" ", reasons));
      } else {
        flash.done(view.text(accepted ? "cession.own.kept" : "cession.own.left"));
      }
    }
    return Response.seeOther(URI.create("/famille/fin-de-scolarite/" + loan)).build();
  }

  /** The certificate. */
  @GET
  @Path("certificat")
  @Produces("application/pdf")
  public Response certificate(@PathParam("loan") UUID loan) throws IOException {
    FamilyCession.Certificate certificate =
        cession.certificate(loan).orElseThrow(NotFoundException::new);
    return Response.ok(certificate.pdf(), "application/pdf")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + certificate.name() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
