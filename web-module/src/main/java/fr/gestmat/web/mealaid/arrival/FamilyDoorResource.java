package fr.gestmat.web.mealaid.arrival;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.boundary.arrival.FamilyDoor;
import fr.gestmat.mealaid.boundary.arrival.FamilyDoor.Door;
import fr.gestmat.mealaid.control.form.AidForm;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.FormCheck;
import fr.gestmat.mealaid.control.form.FormPage;
import fr.gestmat.mealaid.control.form.Question;
import fr.gestmat.mealaid.control.form.QuestionType;
import fr.gestmat.web.security.BrowserSession;
import fr.gestmat.web.security.MailsLink;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where a family without an ENT account asks for its link. */
@Path("aide/acces")
@RequestScoped
@PermitAll
@Produces(Page.HTML)
public class FamilyDoorResource {

  private static final AidForm CHECKED =
      new AidForm(
          1,
          List.of(
              new FormPage(
                  "door",
                  false,
                  List.of(
                      Question.of("name", QuestionType.TEXT),
                      Question.of("email", QuestionType.EMAIL)))));

  @Inject private FamilyDoor door;
  @Inject private BrowserSession browser;
  @Inject private View view;

  /**
   * The form.
   *
   * @param doors authorities to choose from
   * @param fields what to fill in
   * @param errors what to correct
   */
  public record DoorPage(List<Door> doors, List<Field> fields, List<FieldError> errors) {}

  /** The form. */
  @GET
  public Response show() {
    return page("", "", "", List.of(), 200);
  }

  /** Mails the link; what is said does not tell whether the address is known. */
  @POST
  @MailsLink
  public Response ask(
      @FormParam("collectivite") @DefaultValue("") String authority,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("email") @DefaultValue("") String email) {
    Answers typed = new Answers(Map.of("name", name, "email", email.strip()), Map.of(), Set.of());
    List<FieldError> errors = FormCheck.all(CHECKED, typed).stream().map(this::error).toList();
    Optional<UUID> where =
        door.doors().stream()
            .map(Door::id)
            .filter(id -> id.toString().equals(authority))
            .findFirst();
    if (!errors.isEmpty() || where.isEmpty()) {
      return page(
          authority,
          name,
          email,
          errors.isEmpty()
              ? List.of(new FieldError("collectivite", view.text("aidfamily.door.where")))
              : errors,
          422);
    }
    if (!door.ask(where.get(), email.strip(), name.strip())) {
      FieldError untold = new FieldError("demande", view.text("aidfamily.door.notSent"));
      return page(authority, name, email, List.of(untold), 422);
    }
    return Page.of("mealaid/arrival/door-sent.jte").status(200);
  }

  private FieldError error(Refusal reason) {
    return new FieldError(
        reason.field(),
        view.text(
            reason.field().equals("name")
                ? "aidfamily.door.noName"
                : "aidform.error.notAnAddress"));
  }

  private Response page(
      String authority, String name, String email, List<FieldError> errors, int status) {
    List<Door> doors = door.doors();
    NewCookie[] cookies = browser.bind();
    Field where =
        Field.select(
                "collectivite",
                view.text("aidfamily.door.authority"),
                doors.stream()
                    .map(one -> new Field.Choice(one.id().toString(), one.name()))
                    .toList())
            .value(authority)
            .mandatory()
            .errors(errors);
    return Response.fromResponse(
            Page.of(
                    "mealaid/arrival/door.jte",
                    new DoorPage(
                        doors,
                        List.of(
                            where,
                            Field.text("name", view.text("aidfamily.door.name"))
                                .value(name)
                                .autocomplete("name")
                                .mandatory()
                                .errors(errors),
                            Field.of("email", "email", view.text("aidfamily.door.email"))
                                .hint(view.text("aidfamily.door.email.hint"))
                                .value(email)
                                .autocomplete("email")
                                .mandatory()
                                .errors(errors)),
                        errors))
                .status(status))
        .cookie(cookies)
        .build();
  }
}
