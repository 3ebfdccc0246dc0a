package fr.gestmat.web.agreement;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.boundary.agreement.Agreements;
import fr.gestmat.lending.boundary.stock.Catalogue;
import fr.gestmat.lending.control.agreement.AgreementIssue.Issued;
import fr.gestmat.lending.control.agreement.AgreementIssue.Wish;
import fr.gestmat.lending.control.agreement.AgreementList;
import fr.gestmat.lending.control.agreement.AgreementTexts.Version;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Issues agreements for a school, a class, or some pupils of it. */
@Path("conventions/nouvelles")
@RequestScoped
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
@Produces(Page.HTML)
public class IssueResource {

  @Inject private Agreements agreements;
  @Inject private AgreementSchool schools;
  @Inject private Catalogue catalogue;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The form.
   *
   * @param school the school; absent until one is chosen
   * @param schoolFields the field to choose it, if there are several
   * @param classes its classes
   * @param schoolClass public id of the class that is looked at; empty for the whole school
   * @param candidates the pupils of the class
   * @param chosen public ids of the pupils whose box is ticked
   * @param fields the other fields; empty if there is no text to issue
   * @param errors what to correct
   */
  public record FormPage(
      Optional<Choices.School> school,
      List<Field> schoolFields,
      List<Choices.SchoolClass> classes,
      String schoolClass,
      List<AgreementList.Candidate> candidates,
      Set<String> chosen,
      List<Field> fields,
      List<FieldError> errors) {}

  /** The form for the class that the address says. */
  @GET
  public Page form(
      @QueryParam("etablissement") @DefaultValue("") String uai,
      @QueryParam("classe") @DefaultValue("") String classId) {
    return page(uai, classId, new MultivaluedHashMap<>(), List.of());
  }

  /** Issues them. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response issue(MultivaluedMap<String, String> typed) {
    String uai = one(typed, "etablissement");
    String classId = one(typed, "classe");
    Choices.School school = schools.of(schools.all(), uai).orElseThrow(NotFoundException::new);
    List<FieldError> errors = new ArrayList<>();
    Optional<Version> text =
        agreements.usableTexts().stream()
            .filter(v -> v.id().toString().equals(one(typed, "texte")))
            .findFirst();
    if (text.isEmpty()) {
      errors.add(error("texte", "missing"));
    }
    List<UUID> pupils =
        typed.getOrDefault("eleve", List.of()).stream().flatMap(v -> id(v).stream()).toList();
    if (!classId.isEmpty() && pupils.isEmpty()) {
      errors.add(error("eleves", "nobody"));
    }
    Optional<LocalDate> end = day(one(typed, "fin"));
    if (end.isEmpty() && !one(typed, "fin").isEmpty()) {
      errors.add(error("fin", "noDate"));
    }
    if (!errors.isEmpty()) {
      return page(uai, classId, typed, errors).status(422);
    }
    Answer<Issued> answer =
        agreements
            .issue(
                new Wish(
                    text.orElseThrow(),
                    school.key(),
                    id(classId),
                    pupils,
                    one(typed, "note").replace("\r\n", "\n"),
                    end,
                    id(one(typed, "modele"))))
            .orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<Issued> done) {
      flash.done(view.text("agreement.issued", done.value().issued(), done.value().bound()));
      return Response.seeOther(
              URI.create(
                  "/conventions?etablissement="
                      + school.uai()
                      + "&classe="
                      + id(classId).map(UUID::toString).orElse("")))
          .build();
    }
    return page(uai, classId, typed, AgreementWords.errors(view, answer, "texte")).status(422);
  }

  private FieldError error(String field, String code) {
    return new FieldError(field, view.text("agreement.refused." + code));
  }

  private Page page(
      String uai, String classId, MultivaluedMap<String, String> typed, List<FieldError> errors) {
    List<Choices.School> all = schools.all();
    Optional<Choices.School> school = schools.of(all, uai);
    List<Choices.SchoolClass> classes = school.map(agreements::classNames).orElse(List.of());
    Optional<UUID> chosenClass =
        id(classId).filter(id -> classes.stream().anyMatch(c -> c.id().equals(id)));
    List<AgreementList.Candidate> candidates =
        school.isPresent() && chosenClass.isPresent()
            ? agreements.candidates(school.get(), chosenClass.get())
            : List.of();
    Set<String> ticked =
        typed.isEmpty()
            ? candidates.stream()
                .filter(c -> !c.bound())
                .map(c -> c.id().toString())
                .collect(java.util.stream.Collectors.toSet())
            : Set.copyOf(typed.getOrDefault("eleve", List.of()));
    return Page.of(
        "agreement/issue.jte",
        new FormPage(
            school,
            schools.field(all, school),
            classes,
            chosenClass.map(UUID::toString).orElse(""),
            candidates,
            ticked,
            fields(typed, errors),
            errors));
  }

  private List<Field> fields(MultivaluedMap<String, String> typed, List<FieldError> errors) {
    List<Version> texts = agreements.usableTexts();
    if (texts.isEmpty()) {
      return List.of();
    }
    List<Field> fields = new ArrayList<>();
    fields.add(
        Field.select(
                "texte",
                view.text("agreement.text"),
                texts.stream()
                    .map(
                        t ->
                            new Field.Choice(
                                t.id().toString(),
                                view.text("agreement.text.version", t.text().name(), t.number())))
                    .toList())
            .value(one(typed, "texte"))
            .mandatory()
            .errors(errors));
    fields.add(
        Field.of("date", "fin", view.text("agreement.end"))
            .hint(view.text("agreement.end.hint"))
            .value(one(typed, "fin"))
            .errors(errors));
    fields.add(
        Field.of("textarea", "note", view.text("agreement.note"))
            .hint(view.text("agreement.note.hint"))
            .value(one(typed, "note"))
            .errors(errors));
    if (!agreements.signedFirst()) {
      List<Field.Choice> models = new ArrayList<>();
      models.add(new Field.Choice("", view.text("agreement.model.none")));
      catalogue.names().forEach(m -> models.add(new Field.Choice(m.id().toString(), m.name())));
      fields.add(
          Field.select("modele", view.text("agreement.model"), models)
              .hint(view.text("agreement.model.hint"))
              .value(one(typed, "modele"))
              .errors(errors));
    }
    return fields;
  }

  private static String one(MultivaluedMap<String, String> typed, String name) {
    return Objects.requireNonNullElse(typed.getFirst(name), "").strip();
  }

  static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
