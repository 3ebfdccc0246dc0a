package fr.gestmat.web.mealaid.review;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.family.FamilyFiles;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A family's own application once it was submitted: decision, letter, messages, appeal. */
@Path("aide/dossiers/{id}")
@RequestScoped
@OpenTo(Role.SIGNED_ON)
@Produces(Page.HTML)
public class FamilyFileResource {

  @Inject private FamilyFiles files;
  @Inject private View view;
  @Inject private Flash flash;
  @Inject private Said said;

  /**
   * The page.
   *
   * @param file what the family sees
   * @param typed what was typed and not kept
   * @param errors why
   * @param form made for the forms of this page
   */
  public record FilePage(FamilyFiles.View file, String typed, List<FieldError> errors, UUID form) {

    /** Its address. */
    public String self() {
      return "/aide/dossiers/" + file.application().publicId();
    }

    /** What was typed into a field and not kept. */
    public String typed(String field) {
      return error(field).isPresent() ? typed : "";
    }

    /** Why a field was not kept. */
    public Optional<String> error(String field) {
      return errors.stream()
          .filter(e -> e.field().equals(field))
          .map(FieldError::message)
          .findFirst();
    }
  }

  /** The application. */
  @GET
  public Page show(@PathParam("id") UUID id) {
    return Page.of("mealaid/review/family.jte", page(id, "", List.of()));
  }

  /** Says that the decision is read, and shows it. */
  @POST
  @Path("lu")
  public Response read(@PathParam("id") UUID id) {
    if (!files.read(id)) {
      throw new NotFoundException();
    }
    return to(id);
  }

  /** The letter. */
  @GET
  @Path("courrier")
  @Produces("application/pdf")
  public Response letter(@PathParam("id") UUID id) throws IOException {
    return Pdf.of(files.letter(id).orElseThrow(NotFoundException::new), "courrier");
  }

  /** Writes to the officers. */
  @POST
  @Path("message")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response write(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Sent sent = new Sent(values);
    return answer(
        id,
        sent.text("message"),
        files.write(id, sent.text("message"), sent.form(), sent.yes("corrected")),
        "aidfile.done.written");
  }

  /** Contests the decision. */
  @POST
  @Path("recours")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response appeal(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Sent sent = new Sent(values);
    return answer(
        id, sent.text("body"), files.appeal(id, sent.text("body")), "aidfile.done.appealed");
  }

  private Response answer(
      UUID id, String typed, Optional<? extends Answer<?>> answer, String done) {
    if (answer.isEmpty()) {
      throw new NotFoundException();
    }
    List<FieldError> errors = said.errors(answer.get());
    if (errors.isEmpty()) {
      flash.done(view.text(done));
      return to(id);
    }
    return Page.of("mealaid/review/family.jte", page(id, typed, errors)).status(422);
  }

  private FilePage page(UUID id, String typed, List<FieldError> errors) {
    return new FilePage(
        files.find(id).orElseThrow(NotFoundException::new), typed, errors, UUID.randomUUID());
  }

  private static Response to(UUID id) {
    return Response.seeOther(URI.create("/aide/dossiers/" + id)).build();
  }
}
