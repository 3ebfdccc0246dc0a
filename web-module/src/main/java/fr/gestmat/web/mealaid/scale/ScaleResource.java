package fr.gestmat.web.mealaid.scale;

import fr.gestmat.mealaid.boundary.scale.Scales;
import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;

/** The scales of a campaign: what was published, and the one that is being written. */
@Path("aides/campagnes/{campaign}/baremes")
@RequestScoped
@OpenTo("AID_MANAGER")
@Produces(Page.HTML)
public class ScaleResource {

  @Inject private Scales scales;
  @Inject private View view;

  /**
   * The list.
   *
   * @param here its address
   * @param overview what there is
   */
  public record ListPage(String here, Scales.Overview overview) {}

  /**
   * A published version.
   *
   * @param here address of the list
   * @param campaign the campaign
   * @param version the version
   * @param shown its rules, as they are shown
   */
  public record VersionPage(
      String here, Scales.Campaign campaign, Scales.Version version, Shown shown) {}

  /**
   * A scale as pages show it.
   *
   * @param scale its rules
   * @param table its lines
   * @param drawing its steps
   * @param texts its words
   */
  public record Shown(Scale scale, ScaleTable table, ScaleDrawing drawing, ScaleTexts texts) {

    static Shown of(Scale scale, View view) {
      return new Shown(scale, ScaleTable.of(scale), ScaleDrawing.of(scale), new ScaleTexts(view));
    }
  }

  static String address(UUID campaign) {
    return "/aides/campagnes/" + campaign + "/baremes";
  }

  /** The versions, and the draft if there is one. */
  @GET
  public Page list(@PathParam("campaign") UUID campaign) {
    return Page.of(
        "mealaid/scale/scales.jte",
        new ListPage(
            address(campaign), scales.overview(campaign).orElseThrow(NotFoundException::new)));
  }

  /** A published version. */
  @GET
  @Path("versions/{number}")
  public Page version(@PathParam("campaign") UUID campaign, @PathParam("number") int number) {
    Scales.Overview overview = scales.overview(campaign).orElseThrow(NotFoundException::new);
    Scales.Version version =
        overview.versions().stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(NotFoundException::new);
    return Page.of(
        "mealaid/scale/version.jte",
        new VersionPage(
            address(campaign), overview.campaign(), version, Shown.of(version.scale(), view)));
  }
}
