package fr.gestmat.web.counter;

import fr.gestmat.lending.boundary.desk.DeskPapers;
import fr.gestmat.lending.boundary.desk.DeskRolls;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.UUID;

/** The paper beside a desk. */
@Path("comptoir")
@RequestScoped
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER"})
public class PaperResource {

  private static final String PDF = "application/pdf";

  @Inject private DeskPapers papers;
  @Inject private DeskRolls rolls;
  @Inject private View view;

  private interface Writer {
    String write(java.nio.file.Path target) throws IOException;
  }

  /** What can be printed, with the classes of the visitor's current school. */
  @GET
  @Path("imprimer")
  @Produces(Page.HTML)
  public Page choose() {
    return view.visitor()
        .school()
        .map(
            s ->
                Page.of(
                    "counter/papers.jte",
                    rolls.classes(s.uai()).orElseThrow(NotFoundException::new)))
        .orElseGet(() -> Page.of("counter/which-school.jte"));
  }

  /** The command cards. */
  @GET
  @Path("cartes.pdf")
  @Produces(PDF)
  public Response commands() throws IOException {
    return file(
        target -> {
          papers.writeCommands(target);
          return "cartes-de-commande.pdf";
        });
  }

  /** The codes of the pupils of a class. */
  @GET
  @Path("classes/{id}/feuille.pdf")
  @Produces(PDF)
  public Response ofClass(@PathParam("id") UUID id) throws IOException {
    return file(
        target -> {
          String name = papers.writeClass(id, target).orElseThrow(NotFoundException::new);
          return "classe-" + name.replaceAll("[^A-Za-z0-9]+", "-") + ".pdf";
        });
  }

  /** The sheets of all classes, made in the background. */
  @POST
  @Path("feuilles")
  public Response ofSchool() {
    UUID task =
        view.visitor()
            .school()
            .flatMap(s -> papers.orderSchool(s.uai()))
            .orElseThrow(NotFoundException::new);
    return Response.seeOther(URI.create("/taches/" + task)).build();
  }

  private static Response file(Writer writer) throws IOException {
    java.nio.file.Path folder = Files.createTempDirectory("gestmat");
    java.nio.file.Path file = folder.resolve("feuille.pdf");
    try {
      String name = writer.write(file);
      return Response.ok(Files.readAllBytes(file), PDF)
          .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
          .header("Cache-Control", "no-store")
          .build();
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }
}
