package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.stock.Catalogue;
import fr.gestmat.lending.boundary.stock.Catalogue.ModelCard;
import fr.gestmat.lending.boundary.stock.ModelForm;
import fr.gestmat.lending.entity.ExpectedAccessory;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The pages of models and of the accessories that go with them. */
@OpenTo({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER"})
@Path("materiels/modeles")
@RequestScoped
@Produces(Page.HTML)
public class ModelResource {

  @Inject private Catalogue catalogue;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The list.
   *
   * @param models all models
   * @param mayEdit whether the visitor may change them
   */
  public record ListPage(List<ModelCard> models, boolean mayEdit) {}

  /**
   * The form of one model.
   *
   * @param id its id; absent for a new one
   * @param version as it was read
   * @param name field of the name
   * @param maker field of the maker
   * @param category field of the category
   * @param active field that says whether it is in use
   * @param accessories lines of accessories, with empty ones to fill in
   * @param errors what to correct
   */
  public record FormPage(
      Optional<UUID> id,
      int version,
      Field name,
      Field maker,
      Field category,
      Field active,
      List<AccessoryFields> accessories,
      List<FieldError> errors) {}

  /**
   * A line of the form.
   *
   * @param name what it is called
   * @param quantity how many
   */
  public record AccessoryFields(Field name, Field quantity) {}

  /** All models. */
  @GET
  public Page list() {
    return Page.of("lending/models.jte", new ListPage(catalogue.models(), catalogue.mayEdit()));
  }

  /** The form of a new model. */
  @GET
  @Path("nouveau")
  public Page blank() {
    if (!catalogue.mayEdit()) {
      throw new NotFoundException();
    }
    ModelForm empty = new ModelForm("", Optional.empty(), "LAPTOP", true, List.of());
    return Page.of("lending/model-form.jte", page(Optional.empty(), 0, empty, List.of()));
  }

  /** Adds a model. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response create(MultivaluedMap<String, String> values) {
    ModelForm form = form(new Typed(values));
    return answer(
        catalogue.create(form).orElseThrow(NotFoundException::new), Optional.empty(), 0, form);
  }

  /** The form of a model. */
  @GET
  @Path("{id}")
  public Page show(@PathParam("id") UUID id) {
    ModelCard model = catalogue.find(id).orElseThrow(NotFoundException::new);
    if (!catalogue.mayEdit()) {
      throw new NotFoundException();
    }
    return Page.of(
        "lending/model-form.jte", page(Optional.of(id), model.version(), model.form(), List.of()));
  }

  /** Changes a model. */
  @POST
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response edit(@PathParam("id") UUID id, MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    int version = (int) typed.number("version", -1);
    ModelForm form = form(typed);
    return answer(
        catalogue.edit(id, version, form).orElseThrow(NotFoundException::new),
        Optional.of(id),
        version,
        form);
  }

  private Response answer(Answer<UUID> answer, Optional<UUID> id, int version, ModelForm form) {
    if (answer instanceof Answer.Refused<UUID> refused) {
      return again(id, version, form, Sentences.of(view, refused.reasons()));
    }
    if (answer instanceof Answer.Stale<UUID> stale) {
      return again(id, stale.version(), form, Sentences.of(view, answer, "name"));
    }
    flash.done(view.text("stock.model.saved", form.name()));
    return Response.seeOther(URI.create("/materiels/modeles")).build();
  }

  private Response again(Optional<UUID> id, int version, ModelForm form, List<FieldError> errors) {
    return Page.of("lending/model-form.jte", page(id, version, form, errors)).status(422);
  }

  private FormPage page(Optional<UUID> id, int version, ModelForm form, List<FieldError> errors) {
    List<Field.Choice> categories =
        ModelForm.CATEGORIES.stream()
            .map(c -> new Field.Choice(c, view.text("stock.category." + c)))
            .toList();
    List<AccessoryFields> lines = new ArrayList<>();
    int count = Math.min(ModelForm.MOST_ACCESSORIES, Math.max(4, form.accessories().size() + 2));
    for (int i = 0; i < count; i++) {
      Optional<ExpectedAccessory> there =
          i < form.accessories().size() ? Optional.of(form.accessories().get(i)) : Optional.empty();
      lines.add(
          new AccessoryFields(
              Field.text("accessory" + i, view.text("stock.model.accessory", i + 1))
                  .value(there.map(ExpectedAccessory::name).orElse(""))
                  .errors(errors),
              Field.of("number", "quantity" + i, view.text("stock.model.quantity"))
                  .value(there.map(a -> String.valueOf(a.quantity())).orElse("1"))
                  .mandatory()
                  .errors(errors)));
    }
    return new FormPage(
        id,
        version,
        Field.text("name", view.text("stock.model.name"))
            .hint(view.text("stock.model.name.hint"))
            .value(form.name())
            .mandatory()
            .errors(errors),
        Field.text("maker", view.text("stock.model.maker"))
            .value(form.maker().orElse(""))
            .errors(errors),
        Field.select("category", view.text("stock.model.category"), categories)
            .hint(view.text("stock.model.category.hint"))
            .value(form.category())
            .mandatory()
            .errors(errors),
        Field.checkbox("active", view.text("stock.model.active"))
            .value(String.valueOf(form.active())),
        lines,
        errors);
  }

  private static ModelForm form(Typed typed) {
    List<ExpectedAccessory> accessories = new ArrayList<>();
    for (int i = 0; i < ModelForm.MOST_ACCESSORIES; i++) {
      String name = typed.text("accessory" + i);
      if (!name.isEmpty()) {
        long quantity = typed.number("quantity" + i, 0);
        accessories.add(
            new ExpectedAccessory(name, quantity == (int) quantity ? (int) quantity : 0));
      }
    }
    return new ModelForm(
        typed.text("name"),
        typed.maybe("maker"),
        typed.text("category"),
        typed.yes("active"),
        accessories);
  }
}
