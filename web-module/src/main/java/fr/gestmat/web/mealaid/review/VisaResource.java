package fr.gestmat.web.mealaid.review;

import fr.gestmat.access.Answer;
import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.mealaid.boundary.visa.Visas;
import fr.gestmat.mealaid.control.visa.VisaRule;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The visas of a school, class by class. */
@Path("visas")
@RequestScoped
@OpenTo({"BURSAR", "AID_OFFICER", "AID_MANAGER"})
@Produces(Page.HTML)
public class VisaResource {

  private static final String HERE = "/visas";

  @Inject private Visas visas;
  @Inject private View view;
  @Inject private Flash flash;
  @Inject private Said said;

  /**
   * A class.
   *
   * @param uai code of its school
   * @param name the class; empty for children of whom none is known
   * @param roll its applications
   */
  public record ClassPage(String uai, String name, Visas.Roll roll) {

    /** How many have no visa yet. */
    public long open() {
      return roll.lines().stream().filter(line -> line.visa().isEmpty()).count();
    }
  }

  /** The classes. */
  @GET
  public Page overview(@QueryParam("campagne") @Nullable UUID campaign) {
    return Page.of("mealaid/review/visas.jte", visas.overview(Optional.ofNullable(campaign)));
  }

  /** A class. */
  @GET
  @Path("classe")
  public Page roll(
      @QueryParam("campagne") @Nullable UUID campaign,
      @QueryParam("etablissement") @DefaultValue("") String uai,
      @QueryParam("classe") @DefaultValue("") String name) {
    Visas.Roll roll =
        visas
            .roll(Optional.ofNullable(campaign), uai, name)
            .filter(found -> !found.lines().isEmpty())
            .orElseThrow(NotFoundException::new);
    return Page.of("mealaid/review/visa-class.jte", new ClassPage(uai, name, roll));
  }

  /** Gives the visas of a class: each line that was ticked, as its fields say. */
  @POST
  @Path("classe")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response give(MultivaluedMap<String, String> values) {
    Sent sent = new Sent(values);
    int given = 0;
    List<String> refused = new ArrayList<>();
    for (UUID id : sent.ids("dossier")) {
      Answer<?> answer =
          visas
              .give(id, sent.number("version-" + id), read(sent, id))
              .orElseThrow(NotFoundException::new);
      if (answer instanceof Answer.Done<?>) {
        given++;
      } else {
        said.errors(answer)
            .forEach(e -> refused.add(sent.text("enfant-" + id) + " : " + e.message()));
      }
    }
    if (!refused.isEmpty()) {
      flash.warn(view.text("visa.done.some", given, String.join(" ", refused)));
    } else if (given == 0) {
      flash.refuse(view.text("review.refused.nothingChosen"));
    } else {
      flash.done(view.text("visa.done", given));
    }
    return back(sent);
  }

  private static VisaRule.Said read(Sent sent, UUID id) {
    String boarding = sent.text("boarding-" + id);
    if (boarding.equals("UNKNOWN")) {
      return VisaRule.Said.unknown();
    }
    return new VisaRule.Said(
        true,
        sent.one("boarding-" + id, BoardingStatus.class),
        sent.maybeNumber("meals-" + id),
        sent.text("class-" + id));
  }

  /** Takes a visa back. */
  @POST
  @Path("{id}/annuler")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Sent sent = new Sent(values);
    Answer<?> answer =
        visas.undo(id, sent.number("version-" + id)).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<?>) {
      flash.done(view.text("visa.undone"));
    } else {
      said.errors(answer).forEach(e -> flash.refuse(e.message()));
    }
    return back(sent);
  }

  private static Response back(Sent sent) {
    return Response.seeOther(
            URI.create(
                HERE
                    + "/classe?campagne="
                    + sent.id("campagne").map(UUID::toString).orElse("")
                    + "&etablissement="
                    + encoded(sent.text("etablissement"))
                    + "&classe="
                    + encoded(sent.text("classe"))))
        .build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
