package fr.gestmat.web.mealaid.campaign;

import fr.gestmat.mealaid.boundary.campaign.Campaigns;
import fr.gestmat.mealaid.boundary.campaign.Campaigns.Line;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;

/** All campaigns. */
@Path("aides/campagnes")
@RequestScoped
@OpenTo("AID_MANAGER")
@Produces(Page.HTML)
public class CampaignsResource {

  /** Where they are. */
  static final String HERE = "/aides/campagnes";

  @Inject private Campaigns campaigns;

  /**
   * The list.
   *
   * @param lines the latest first
   */
  public record ListPage(List<Line> lines) {}

  /** All of them. */
  @GET
  public Page list() {
    return Page.of("mealaid/campaign/list.jte", new ListPage(campaigns.all()));
  }

  static String years(int year) {
    return year + "-" + (year + 1);
  }
}
