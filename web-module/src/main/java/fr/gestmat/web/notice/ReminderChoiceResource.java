package fr.gestmat.web.notice;

import fr.gestmat.notice.boundary.ReminderChoice;
import fr.gestmat.web.security.FromOutside;
import fr.gestmat.web.security.Uncounted;
import fr.gestmat.web.view.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/**
 * Where the link of a mail leads: turns reminders off or on again without a sign-on. Opening it
 * changes nothing, as programs open links; a mail program may post to it (RFC 8058).
 */
@Path("rappels-par-courriel")
@RequestScoped
@PermitAll
@Produces(Page.HTML)
public class ReminderChoiceResource {

  @Inject private ReminderChoice choice;

  /**
   * The page.
   *
   * @param token says who it is about
   * @param wanted whether reminders come by mail
   */
  public record ChoicePage(String token, boolean wanted) {}

  /** Whether reminders come, and the button that changes it. */
  @GET
  public Page show(@QueryParam("jeton") @DefaultValue("") String token) {
    boolean wanted = choice.wanted(token).orElseThrow(NotFoundException::new);
    return Page.of("notice/choice.jte", new ChoicePage(token, wanted));
  }

  /**
   * Decides.
   *
   * @param wanted {@code oui} to get reminders again; anything else turns them off, as one-click
   *     posts say only that
   */
  @POST
  @FromOutside
  @Uncounted
  public Page choose(
      @QueryParam("jeton") @DefaultValue("") String token,
      @FormParam("choix") @DefaultValue("") String wanted) {
    if (!choice.choose(token, wanted.equals("oui"))) {
      throw new NotFoundException();
    }
    return Page.of("notice/choice.jte", new ChoicePage(token, wanted.equals("oui")));
  }
}
