package fr.gestmat.web.mealaid.campaign;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.campaign.Campaigns;
import fr.gestmat.mealaid.boundary.campaign.Campaigns.View;
import fr.gestmat.mealaid.boundary.campaign.Renewals;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
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
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** One campaign: its year drawn, what is missing, publishing, copying. */
@Path("aides/campagnes/{id}")
@RequestScoped
@OpenTo("AID_MANAGER")
@Produces(Page.HTML)
public class CampaignResource {

  @PathParam("id")
  private UUID id = new UUID(0, 0);

  @Inject private Campaigns campaigns;
  @Inject private Renewals renewals;
  @Inject private fr.gestmat.web.view.View view;
  @Inject private Flash flash;

  /**
   * The page.
   *
   * @param view the campaign
   * @param toTell families of the year before who were not told of it yet
   */
  public record OverviewPage(View view, long toTell) {}

  /**
   * The form of a copy.
   *
   * @param view what is copied
   * @param name the field of the new name
   * @param errors what to correct
   */
  public record CopyPage(View view, Field name, List<FieldError> errors) {}

  /** The campaign. */
  @GET
  public Page show() {
    return Page.of("mealaid/campaign/overview.jte", new OverviewPage(find(), renewals.waiting(id)));
  }

  /** Shows it to families. */
  @POST
  @Path("publication")
  public Response publish(@FormParam("version") @DefaultValue("-1") int version) {
    Answer<UUID> answer = campaigns.publish(id, version).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID>) {
      flash.done(view.text("aidcampaign.published"));
    } else {
      flash.refuse(CampaignSentences.errors(view, answer).get(0).message());
    }
    return to("");
  }

  /** Tells last year's families. */
  @POST
  @Path("renouvellement")
  public Response renew() {
    Answer<UUID> answer = renewals.tell(id).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      return Response.seeOther(URI.create("/taches/" + done.value())).build();
    }
    flash.warn(view.text("aidcampaign.renewal.nobody"));
    return to("");
  }

  /** Asks for the name of the copy. */
  @GET
  @Path("copie")
  public Page copy() {
    View found = find();
    int year = found.line().schoolYear() + 1;
    return copyPage(
        found, view.text("aidcampaign.name.usual", CampaignsResource.years(year)), List.of());
  }

  /** Copies it to the year after. */
  @POST
  @Path("copie")
  public Response copied(@FormParam("name") @DefaultValue("") String name) {
    Answer<UUID> answer = campaigns.copy(id, name).orElseThrow(NotFoundException::new);
    if (answer instanceof Answer.Done<UUID> done) {
      flash.done(view.text("aidcampaign.copied"));
      return Response.seeOther(URI.create(CampaignsResource.HERE + "/" + done.value())).build();
    }
    return copyPage(find(), name, CampaignSentences.errors(view, answer)).status(422);
  }

  private Page copyPage(View found, String name, List<FieldError> errors) {
    return Page.of(
        "mealaid/campaign/copy.jte",
        new CopyPage(
            found,
            Field.text("name", view.text("aidcampaign.name"))
                .value(name)
                .mandatory()
                .errors(errors),
            errors));
  }

  private View find() {
    return campaigns.find(id).orElseThrow(NotFoundException::new);
  }

  private Response to(String path) {
    return Response.seeOther(URI.create(CampaignsResource.HERE + "/" + id + path)).build();
  }
}
