package fr.gestmat.web.identity;

import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.AccountAdministration;
import fr.gestmat.identity.boundary.AccountFile;
import fr.gestmat.identity.boundary.AccountRefusal;
import fr.gestmat.identity.boundary.GrantAdministration;
import fr.gestmat.identity.boundary.GrantRefusal;
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
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A person who can sign on: what they may do where, and whether they get in at all. */
@Path(AccountsResource.HERE + "/{id}")
@RequestScoped
@OpenTo("ADMIN")
@Produces(Page.HTML)
public class AccountResource {

  @PathParam("id")
  private UUID id = new UUID(0, 0);

  @Inject private AccountAdministration accounts;
  @Inject private GrantAdministration grants;
  @Inject private InvitationPage invitations;
  @Inject private View view;
  @Inject private Flash flash;

  static URI address(UUID account) {
    return URI.create(AccountsResource.HERE + "/" + account);
  }

  /** The person. */
  @GET
  public Page show() {
    return Page.of("identity/account.jte", page("", "", List.of()));
  }

  private AccountPage page(String role, String uai, List<FieldError> errors) {
    AccountFile file = accounts.find(id).orElseThrow(NotFoundException::new);
    List<Field.Choice> roles = new ArrayList<>();
    roles.add(new Field.Choice("", view.text("identity.grant.choose")));
    Arrays.stream(Role.values())
        .filter(Role::grantable)
        .forEach(one -> roles.add(new Field.Choice(one.name(), Roles.what(view, one))));
    List<Field.Choice> places = new ArrayList<>();
    places.add(new Field.Choice("", view.text("identity.grant.everywhere")));
    grants
        .schools()
        .forEach(
            school ->
                places.add(
                    new Field.Choice(school.uai(), school.name() + " (" + school.uai() + ")")));
    return new AccountPage(
        file,
        Field.select("role", view.text("identity.grant.role"), roles)
            .value(role)
            .mandatory()
            .errors(errors),
        Field.select("school", view.text("identity.grant.place"), places)
            .hint(view.text("identity.grant.place.hint"))
            .value(uai)
            .mandatory()
            .errors(errors),
        errors);
  }

  /**
   * Gives a right.
   *
   * @param name of the role
   * @param uai code of the school; empty for the whole authority
   */
  @POST
  @Path("droits")
  public Response give(
      @FormParam("role") @DefaultValue("") String name,
      @FormParam("school") @DefaultValue("") String uai) {
    Optional<Role> role =
        Arrays.stream(Role.values()).filter(one -> one.name().equals(name)).findFirst();
    Optional<GrantRefusal> refusal =
        role.isEmpty()
            ? Optional.of(GrantRefusal.ROLE)
            : grants.give(id, role.get(), uai).orElseThrow(NotFoundException::new);
    if (refusal.isEmpty()) {
      flash.done(view.text("identity.grant.given", Roles.what(view, role.orElseThrow())));
      return back();
    }
    String field = refusal.get() == GrantRefusal.ROLE ? "role" : "school";
    List<FieldError> errors =
        List.of(new FieldError(field, view.text("identity.grant.refusal." + refusal.get().name())));
    return Page.of("identity/account.jte", page(name, uai, errors)).status(422);
  }

  /** Takes a right back. */
  @POST
  @Path("droits/{grant}/retrait")
  public Response withdraw(@PathParam("grant") UUID grant) {
    Optional<GrantRefusal> refusal = grants.withdraw(id, grant).orElseThrow(NotFoundException::new);
    refusal.ifPresentOrElse(
        reason -> flash.refuse(view.text("identity.grant.refusal." + reason.name())),
        () -> flash.done(view.text("identity.grant.withdrawn")));
    return back();
  }

  /** Closes the account. */
  @POST
  @Path("fermeture")
  public Response close() {
    Set<AccountRefusal> refusals = accounts.close(id).orElseThrow(NotFoundException::new);
    if (refusals.isEmpty()) {
      flash.done(view.text("identity.account.closed"));
    } else {
      flash.refuse(view.text("identity.account.refusal.LAST_ADMINISTRATOR"));
    }
    return back();
  }

  /** Opens the account again. */
  @POST
  @Path("reouverture")
  public Response reopen() {
    if (!accounts.reopen(id)) {
      throw new NotFoundException();
    }
    flash.done(view.text("identity.account.reopened"));
    return back();
  }

  /** Shows a new link to choose a password, this once. */
  @POST
  @Path("lien")
  public Response invite() {
    return invitations.show(accounts.invite(id).orElseThrow(NotFoundException::new));
  }

  private Response back() {
    return Response.seeOther(address(id)).build();
  }

  /**
   * A person's page.
   *
   * @param file who it is and what they hold
   * @param role which role to give
   * @param school where
   * @param errors what to correct
   */
  public record AccountPage(AccountFile file, Field role, Field school, List<FieldError> errors) {}
}
