package fr.gestmat.web.identity;

import fr.gestmat.identity.boundary.PasswordAnswer;
import fr.gestmat.identity.boundary.Portal;
import fr.gestmat.identity.boundary.SignOn;
import fr.gestmat.mealaid.boundary.arrival.FamilyDoor;
import fr.gestmat.web.security.BrowserSession;
import fr.gestmat.web.security.ClientAddress;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.LocalPath;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.View;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where people choose how to sign on, and where those with a password of ours do. */
@Path("connexion")
@RequestScoped
@PermitAll
@Produces(Page.HTML)
public class SignInResource {

  private static final String BY_PASSWORD = "-";

  @Inject private SignOn signOn;
  @Inject private BrowserSession browser;
  @Inject private Entrance entrance;
  @Inject private FamilyDoor door;
  @Inject private HttpServletRequest request;
  @Inject private View view;

  /**
   * The ways in, the one taken last first. Somebody whom a page sent here and who comes through a
   * portal as a rule is sent on to it at once.
   *
   * @param wanted path to open after the sign-on
   */
  @GET
  public Response choose(@QueryParam("suite") @DefaultValue("") String wanted) {
    if (browser.signedOn().isPresent()) {
      return Response.seeOther(LocalPath.orHome(wanted)).build();
    }
    List<Portal> portals = signOn.portals();
    Optional<Portal> usual =
        portals.stream()
            .filter(portal -> browser.lastWayIn().map(portal.key()::equals).orElse(false))
            .findFirst();
    if (usual.isPresent() && !wanted.isEmpty()) {
      return Response.seeOther(PortalArrivalResource.address(usual.get().key(), wanted)).build();
    }
    return page(portals, "", wanted, List.of(), 200);
  }

  /**
   * Signs on with a login and a password; every refusal says the same.
   *
   * @param login as the person types it, without regard to case
   * @param wanted path to open afterwards
   */
  @POST
  @Path("compte")
  public Response withPassword(
      @FormParam("login") @DefaultValue("") String login,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("suite") @DefaultValue("") String wanted) {
    PasswordAnswer answer = signOn.withPassword(login, password, ClientAddress.network(request));
    if (answer instanceof PasswordAnswer.Welcome welcome) {
      return entrance.open(welcome.secret(), BY_PASSWORD, wanted);
    }
    boolean busy = answer instanceof PasswordAnswer.Busy;
    String message = view.text(busy ? "identity.signIn.busy" : "identity.signIn.wrong");
    return page(
        signOn.portals(),
        login,
        wanted,
        List.of(new FieldError("login", message)),
        busy ? 503 : 422);
  }

  /**
   * The page after signing out.
   *
   * @param portalKey the portal that the person came from
   */
  @GET
  @Path("au-revoir")
  public Page goodbye(@QueryParam("ent") @DefaultValue("") String portalKey) {
    return Page.of("identity/signed-out.jte", entrance.goodbye(portalKey));
  }

  /** What somebody without any right reads: whom to ask. */
  @GET
  @Path("sans-droit")
  public Page withoutRight() {
    return Page.of("identity/no-right.jte");
  }

  private Response page(
      List<Portal> portals, String login, String wanted, List<FieldError> errors, int status) {
    var cookies = browser.bind();
    String last = browser.lastWayIn().orElse("");
    List<SignInPage.Way> ways =
        portals.stream()
            .map(
                portal ->
                    new SignInPage.Way(
                        portal.name(),
                        PortalArrivalResource.address(portal.key(), wanted),
                        portal.key().equals(last)))
            .sorted((a, b) -> Boolean.compare(b.last(), a.last()))
            .toList();
    SignInPage model =
        new SignInPage(
            ways,
            last.equals(BY_PASSWORD) || ways.isEmpty() || !errors.isEmpty(),
            Field.text("login", view.text("identity.signIn.login"))
                .value(login)
                .mandatory()
                .autocomplete("username")
                .errors(errors),
            Field.of("password", "password", view.text("identity.signIn.password"))
                .mandatory()
                .autocomplete("current-password"),
            wanted,
            door.open(),
            errors);
    return Response.fromResponse(Page.of("identity/sign-in.jte", model).status(status))
        .cookie(cookies)
        .build();
  }

  /**
   * What the page of sign-on shows.
   *
   * @param ways the portals, the usual one first
   * @param passwordOpen whether the form of local accounts is unfolded
   * @param login its first field
   * @param password its second field
   * @param wanted path to open afterwards
   * @param familyDoor whether families may ask for a link by mail
   * @param errors what to correct
   */
  public record SignInPage(
      List<Way> ways,
      boolean passwordOpen,
      Field login,
      Field password,
      String wanted,
      boolean familyDoor,
      List<FieldError> errors) {

    /**
     * A portal to come through.
     *
     * @param name of the portal
     * @param address that leads to it
     * @param last whether this browser took it last
     */
    public record Way(String name, URI address, boolean last) {}
  }
}
