package fr.gestmat.web.mealaid.arrival;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.arrival.KeptSchools;
import fr.gestmat.mealaid.control.arrival.SchoolRows.SchoolLine;
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
import java.util.stream.Stream;

/** Schools that are in no feed. */
@Path("aides/etablissements")
@RequestScoped
@OpenTo("AID_MANAGER")
@Produces(Page.HTML)
public class KeptSchoolsResource {

  @Inject private KeptSchools schools;
  @Inject private View view;
  @Inject private Flash flash;

  /**
   * The list and the form.
   *
   * @param lines those that are kept by hand
   * @param fields of one more
   * @param errors what to correct
   */
  public record SchoolsPage(List<SchoolLine> lines, List<Field> fields, List<FieldError> errors) {}

  /** The list. */
  @GET
  public Page list() {
    return page("", "", "", "PRIVATE_UNDER_CONTRACT", false, List.of());
  }

  /** Adds one. */
  @POST
  public Response add(
      @FormParam("uai") @DefaultValue("") String uai,
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("town") @DefaultValue("") String town,
      @FormParam("sector") @DefaultValue("") String sector,
      @FormParam("outside") @DefaultValue("false") boolean outside) {
    Answer<String> answer = schools.add(uai, name, town, sector, outside);
    if (answer instanceof Answer.Done<String> done) {
      flash.done(view.text("aidfamily.school.added", done.value()));
      return Response.seeOther(URI.create("/aides/etablissements")).build();
    }
    return page(uai, name, town, sector, outside, FamilyFields.errors(view, answer, "uai"))
        .status(422);
  }

  private Page page(
      String uai,
      String name,
      String town,
      String sector,
      boolean outside,
      List<FieldError> errors) {
    return Page.of(
        "mealaid/arrival/schools.jte",
        new SchoolsPage(
            schools.all(),
            List.of(
                Field.text("uai", view.text("aidfamily.school.uai"))
                    .hint(view.text("aidfamily.school.uai.hint"))
                    .value(uai)
                    .mandatory()
                    .errors(errors),
                Field.text("name", view.text("aidfamily.school.name"))
                    .value(name)
                    .mandatory()
                    .errors(errors),
                Field.text("town", view.text("aidfamily.school.town"))
                    .value(town)
                    .mandatory()
                    .errors(errors),
                Field.radio(
                        "sector",
                        view.text("aidfamily.school.sector"),
                        Stream.of("PUBLIC", "PRIVATE_UNDER_CONTRACT", "PRIVATE_WITHOUT_CONTRACT")
                            .map(
                                one ->
                                    new Field.Choice(one, view.text("aidcampaign.sector." + one)))
                            .toList())
                    .value(sector)
                    .mandatory()
                    .errors(errors),
                Field.checkbox("outside", view.text("aidfamily.school.outside"))
                    .value(Boolean.toString(outside))),
            errors));
  }
}
