package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.kit.DeviceChecks;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The devices that came back damaged or incomplete, and what differs. */
@OpenTo({"LOAN_MANAGER", "REGION_MANAGER"})
@Path("materiels/a-controler")
@RequestScoped
@Produces(Page.HTML)
public class CheckListResource {

  private static final String HERE = "/materiels/a-controler";

  @Inject private DeviceChecks checks;

  /**
   * The list.
   *
   * @param page the devices
   * @param pager where the list goes on
   */
  public record ListPage(DeviceChecks.Page page, Pager pager) {}

  /** The devices by tag. */
  @GET
  public Page list(@QueryParam("apres") @DefaultValue("") String after) {
    DeviceChecks.Page page = checks.list(after);
    return Page.of(
        "lending/to-check.jte",
        new ListPage(
            page,
            new Pager(
                after.isEmpty() ? Optional.empty() : Optional.of(HERE),
                page.next()
                    .map(
                        tag ->
                            HERE + "?apres=" + URLEncoder.encode(tag, StandardCharsets.UTF_8)))));
  }
}
