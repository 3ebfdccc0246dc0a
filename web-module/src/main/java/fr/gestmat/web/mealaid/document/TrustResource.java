package fr.gestmat.web.mealaid.document;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.document.TrustAdministration;
import fr.gestmat.mealaid.control.document.NoticeTrust;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Progress;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Where an administrator brings in who may sign tax notices. */
@OpenTo("ADMIN")
@Path("administration/certificats")
@RequestScoped
@Produces(Page.HTML)
public class TrustResource {

  private static final int LONGEST_FINGERPRINT = 200;

  @Inject private TrustAdministration trust;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param lines what is there
   * @param progress how far the notices are judged by it, while they are
   * @param judged what that changed, once they are; empty if there is no notice, or no import yet
   * @param fingerprint field of the list's signer
   * @param errors what was not taken
   */
  public record TrustPage(
      List<TrustAdministration.Line> lines,
      Optional<Progress> progress,
      Optional<String> judged,
      Field fingerprint,
      List<FieldError> errors) {}

  /** The page. */
  @GET
  public Page show() {
    return page("", List.of());
  }

  /** Takes the State's list. */
  @POST
  @Path("liste")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response takeList(List<EntityPart> parts) throws IOException {
    String fingerprint = "";
    for (EntityPart part : parts) {
      if (part.getName().equals("fingerprint")) {
        try (InputStream typed = part.getContent()) {
          fingerprint = new String(typed.readNBytes(LONGEST_FINGERPRINT), StandardCharsets.UTF_8);
        }
      }
    }
    try (InputStream content = file(parts, "list")) {
      return answer(trust.takeList(content, fingerprint), fingerprint, "aidtrust.list.taken");
    }
  }

  /** Takes a participant's certificate. */
  @POST
  @Path("certificat")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response takeCertificate(List<EntityPart> parts) throws IOException {
    try (InputStream content = file(parts, "certificate")) {
      return answer(trust.takeCertificate(content), "", "aidtrust.certificate.taken");
    }
  }

  private static InputStream file(List<EntityPart> parts, String name) throws IOException {
    Optional<EntityPart> part =
        parts.stream().filter(one -> one.getName().equals(name)).findFirst();
    return part.isPresent() ? part.get().getContent() : InputStream.nullInputStream();
  }

  private Response answer(Answer<?> answer, String fingerprint, String done) {
    if (answer instanceof Answer.Refused<?> refused) {
      List<FieldError> errors =
          refused.reasons().stream()
              .map(
                  r ->
                      new FieldError(
                          r.field(),
                          view.text("aiddocument.refused." + r.code(), r.data().toArray())))
              .toList();
      return page(fingerprint, errors).status(422);
    }
    flash.done(view.text(done, ((Answer.Done<?>) answer).value()));
    return Response.seeOther(URI.create("/administration/certificats")).build();
  }

  private Page page(String fingerprint, List<FieldError> errors) {
    NoticeTrust.Standing standing = trust.standing();
    boolean running = standing.waiting() > 0;
    boolean over = !running && standing.version() > 0 && standing.total() > 0;
    return Page.of(
        "mealaid/document/trust.jte",
        new TrustPage(
            trust.list(),
            running
                ? Optional.of(
                    new Progress(
                        view.text("aidtrust.judging"),
                        standing.total() - standing.waiting(),
                        standing.total()))
                : Optional.empty(),
            over
                ? Optional.of(
                    view.text("aidtrust.judged", standing.verified(), standing.unverified()))
                : Optional.empty(),
            Field.text("fingerprint", view.text("aidtrust.fingerprint"))
                .hint(view.text("aidtrust.fingerprint.hint"))
                .value(fingerprint),
            errors));
  }
}
