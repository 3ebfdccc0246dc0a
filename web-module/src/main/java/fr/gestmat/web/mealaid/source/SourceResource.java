package fr.gestmat.web.mealaid.source;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.boundary.source.SourceSettings;
import fr.gestmat.mealaid.boundary.source.SourceSettings.Entered;
import fr.gestmat.mealaid.boundary.source.SourceSettings.Setup;
import fr.gestmat.mealaid.boundary.source.SourceTrial;
import fr.gestmat.mealaid.boundary.source.SourceWatch;
import fr.gestmat.mealaid.control.source.CallBook;
import fr.gestmat.mealaid.control.source.TrialCall;
import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.mealaid.entity.source.SourceAccess;
import fr.gestmat.mealaid.entity.source.SourceAccess.Wishes;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Official sources: turned on and off, their token, what waits for them and what they answered. */
@Path("aides/sources")
@RequestScoped
@OpenTo({"ADMIN", "AID_MANAGER"})
@Produces(Page.HTML)
public class SourceResource {

  private static final String HERE = "/aides/sources";
  private static final String YES = "true";

  @Inject private SourceSettings settings;
  @Inject private SourceWatch watch;
  @Inject private SourceTrial trial;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param state whose questions are listed
   * @param before key of the last line of the page before
   */
  @GET
  public Page show(
      @QueryParam("etat") @DefaultValue("") String state,
      @QueryParam("avant") @Nullable Long before) {
    Setup setup = settings.show().orElseThrow(NotFoundException::new);
    return page(
        setup,
        state(state),
        Optional.ofNullable(before),
        new Entered(setup.recipient().orElse(""), setup.wishes(), "", setup.version()),
        List.of());
  }

  /** Sets in whose name what is asked; the form again if something is wrong. */
  @POST
  public Response save(
      @FormParam("recipient") @DefaultValue("") String recipient,
      @FormParam("token") @DefaultValue("") String token,
      @FormParam("quotient") @DefaultValue("") String quotient,
      @FormParam("scholarship") @DefaultValue("") String scholarship,
      @FormParam("schoolingVersion") @DefaultValue("3") String schoolingVersion,
      @FormParam("proof") @DefaultValue("") String proof,
      @FormParam("version") @DefaultValue("-1") int version) {
    Entered entered =
        new Entered(
            recipient,
            new Wishes(
                quotient.equals(YES),
                scholarship.equals(YES),
                schoolingVersion.matches("[0-9]") ? Integer.parseInt(schoolingVersion) : 0,
                proof.equals(YES)),
            token,
            version);
    Answer<Boolean> answer = settings.save(entered).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<Boolean>) {
      flash.done(view.text(token.isBlank() ? "source.saved" : "source.saved.token"));
      return back();
    }
    Setup fresh = settings.show().orElseThrow(NotFoundException::new);
    return page(
            fresh,
            CallState.WAITING,
            Optional.empty(),
            new Entered(entered.recipient(), entered.wishes(), "", fresh.version()),
            errors(answer))
        .status(422);
  }

  /** Turns calls on. */
  @POST
  @Path("marche")
  public Response turnOn() {
    return turn(true);
  }

  /** Turns calls off. */
  @POST
  @Path("arret")
  public Response turnOff() {
    return turn(false);
  }

  private Response turn(boolean on) {
    Answer<Boolean> answer = settings.turn(on).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Refused<Boolean> refused) {
      Setup setup = settings.show().orElseThrow(NotFoundException::new);
      return page(
              setup,
              CallState.WAITING,
              Optional.empty(),
              new Entered(setup.recipient().orElse(""), setup.wishes(), "", setup.version()),
              errors(refused))
          .status(422);
    }
    flash.done(view.text(on ? "source.turned.on" : "source.turned.off"));
    return back();
  }

  /** Tries the token by a call about nobody. */
  @POST
  @Path("essai")
  public Response tryIt() {
    TrialCall.Result result = trial.run().orElseThrow(NotFoundException::new);
    String said = view.text("source.trial." + result.outcome(), result.code());
    if (result.outcome() == TrialCall.Outcome.WORKS) {
      flash.done(said);
    } else {
      flash.warn(said);
    }
    return back();
  }

  /** Asks a question again that failed, or whose answer nobody could read. */
  @POST
  @Path("appels/{id}/reprise")
  public Response again(
      @PathParam("id") UUID id, @FormParam("etat") @DefaultValue("") String state) {
    if (!watch.again(id)) {
      throw new NotFoundException();
    }
    flash.done(view.text("source.again.done"));
    return Response.seeOther(URI.create(HERE + "?etat=" + state(state))).build();
  }

  private static Response back() {
    return Response.seeOther(URI.create(HERE)).build();
  }

  private static CallState state(String text) {
    return Arrays.stream(CallState.values())
        .filter(state -> state.name().equals(text))
        .findFirst()
        .orElse(CallState.WAITING);
  }

  private Page page(
      Setup setup,
      CallState shown,
      Optional<Long> before,
      Entered entered,
      List<FieldError> errors) {
    List<CallBook.Line> calls = watch.page(shown, before);
    String list = HERE + "?etat=" + shown;
    Optional<String> next =
        calls.size() == CallBook.PAGE
            ? Optional.of(list + "&avant=" + calls.get(calls.size() - 1).key() + "#appels")
            : Optional.empty();
    return Page.of(
        "mealaid/sources.jte",
        new SourcePage(
            setup,
            watch.counts(),
            shown,
            calls,
            new Pager(before.map(key -> list + "#appels"), next),
            Field.text("recipient", view.text("source.recipient"))
                .hint(view.text("source.recipient.hint"))
                .value(entered.recipient())
                .mandatory()
                .errors(errors),
            Field.of("textarea", "token", view.text("source.token.new"))
                .hint(view.text("source.token.hint"))
                .errors(errors),
            box("quotient", "source.ask.quotient", entered.wishes().quotient()),
            box("scholarship", "source.ask.scholarship", entered.wishes().scholarship()),
            versions(entered.wishes().schoolingVersion()).errors(errors),
            box("proof", "source.ask.proof", entered.wishes().withProof()),
            errors));
  }

  private Field box(String name, String key, boolean ticked) {
    return Field.checkbox(name, view.text(key))
        .hint(view.text(key + ".hint"))
        .value(ticked ? YES : "");
  }

  private Field versions(int chosen) {
    List<Field.Choice> choices =
        IntStream.rangeClosed(SourceAccess.OLDEST_SCHOOLING, SourceAccess.NEWEST_SCHOOLING)
            .mapToObj(
                one ->
                    new Field.Choice(Integer.toString(one), view.text("source.schooling." + one)))
            .toList();
    return Field.select("schoolingVersion", view.text("source.schooling"), choices)
        .hint(view.text("source.schooling.hint"))
        .value(Integer.toString(chosen))
        .mandatory();
  }

  private List<FieldError> errors(Answer<Boolean> answer) {
    if (answer instanceof Answer.Refused<Boolean> refused) {
      return refused.reasons().stream()
          .map(
              reason ->
                  new FieldError(
                      reason.field(), view.text("source.refused." + reason.code(), said(reason))))
          .toList();
    }
    return answer instanceof Answer.Stale<Boolean>
        ? List.of(new FieldError("recipient", view.text("source.stale")))
        : List.of();
  }

  private Object[] said(Refusal reason) {
    return reason.data().stream()
        .map(d -> d instanceof Instant when ? view.format().moment(when) : d)
        .toArray();
  }
}
