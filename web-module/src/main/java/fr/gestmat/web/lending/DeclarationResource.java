package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.stock.Declarations;
import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.lending.control.declare.Declaration;
import fr.gestmat.lending.control.declare.Declaration.Need;
import fr.gestmat.lending.control.declare.DeclarationRule.Wish;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.control.query.DeviceSheet;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The forms by which somebody declares what happened to a device. */
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Path("materiels")
@RequestScoped
@Produces(Page.HTML)
public class DeclarationResource {

  @Inject private Stock stock;
  @Inject private Declarations declarations;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The form of one declaration.
   *
   * @param what which
   * @param facts the device
   * @param version of the device that the form speaks of
   * @param fields what is asked
   * @param errors what to correct
   */
  public record FormPage(
      Declaration what,
      DeviceSheet.Facts facts,
      int version,
      List<Field> fields,
      List<FieldError> errors) {}

  /** The empty form. */
  @GET
  @Path("{id}/declarer/{what}")
  public Page form(@PathParam("id") UUID id, @PathParam("what") String what) {
    Stock.Card card = card(id);
    Declaration declaration = declaration(what);
    if (!card.possible().contains(declaration)) {
      throw new NotFoundException();
    }
    return page(declaration, card, new Typed(new MultivaluedHashMap<>()), List.of());
  }

  /** Declares it, or says why not with what was typed. */
  @POST
  @Path("{id}/declarer/{what}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response declare(
      @PathParam("id") UUID id,
      @PathParam("what") String what,
      MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    Declaration declaration = declaration(what);
    Answer<DeviceState> answer =
        declarations
            .declare(
                id,
                (int) typed.number("version", -1),
                typed.maybe("school"),
                new Wish(
                    declaration,
                    typed.text("reason"),
                    typed.text("policeReport"),
                    typed.day("policeReportOn"),
                    Optional.empty(),
                    typed.yes("forGood")))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<DeviceState>) {
      Stock.Card card = card(id);
      flash.done(view.text("stock.declare." + declaration + ".done", card.facts().assetTag()));
      return back(id);
    }
    List<FieldError> errors = errors(answer, "what");
    return page(declaration, card(id), typed, errors).status(422);
  }

  /** Takes the last declaration back. */
  @POST
  @Path("{id}/annuler")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response undo(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Answer<DeviceState> answer =
        declarations
            .undo(id, (int) new Typed(values).number("version", -1))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<DeviceState> done) {
      flash.done(view.text("stock.undone", view.text("stock.state." + done.value())));
    } else {
      flash.refuse(errors(answer, "what").get(0).message());
    }
    return back(id);
  }

  private List<FieldError> errors(Answer<DeviceState> answer, String field) {
    if (answer instanceof Answer.Refused<DeviceState> refused) {
      return Sentences.of(view, refused.reasons());
    }
    return answer instanceof Answer.Stale<DeviceState> stale
        ? Sentences.of(view, stale, field)
        : List.of();
  }

  private Page page(Declaration what, Stock.Card card, Typed typed, List<FieldError> errors) {
    List<Field> fields = new ArrayList<>();
    if (what.needs(Need.SCHOOL)) {
      fields.add(
          Field.select("school", view.text("stock.declare.school"), schools(card.facts()))
              .value(typed.text("school"))
              .mandatory()
              .errors(errors));
      fields.add(
          Field.checkbox("forGood", view.text("stock.declare.forGood"))
              .value(String.valueOf(typed.yes("forGood"))));
    }
    if (what.needs(Need.POLICE_REPORT)) {
      fields.add(
          Field.text("policeReport", view.text("stock.declare.policeReport"))
              .hint(view.text("stock.declare.policeReport.hint"))
              .value(typed.text("policeReport"))
              .mandatory()
              .errors(errors));
      fields.add(
          Field.of("date", "policeReportOn", view.text("stock.declare.policeReportOn"))
              .value(typed.text("policeReportOn"))
              .mandatory()
              .errors(errors));
    }
    Field reason =
        Field.of("textarea", "reason", view.text("stock.declare.reason"))
            .value(typed.text("reason"))
            .errors(errors);
    fields.add(
        what.needs(Need.REASON)
            ? reason.hint(view.text("stock.declare.reason.hint")).mandatory()
            : reason);
    return Page.of(
        "lending/declare.jte",
        new FormPage(what, card.facts(), card.facts().version(), fields, errors));
  }

  private List<Field.Choice> schools(DeviceSheet.Facts facts) {
    List<Field.Choice> all = new ArrayList<>();
    all.add(new Field.Choice("", view.text("stock.declare.school.choose")));
    for (Choices.School school : declarations.destinations()) {
      if (school.key() != facts.place().key()) {
        all.add(new Field.Choice(school.uai(), school.label()));
      }
    }
    return all;
  }

  private Stock.Card card(UUID id) {
    return stock.find(id, Long.MAX_VALUE).orElseThrow(NotFoundException::new);
  }

  private static Declaration declaration(String name) {
    return Typed.one(Declaration.class, name).orElseThrow(NotFoundException::new);
  }

  private static Response back(UUID id) {
    return Response.seeOther(URI.create("/materiels/" + id)).build();
  }
}
