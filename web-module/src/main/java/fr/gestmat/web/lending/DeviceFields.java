package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.stock.Catalogue;
import fr.gestmat.lending.boundary.stock.DeviceFile;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.control.query.DeviceSheet;
import fr.gestmat.lending.control.register.DeviceForm;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The form by which a device is registered by hand, or its description corrected. */
@RequestScoped
public class DeviceFields {

  @Inject private DeviceFile file;
  @Inject private Catalogue catalogue;
  @Inject private View view;

  /**
   * The form.
   *
   * @param device the device; absent for a new one
   * @param version as it was read
   * @param fields what is asked
   * @param errors what to correct
   */
  public record FormPage(
      Optional<DeviceSheet.Facts> device,
      int version,
      List<Field> fields,
      List<FieldError> errors) {}

  /** Why it was not done. */
  List<FieldError> errors(Answer<UUID> answer) {
    return Sentences.of(view, answer, "assetTag");
  }

  /** Dates and amounts that no form can hold. */
  List<FieldError> unreadable(Typed typed) {
    List<FieldError> wrong = new ArrayList<>();
    for (String day : List.of("purchasedOn", "warrantyEndsOn")) {
      if (typed.maybe(day).isPresent() && typed.day(day).isEmpty()) {
        wrong.add(new FieldError(day, view.text("stock.refused.dateUnreadable")));
      }
    }
    if (typed.maybe("price").isPresent() && typed.amount("price").isEmpty()) {
      wrong.add(new FieldError("price", view.text("stock.refused.priceWrong")));
    }
    return wrong;
  }

  /** What was typed. */
  static DeviceForm form(Typed typed) {
    return new DeviceForm(
        typed.text("assetTag"),
        typed.text("serial"),
        typed.id("model"),
        typed.maybe("school"),
        typed.text("storage"),
        typed.text("note"),
        typed.day("purchasedOn"),
        typed.day("warrantyEndsOn"),
        typed.amount("price"));
  }

  /** What is known of a device, as if it had been typed. */
  static Typed said(DeviceSheet.Facts facts) {
    MultivaluedMap<String, String> said = new MultivaluedHashMap<>();
    said.putSingle("assetTag", facts.assetTag());
    said.putSingle("serial", facts.serial().orElse(""));
    said.putSingle("model", facts.model().toString());
    said.putSingle("school", facts.home().uai());
    said.putSingle("storage", facts.defaultStorage().orElse(""));
    said.putSingle("note", facts.note().orElse(""));
    said.putSingle("purchasedOn", facts.purchasedOn().map(Object::toString).orElse(""));
    said.putSingle("warrantyEndsOn", facts.warrantyEndsOn().map(Object::toString).orElse(""));
    said.putSingle(
        "price",
        facts.price().map(BigDecimal::toPlainString).map(p -> p.replace('.', ',')).orElse(""));
    return new Typed(said);
  }

  /** The page with what was typed or is known, and what to correct. */
  Page page(Optional<DeviceSheet.Facts> device, int version, Typed typed, List<FieldError> errors) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.text("assetTag", view.text("stock.device.tag"))
            .hint(view.text("stock.device.tag.hint"))
            .value(typed.text("assetTag"))
            .mandatory()
            .errors(errors));
    fields.add(
        Field.text("serial", view.text("stock.device.serial"))
            .value(typed.text("serial"))
            .errors(errors));
    fields.add(
        Field.select("model", view.text("stock.device.model"), models(device))
            .value(typed.text("model"))
            .mandatory()
            .errors(errors));
    List<Choices.School> schools = file.schools();
    if (schools.size() > 1 && (device.isEmpty() || file.mayRehome())) {
      List<Field.Choice> choices = new ArrayList<>();
      choices.add(new Field.Choice("", view.text("stock.declare.school.choose")));
      schools.forEach(s -> choices.add(new Field.Choice(s.uai(), s.label())));
      fields.add(
          Field.select("school", view.text("stock.device.home"), choices)
              .value(typed.text("school"))
              .mandatory()
              .errors(errors));
    }
    fields.add(
        Field.text("storage", view.text("stock.device.storage"))
            .hint(view.text("stock.device.storage.hint"))
            .value(typed.text("storage"))
            .errors(errors));
    fields.add(
        Field.of("date", "purchasedOn", view.text("stock.device.purchasedOn"))
            .value(typed.text("purchasedOn"))
            .errors(errors));
    fields.add(
        Field.of("date", "warrantyEndsOn", view.text("stock.device.warranty"))
            .value(typed.text("warrantyEndsOn"))
            .errors(errors));
    fields.add(
        Field.of("number", "price", view.text("stock.device.priceInEuros"))
            .value(typed.text("price"))
            .errors(errors));
    fields.add(
        Field.of("textarea", "note", view.text("stock.device.note"))
            .value(typed.text("note"))
            .errors(errors));
    return Page.of("lending/device-form.jte", new FormPage(device, version, fields, errors));
  }

  /** Models in use, and the device's own. */
  private List<Field.Choice> models(Optional<DeviceSheet.Facts> device) {
    List<Field.Choice> choices = new ArrayList<>();
    choices.add(new Field.Choice("", view.text("stock.device.model.choose")));
    catalogue.models().stream()
        .filter(
            m ->
                m.form().active()
                    || device.filter(facts -> facts.model().equals(m.id())).isPresent())
        .forEach(m -> choices.add(new Field.Choice(m.id().toString(), m.form().name())));
    return choices;
  }
}
