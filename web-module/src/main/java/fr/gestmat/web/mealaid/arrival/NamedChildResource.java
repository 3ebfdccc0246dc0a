package fr.gestmat.web.mealaid.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.arrival.NamedChildren;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Where a family names a child whom the directory does not link to it. */
@Path("aide/enfants")
@RequestScoped
@OpenTo("GUARDIAN")
@Produces(Page.HTML)
public class NamedChildResource {

  @Inject private NamedChildren children;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The form.
   *
   * @param fields what to fill in
   * @param errors what to correct
   */
  public record ChildPage(List<Field> fields, List<FieldError> errors) {}

  /** The form. */
  @GET
  public Page show() {
    return page("", "", "", "", List.of());
  }

  /** Names the child. */
  @POST
  public Response name(
      @FormParam("familyName") @DefaultValue("") String familyName,
      @FormParam("givenName") @DefaultValue("") String givenName,
      @FormParam("birthDate") @DefaultValue("") String birthDate,
      @FormParam("school") @DefaultValue("") String school) {
    Answer<String> answer =
        children.name(familyName, givenName, FamilyFields.day(birthDate), FamilyFields.id(school));
    if (answer instanceof Answer.Done<String> done) {
      flash.done(view.text("aidfamily.child.named", done.value()));
      return Response.seeOther(URI.create("/aide")).build();
    }
    return page(
            familyName, givenName, birthDate, school, FamilyFields.errors(view, answer, "school"))
        .status(422);
  }

  private Page page(
      String familyName, String givenName, String birth, String school, List<FieldError> errors) {
    return Page.of(
        "mealaid/arrival/child.jte",
        new ChildPage(
            FamilyFields.child(
                view, children.schools(), familyName, givenName, birth, school, errors),
            errors));
  }
}
