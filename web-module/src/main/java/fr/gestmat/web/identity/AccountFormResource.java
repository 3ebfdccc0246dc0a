package fr.gestmat.web.identity;

import fr.gestmat.identity.boundary.AccountAdministration;
import fr.gestmat.identity.boundary.AccountAnswer;
import fr.gestmat.identity.boundary.AccountRefusal;
import fr.gestmat.identity.boundary.SignOn;
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
import java.util.List;
import java.util.Set;

/** The forms that add somebody who can sign on. */
@Path("/administration/nouvelle-personne")
@RequestScoped
@OpenTo("ADMIN")
@Produces(Page.HTML)
public class AccountFormResource {

  @Inject private AccountAdministration accounts;
  @Inject private InvitationPage invitations;
  @Inject private SignOn signOn;
  @Inject private View view;
  @Inject private Flash flash;

  /** The form of a local account. */
  @GET
  public Page blank() {
    return Page.of("identity/account-form.jte", form("", "", "", true, List.of()));
  }

  /**
   * Makes a local account. For a person, the answer shows the link that lets them choose a
   * password: it is kept nowhere, so that no later page could.
   */
  @POST
  public Response create(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("login") @DefaultValue("") String login,
      @FormParam("email") @DefaultValue("") String email,
      @FormParam("kind") @DefaultValue("") String kind) {
    boolean person = !kind.equals("system");
    AccountAnswer answer = accounts.create(name, login, email, person);
    if (answer instanceof AccountAnswer.Made made) {
      if (made.invitation().isPresent()) {
        return invitations.show(made.invitation().get());
      }
      flash.done(view.text("identity.account.created", name.strip()));
      return Response.seeOther(AccountResource.address(made.id())).build();
    }
    List<FieldError> errors = sentences(((AccountAnswer.Refused) answer).reasons());
    return Page.of("identity/account-form.jte", form(name, login, email, person, errors))
        .status(422);
  }

  private FormPage form(
      String name, String login, String email, boolean person, List<FieldError> errors) {
    return new FormPage(
        Field.radio(
                "kind",
                view.text("identity.account.kind"),
                List.of(
                    new Field.Choice("person", view.text("identity.account.kind.person")),
                    new Field.Choice("system", view.text("identity.account.kind.system"))))
            .value(person ? "person" : "system")
            .mandatory(),
        Field.text("name", view.text("identity.account.name"))
            .hint(view.text("identity.account.name.hint"))
            .value(name)
            .mandatory()
            .errors(errors),
        Field.text("login", view.text("identity.signIn.login"))
            .hint(view.text("identity.account.login.hint"))
            .value(login)
            .mandatory()
            .autocomplete("off")
            .errors(errors),
        Field.of("email", "email", view.text("identity.account.email"))
            .hint(view.text("identity.account.email.hint"))
            .value(email)
            .errors(errors),
        errors);
  }

  /** The form of somebody whom a portal has not brought yet. */
  @GET
  @Path("attendue")
  public Page awaited() {
    return Page.of("identity/account-awaited.jte", awaited("", "", "", List.of()));
  }

  /** Makes the account of somebody whom a portal has not brought yet. */
  @POST
  @Path("attendue")
  public Response await(
      @FormParam("name") @DefaultValue("") String name,
      @FormParam("portal") @DefaultValue("") String portal,
      @FormParam("subject") @DefaultValue("") String subject) {
    AccountAnswer answer = accounts.await(name, portal, subject);
    if (answer instanceof AccountAnswer.Made made) {
      flash.done(view.text("identity.account.awaited.created", name.strip()));
      return Response.seeOther(AccountResource.address(made.id())).build();
    }
    List<FieldError> errors = sentences(((AccountAnswer.Refused) answer).reasons());
    return Page.of("identity/account-awaited.jte", awaited(name, portal, subject, errors))
        .status(422);
  }

  private AwaitedPage awaited(String name, String portal, String subject, List<FieldError> errors) {
    List<Field.Choice> portals =
        signOn.portals().stream()
            .map(found -> new Field.Choice(found.key(), found.name()))
            .toList();
    return new AwaitedPage(
        Field.text("name", view.text("identity.account.name"))
            .value(name)
            .mandatory()
            .errors(errors),
        Field.select("portal", view.text("identity.account.portal"), portals)
            .value(portal)
            .mandatory()
            .errors(errors),
        Field.text("subject", view.text("identity.account.subject"))
            .hint(view.text("identity.account.subject.hint"))
            .value(subject)
            .mandatory()
            .autocomplete("off")
            .errors(errors),
        errors);
  }

  private List<FieldError> sentences(Set<AccountRefusal> reasons) {
    return reasons.stream()
        .sorted()
        .map(
            reason ->
                new FieldError(
                    field(reason), view.text("identity.account.refusal." + reason.name())))
        .toList();
  }

  private static String field(AccountRefusal reason) {
    return switch (reason) {
      case NAME, LAST_ADMINISTRATOR -> "name";
      case LOGIN, LOGIN_TAKEN -> "login";
      case EMAIL -> "email";
      case PORTAL -> "portal";
      case SUBJECT, SUBJECT_TAKEN -> "subject";
    };
  }

  /**
   * The form of a local account.
   *
   * @param kind whether a person or another system is behind it
   * @param name whose it is
   * @param login what is typed at sign-on
   * @param email where the link goes
   * @param errors what to correct
   */
  public record FormPage(
      Field kind, Field name, Field login, Field email, List<FieldError> errors) {}

  /**
   * The form of somebody who is awaited.
   *
   * @param name whose it is
   * @param portal which portal will bring them
   * @param subject how it will name them
   * @param errors what to correct
   */
  public record AwaitedPage(Field name, Field portal, Field subject, List<FieldError> errors) {}
}
