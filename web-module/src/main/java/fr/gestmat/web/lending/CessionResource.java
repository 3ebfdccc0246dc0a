package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.lending.boundary.cession.Certificates;
import fr.gestmat.lending.boundary.cession.Cessions;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.ejb.EJB;
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
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The end of schooling: classes, what each family chose, certificates. */
@Path("prets/cessions")
@RequestScoped
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Produces(Page.HTML)
public class CessionResource {

  private static final String HERE = "/prets/cessions";

  @Inject private Cessions cessions;
  @EJB private Certificates certificates;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * A class.
   *
   * @param uai code of its school
   * @param schoolClass public id of the class; empty for pupils in none
   * @param roll its pupils
   */
  public record ClassPage(String uai, String schoolClass, Cessions.Roll roll) {

    /** Whether a pupil is of age. */
    public boolean isAdult(long pupil) {
      return roll.adults().contains(pupil);
    }
  }

  /** The classes at the end of schooling. */
  @GET
  public Page overview() {
    return Page.of("lending/cessions.jte", cessions.overview());
  }

  /** One class. */
  @GET
  @Path("classe")
  public Page roll(
      @QueryParam("etablissement") @DefaultValue("") String uai,
      @QueryParam("classe") @DefaultValue("") String schoolClass) {
    Cessions.Roll roll = cessions.roll(uai, id(schoolClass));
    if (roll.pupils().isEmpty()) {
      throw new NotFoundException();
    }
    return Page.of("lending/cession-class.jte", new ClassPage(uai, schoolClass, roll));
  }

  /** Records what a family chose. */
  @POST
  @Path("{loan}/choix")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response choose(@PathParam("loan") UUID loan, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    boolean accepted = typed.text("choice").equals("accept");
    Answer<String> answer =
        cessions.choose(loan, accepted, typed.text("chooser")).orElseThrow(NotFoundException::new);
    say(answer, accepted ? "cession.accepted" : "cession.refusedNow");
    return back(typed, loan);
  }

  /** Takes a choice back. */
  @POST
  @Path("{loan}/annuler")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(@PathParam("loan") UUID loan, MultivaluedMap<String, String> values) {
    say(cessions.undo(loan).orElseThrow(NotFoundException::new), "cession.undone");
    return back(new Typed(values), loan);
  }

  /** Issues the certificate, or writes it once more. */
  @POST
  @Path("{loan}/certificat")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response certify(@PathParam("loan") UUID loan, MultivaluedMap<String, String> values)
      throws IOException {
    Answer<UUID> answer = certificates.print(loan).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      return Response.seeOther(URI.create("/fichiers/" + done.value())).build();
    }
    say(answer, "cession.undone");
    return back(new Typed(values), loan);
  }

  /** A reason in words, with its day if it has one. */
  public static String sentence(View view, String prefix, Refusal reason) {
    return view.text(
        prefix + reason.code(),
        reason.data().stream()
            .map(one -> one instanceof LocalDate day ? view.format().day(day) : one)
            .toArray());
  }

  private void say(Answer<?> answer, String done) {
    if (answer instanceof Answer.Refused<?> refused) {
      List<String> reasons =
          refused.reasons().stream().map(r -> sentence(view, "cession.refused.", r)).toList();
      flash.refuse(String.join(" ", reasons));
    } else if (answer instanceof Answer.Done<?> ok) {
      flash.done(view.text(done, ok.value()));
    }
  }

  private static Response back(Typed typed, UUID loan) {
    return Response.seeOther(
            URI.create(
                Parameter.address(
                        HERE + "/classe",
                        List.of(
                            new Parameter("etablissement", typed.text("etablissement")),
                            new Parameter("classe", typed.text("classe"))))
                    + "#"
                    + loan))
        .build();
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException(e);
    }
  }
}
