package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.campaign.CampaignPapers;
import fr.gestmat.web.security.OpenTo;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;

/** What is printed of a return campaign: the poster of the classes' times, and the report. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Path("campagnes/{id}/documents")
@RequestScoped
@Produces("application/pdf")
public class CampaignFilesResource {

  @Inject private CampaignPapers papers;

  private interface Writing {
    boolean to(java.nio.file.Path file) throws IOException;
  }

  /** When each class comes, to hang up. */
  @GET
  @Path("affiche.pdf")
  public Response poster(@PathParam("id") UUID id) throws IOException {
    return file("affiche.pdf", target -> papers.poster(id, target));
  }

  /** How it went, and what is still out. */
  @GET
  @Path("bilan.pdf")
  public Response report(@PathParam("id") UUID id) throws IOException {
    return file("bilan.pdf", target -> papers.report(id, target));
  }

  private static Response file(String name, Writing writing) throws IOException {
    java.nio.file.Path folder = Files.createTempDirectory("campaign");
    java.nio.file.Path file = folder.resolve(name);
    try {
      if (!writing.to(file)) {
        throw new NotFoundException();
      }
      return Response.ok(Files.readAllBytes(file), "application/pdf")
          .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
          .header("Cache-Control", "no-store")
          .build();
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }
}
