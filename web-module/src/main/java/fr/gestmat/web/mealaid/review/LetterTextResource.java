package fr.gestmat.web.mealaid.review;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.letter.LetterEditing;
import fr.gestmat.mealaid.control.letter.LetterField;
import fr.gestmat.mealaid.control.letter.LetterKind;
import fr.gestmat.mealaid.control.letter.LetterText;
import fr.gestmat.mealaid.control.letter.LetterTexts.Version;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The texts of letters, for who runs campaigns. */
@Path("dossiers/courriers")
@RequestScoped
@OpenTo("AID_MANAGER")
@Produces(Page.HTML)
public class LetterTextResource {

  private static final String HERE = "/dossiers/courriers";

  @Inject private LetterEditing editing;
  @Inject private View view;
  @Inject private Flash flash;
  @Inject private Said said;

  /**
   * A version before who writes it.
   *
   * @param campaign public id of its campaign
   * @param version as it is kept
   * @param text as it was typed
   * @param errors what is wrong with it
   * @param fields what it may leave open
   */
  public record TextPage(
      UUID campaign,
      Version version,
      LetterText text,
      List<FieldError> errors,
      List<String> fields) {

    /** Why a field was not kept. */
    public Optional<String> error(String field) {
      return errors.stream()
          .filter(e -> e.field().equals(field))
          .map(FieldError::message)
          .findFirst();
    }
  }

  /** The texts of a campaign. */
  @GET
  public Page overview(@QueryParam("campagne") @Nullable UUID campaign) {
    Optional<LetterEditing.Overview> found = editing.overview(Optional.ofNullable(campaign));
    if (found.isEmpty() && campaign != null) {
      throw new NotFoundException();
    }
    return Page.of("mealaid/review/letters.jte", found);
  }

  /** Begins a draft, or opens the one that is there. */
  @POST
  @Path("{campaign}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response begin(
      @PathParam("campaign") UUID campaign, MultivaluedMap<String, String> values) {
    LetterKind kind =
        new Sent(values).one("kind", LetterKind.class).orElseThrow(NotFoundException::new);
    UUID draft = editing.begin(campaign, kind).orElseThrow(NotFoundException::new);
    return to(campaign, draft);
  }

  /** A version. */
  @GET
  @Path("{campaign}/{text}")
  public Page show(@PathParam("campaign") UUID campaign, @PathParam("text") UUID text) {
    Version version = editing.find(campaign, text).orElseThrow(NotFoundException::new);
    return Page.of("mealaid/review/letter.jte", page(campaign, version, version.text(), List.of()));
  }

  /** Changes a draft. */
  @POST
  @Path("{campaign}/{text}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(
      @PathParam("campaign") UUID campaign,
      @PathParam("text") UUID text,
      MultivaluedMap<String, String> values) {
    Sent sent = new Sent(values);
    Version version = editing.find(campaign, text).orElseThrow(NotFoundException::new);
    LetterText typed =
        new LetterText(
            sent.text("title"),
            sent.text("body"),
            sent.text("signatory"),
            sent.text("footer"),
            sent.yes("withoutLogo") ? Optional.empty() : version.text().logo());
    return keep(campaign, version, sent.number("version"), typed);
  }

  /** Puts a picture into the letterhead of a draft. */
  @POST
  @Path("{campaign}/{text}/logo")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response logo(
      @PathParam("campaign") UUID campaign, @PathParam("text") UUID text, List<EntityPart> parts)
      throws IOException {
    Version version = editing.find(campaign, text).orElseThrow(NotFoundException::new);
    byte[] logo = new byte[0];
    for (EntityPart part : parts) {
      if (part.getName().equals("logo")) {
        logo = part.getContent().readNBytes(LetterText.LARGEST_LOGO + 1);
      }
    }
    LetterText now = version.text();
    return keep(
        campaign,
        version,
        version.version(),
        new LetterText(now.title(), now.body(), now.signatory(), now.footer(), Optional.of(logo)));
  }

  private Response keep(UUID campaign, Version version, int seen, LetterText typed) {
    Answer<UUID> answer =
        editing.change(campaign, version.id(), seen, typed).orElseThrow(NotFoundException::new);
    List<FieldError> errors = said.errors(answer);
    if (errors.isEmpty()) {
      flash.done(view.text("letter.saved"));
      return to(campaign, version.id());
    }
    Version fresh = editing.find(campaign, version.id()).orElseThrow(NotFoundException::new);
    return Page.of("mealaid/review/letter.jte", page(campaign, fresh, typed, errors)).status(422);
  }

  /** Publishes a draft. */
  @POST
  @Path("{campaign}/{text}/publier")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response publish(
      @PathParam("campaign") UUID campaign,
      @PathParam("text") UUID text,
      MultivaluedMap<String, String> values) {
    Answer<UUID> answer =
        editing
            .publish(campaign, text, new Sent(values).number("version"))
            .orElseThrow(NotFoundException::new);
    List<FieldError> errors = said.errors(answer);
    if (errors.isEmpty()) {
      flash.done(view.text("letter.published"));
      return Response.seeOther(URI.create(HERE + "?campagne=" + campaign)).build();
    }
    Version version = editing.find(campaign, text).orElseThrow(NotFoundException::new);
    return Page.of("mealaid/review/letter.jte", page(campaign, version, version.text(), errors))
        .status(422);
  }

  /** A version as a letter to an invented family. */
  @GET
  @Path("{campaign}/{text}/apercu")
  @Produces("application/pdf")
  public Response preview(@PathParam("campaign") UUID campaign, @PathParam("text") UUID text)
      throws IOException {
    return Pdf.of(editing.preview(campaign, text).orElseThrow(NotFoundException::new), "apercu");
  }

  private static TextPage page(
      UUID campaign, Version version, LetterText text, List<FieldError> errors) {
    return new TextPage(
        campaign,
        version,
        text,
        errors,
        Arrays.stream(LetterField.values()).map(LetterField::inText).toList());
  }

  private static Response to(UUID campaign, UUID text) {
    return Response.seeOther(URI.create(HERE + "/" + campaign + "/" + text)).build();
  }
}
