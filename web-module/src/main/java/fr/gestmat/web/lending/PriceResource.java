package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.policy.Prices;
import fr.gestmat.lending.control.policy.PriceList.Price;
import fr.gestmat.lending.control.policy.SchoolYear;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The prices of a school year. */
@OpenTo({"REGION_MANAGER", "ADMIN"})
@Path("reglement/prix")
@RequestScoped
@Produces(Page.HTML)
public class PriceResource {

  private static final int YEARS = 3;

  @Inject private Prices prices;
  @Inject private View view;
  @Inject private Flash flash;
  @Context private UriInfo address;

  /**
   * The page.
   *
   * @param year the school year
   * @param years school years to choose from
   * @param models each model with its fields
   * @param errors what to correct
   */
  public record PricePage(
      SchoolYear year, List<SchoolYear> years, List<Model> models, List<FieldError> errors) {}

  /**
   * A model with its fields.
   *
   * @param name its name
   * @param lines its prices
   */
  public record Model(String name, List<Line> lines) {}

  /**
   * A price.
   *
   * @param key which price it is, sent back with it
   * @param index its place in the form
   * @param field its field
   */
  public record Line(String key, int index, Field field) {}

  /** The prices of the year in the address, or of this one. */
  @GET
  public Page show() {
    SchoolYear year = year(new Typed(address.getQueryParameters()));
    List<Price> lines = prices.of(year).orElseThrow(NotFoundException::new);
    return page(year, lines, Optional.empty(), List.of());
  }

  /** Sets the prices of a school year. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response set(MultivaluedMap<String, String> values) {
    Typed typed = new Typed(values);
    SchoolYear year = year(typed);
    List<Price> lines = prices.of(year).orElseThrow(NotFoundException::new);
    List<Prices.Typed> wanted = new ArrayList<>();
    for (Price line : lines) {
      String field = fieldOf(typed, key(line), lines.size());
      Optional<BigDecimal> amount = field.isEmpty() ? line.amount() : typed.amount(field);
      wanted.add(
          new Prices.Typed(
              line, amount, field.isEmpty() || amount.isPresent() || typed.text(field).isEmpty()));
    }
    Answer<Integer> answer = prices.set(year, wanted).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<Integer> done) {
      flash.done(view.text("policy.prices.saved", done.value()));
      return Response.seeOther(URI.create("/reglement/prix?annee=" + year.begins())).build();
    }
    return page(year, lines, Optional.of(typed), Sentences.of(view, "policy", answer, "price0"))
        .status(422);
  }

  /** The field that came for a line; models may have changed since the form was shown. */
  private static String fieldOf(Typed typed, String key, int lines) {
    for (int i = 0; i < 2 * lines + 10; i++) {
      if (typed.text("key" + i).equals(key)) {
        return "price" + i;
      }
    }
    return "";
  }

  private SchoolYear year(Typed typed) {
    int now = prices.thisYear().begins();
    int wanted = (int) typed.number("annee", now);
    return new SchoolYear(wanted >= now - YEARS && wanted <= now + 1 ? wanted : now);
  }

  private Page page(
      SchoolYear year, List<Price> lines, Optional<Typed> typed, List<FieldError> errors) {
    List<Model> models = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Price line = lines.get(i);
      if (i == 0 || lines.get(i - 1).modelId() != line.modelId()) {
        models.add(new Model(line.model(), new ArrayList<>()));
      }
      String name = "price" + i;
      models
          .get(models.size() - 1)
          .lines()
          .add(new Line(key(line), i, field(name, line, typed, errors)));
    }
    int now = prices.thisYear().begins();
    List<SchoolYear> years = new ArrayList<>();
    for (int begins = now + 1; begins >= now - YEARS; begins--) {
      years.add(new SchoolYear(begins));
    }
    return Page.of("lending/prices.jte", new PricePage(year, years, models, errors));
  }

  private Field field(String name, Price line, Optional<Typed> typed, List<FieldError> errors) {
    String label =
        line.accessory().isEmpty() ? view.text("policy.prices.device") : line.accessory();
    return Field.of("number", name, label)
        .value(
            typed
                .map(t -> t.text(name))
                .orElse(line.amount().map(a -> a.toPlainString().replace('.', ',')).orElse("")))
        .errors(errors);
  }

  private static String key(Price line) {
    return line.modelId() + ":" + line.accessory();
  }
}
