package fr.gestmat.web.identity;

import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.OwnAccount;
import fr.gestmat.identity.boundary.PasswordRefusal;
import fr.gestmat.identity.boundary.SchoolRef;
import fr.gestmat.identity.boundary.SignedOn;
import fr.gestmat.web.security.BrowserSession;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One's own account: who one is here, what one may do, and one's password. */
@Path(OwnAccountResource.HERE)
@RequestScoped
@OpenTo(Role.SIGNED_ON)
@Produces(Page.HTML)
public class OwnAccountResource {

  static final String HERE = "/compte";

  @Inject private OwnAccount account;
  @Inject private BrowserSession browser;
  @Inject private View view;
  @Inject private Flash flash;

  /** The account. */
  @GET
  public Page show() {
    return Page.of("identity/own-account.jte", page(List.of()));
  }

  /** Replaces the password; the account's other sessions end. */
  @POST
  @Path("mot-de-passe")
  public Response changePassword(
      @FormParam(PasswordFields.PRESENT) @DefaultValue("") String present,
      @FormParam(PasswordFields.CHOSEN) @DefaultValue("") String chosen,
      @FormParam(PasswordFields.REPEATED) @DefaultValue("") String repeated) {
    Set<PasswordRefusal> refusals =
        account.changePassword(
            present, chosen, repeated, browser.secret().orElseThrow(NotFoundException::new));
    if (!refusals.isEmpty()) {
      return Page.of("identity/own-account.jte", page(PasswordFields.sentences(view, refusals)))
          .status(422);
    }
    flash.done(view.text("identity.password.changed"));
    return Response.seeOther(URI.create(HERE)).build();
  }

  /** Signs the person out everywhere else. */
  @POST
  @Path("autres-sessions")
  public Response endOtherSessions() {
    account.endOtherSessions(browser.secret().orElseThrow(NotFoundException::new));
    flash.done(view.text("identity.own.others.done"));
    return Response.seeOther(URI.create(HERE)).build();
  }

  private OwnPage page(List<FieldError> errors) {
    SignedOn me = browser.signedOn().orElseThrow(NotFoundException::new);
    Map<Long, String> names =
        me.schools().stream().collect(Collectors.toMap(SchoolRef::id, SchoolRef::name));
    List<OwnRight> rights =
        me.caller().roles().stream()
            .sorted(Comparator.comparing(HeldRole::role))
            .map(held -> new OwnRight(Roles.what(view, held.role()), place(held, names)))
            .toList();
    return new OwnPage(
        me.caller().name(),
        me.portal(),
        account.login(),
        rights,
        Field.of("password", PasswordFields.PRESENT, view.text("identity.password.present"))
            .mandatory()
            .autocomplete("current-password")
            .errors(errors),
        PasswordFields.of(view, errors),
        errors);
  }

  /** A pupil's or guardian's school is known from the directory, and named on their own pages. */
  private String place(HeldRole held, Map<Long, String> names) {
    Long school = held.schoolId();
    return school == null ? view.text("identity.grant.everywhere") : names.getOrDefault(school, "");
  }

  /**
   * The page.
   *
   * @param name who one is
   * @param portal the portal one came through
   * @param login of a local account
   * @param rights what one may do
   * @param present the present password
   * @param fields the new one
   * @param errors what to correct
   */
  public record OwnPage(
      String name,
      Optional<String> portal,
      Optional<String> login,
      List<OwnRight> rights,
      Field present,
      PasswordFields fields,
      List<FieldError> errors) {}

  /**
   * Something one may do.
   *
   * @param role in plain words
   * @param place where; empty when there is nothing to say
   */
  public record OwnRight(String role, String place) {}
}
