package fr.gestmat.web.identity;

import fr.gestmat.identity.boundary.OwnAccount;
import fr.gestmat.identity.boundary.PasswordRefusal;
import fr.gestmat.web.security.BrowserSession;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a one-time link leads: its person chooses a password. */
@Path(ActivationResource.HERE + "/{secret}")
@RequestScoped
@PermitAll
@Produces(Page.HTML)
public class ActivationResource {

  static final String HERE = "/activation";

  @PathParam("secret")
  private String secret = "";

  @Inject private OwnAccount account;
  @Inject private BrowserSession browser;
  @Inject private View view;
  @Inject private Flash flash;

  /** The form, or what to do when the link is spent. */
  @GET
  public Response show() {
    return page(account.awaited(secret), List.of(), 200);
  }

  /** Takes the password. */
  @POST
  public Response choose(
      @FormParam(PasswordFields.CHOSEN) @DefaultValue("") String chosen,
      @FormParam(PasswordFields.REPEATED) @DefaultValue("") String repeated) {
    Optional<String> login = account.awaited(secret);
    Optional<Set<PasswordRefusal>> refusals = account.activate(secret, chosen, repeated);
    if (refusals.isPresent() && refusals.get().isEmpty()) {
      flash.done(view.text("identity.activation.done", login.orElse("")));
      return Response.seeOther(URI.create("/connexion")).build();
    }
    return page(
        refusals.isPresent() ? login : Optional.empty(),
        PasswordFields.sentences(view, refusals.orElse(Set.of())),
        422);
  }

  private Response page(Optional<String> login, List<FieldError> errors, int status) {
    if (login.isEmpty()) {
      return Page.of("identity/activation-spent.jte").status(404);
    }
    NewCookie[] cookies = browser.bind();
    return Response.fromResponse(
            Page.of(
                    "identity/activation.jte",
                    new ActivationPage(
                        view.path(), login.get(), PasswordFields.of(view, errors), errors))
                .status(status))
        .cookie(cookies)
        .build();
  }

  /**
   * The form.
   *
   * @param action where it is sent
   * @param login whose password
   * @param fields what to choose
   * @param errors what to correct
   */
  public record ActivationPage(
      String action, String login, PasswordFields fields, List<FieldError> errors) {}
}
