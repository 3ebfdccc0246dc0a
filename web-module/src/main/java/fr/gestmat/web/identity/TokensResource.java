package fr.gestmat.web.identity;

import fr.gestmat.identity.boundary.AccountAdministration;
import fr.gestmat.identity.boundary.AccountFile;
import fr.gestmat.identity.boundary.AccountGrant;
import fr.gestmat.identity.boundary.SchoolRef;
import fr.gestmat.identity.boundary.TokenAdministration;
import fr.gestmat.identity.boundary.TokenAnswer;
import fr.gestmat.identity.boundary.TokenLine;
import fr.gestmat.identity.boundary.TokenRefusal;
import fr.gestmat.web.security.BrowserSession;
import fr.gestmat.web.security.OpenTo;
import fr.gestmat.web.view.Confirmation;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.Page;
import fr.gestmat.web.view.Pager;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tokens of other systems: made, seen, taken back. */
@Path(TokensResource.HERE)
@RequestScoped
@OpenTo("ADMIN")
@Produces(Page.HTML)
public class TokensResource {

  static final String HERE = "/administration/jetons";

  private static final String USUAL_DAYS = "90";

  @Inject private TokenAdministration tokens;
  @Inject private AccountAdministration accounts;
  @Inject private BrowserSession browser;
  @Inject private View view;
  @Inject private Flash flash;
  @Inject private Clock clock;

  /**
   * The tokens, the newest first.
   *
   * @param last the last one of the page before
   */
  @GET
  public Page list(@QueryParam("apres") @Nullable UUID last) {
    Optional<UUID> after = Optional.ofNullable(last);
    List<TokenLine> found = tokens.list(after);
    Optional<String> next =
        found.size() == TokenAdministration.PAGE
            ? Optional.of(HERE + "?apres=" + found.get(found.size() - 1).id())
            : Optional.empty();
    return Page.of(
        "identity/tokens.jte",
        new ListPage(found, clock.instant(), new Pager(after.map(id -> HERE), next)));
  }

  /**
   * The form of a token.
   *
   * @param account that it is to act as; one's own if not said
   */
  @GET
  @Path("nouveau")
  public Page blank(@QueryParam("compte") @Nullable UUID account) {
    UUID id =
        Optional.ofNullable(account)
            .orElseGet(
                () ->
                    browser
                        .signedOn()
                        .map(signedOn -> signedOn.caller().accountPublicId())
                        .orElseThrow(NotFoundException::new));
    return Page.of("identity/token-form.jte", form(id, "", Set.of(), USUAL_DAYS, List.of()));
  }

  /** Makes a token; the answer shows its secret, which no later page could. */
  @POST
  public Response make(
      @FormParam("account") @Nullable UUID account,
      @FormParam("purpose") @DefaultValue("") String purpose,
      @FormParam("grant") List<UUID> grants,
      @FormParam("days") @DefaultValue("0") String days) {
    if (account == null) {
      throw new NotFoundException();
    }
    Set<UUID> chosen = Set.copyOf(grants);
    TokenAnswer answer =
        tokens.make(account, purpose, chosen, life(days)).orElseThrow(NotFoundException::new);
    if (answer instanceof TokenAnswer.Made made) {
      return Page.of("identity/token-made.jte", made).status(200);
    }
    List<FieldError> errors =
        ((TokenAnswer.Refused) answer)
            .reasons().stream()
                .sorted()
                .map(
                    reason ->
                        new FieldError(
                            field(reason), view.text("identity.token.refusal." + reason.name())))
                .toList();
    return Page.of("identity/token-form.jte", form(account, purpose, chosen, days, errors))
        .status(422);
  }

  private static Duration life(String days) {
    return days.matches("[0-9]{1,4}") ? Duration.ofDays(Long.parseLong(days)) : Duration.ZERO;
  }

  private static String field(TokenRefusal reason) {
    return switch (reason) {
      case PURPOSE -> "purpose";
      case LIFE -> "days";
      case RIGHTS, SOMEBODY_ELSE -> "grants";
    };
  }

  private FormPage form(
      UUID id, String purpose, Set<UUID> chosen, String days, List<FieldError> errors) {
    AccountFile account = accounts.find(id).orElseThrow(NotFoundException::new);
    if (!account.lendsToTokens()) {
      throw new NotFoundException();
    }
    List<Field.Choice> lives =
        Stream.of("30", USUAL_DAYS, "365")
            .map(one -> new Field.Choice(one, view.text("identity.token.days", one)))
            .toList();
    return new FormPage(
        account,
        Field.text("purpose", view.text("identity.token.purpose"))
            .hint(view.text("identity.token.purpose.hint"))
            .value(purpose)
            .mandatory()
            .errors(errors),
        account.grants().stream().map(grant -> right(grant, chosen)).toList(),
        Field.select("days", view.text("identity.token.life"), lives)
            .hint(view.text("identity.token.life.hint"))
            .value(days)
            .mandatory()
            .errors(errors),
        errors.stream()
            .filter(error -> error.field().equals("grants"))
            .map(FieldError::message)
            .collect(Collectors.joining(" ")),
        errors);
  }

  private RightBox right(AccountGrant grant, Set<UUID> chosen) {
    return new RightBox(
        grant.id(),
        Roles.what(view, grant.role()),
        grant.school().map(SchoolRef::name).orElse(view.text("identity.grant.everywhere")),
        chosen.contains(grant.id()));
  }

  /** Asks before a token is taken back. */
  @GET
  @Path("{id}/revocation")
  public Page confirmRevoking(@PathParam("id") UUID id) {
    String purpose = tokens.purpose(id).orElseThrow(NotFoundException::new);
    return Page.of(
        "view/confirm.jte",
        new Confirmation(
            view.text("identity.token.revoke.title", purpose),
            view.text("identity.token.revoke.text"),
            HERE + "/" + id + "/revocation",
            Map.of(),
            view.text("identity.token.revoke"),
            HERE));
  }

  /** Takes a token back. */
  @POST
  @Path("{id}/revocation")
  public Response revoke(@PathParam("id") UUID id) {
    if (!tokens.revoke(id)) {
      throw new NotFoundException();
    }
    flash.done(view.text("identity.token.revoked"));
    return Response.seeOther(URI.create(HERE)).build();
  }

  /**
   * The list.
   *
   * @param tokens of the authority
   * @param now what they are judged by
   * @param pager where the list goes on
   */
  public record ListPage(List<TokenLine> tokens, Instant now, Pager pager) {}

  /**
   * The form of a token.
   *
   * @param account that it is to act as
   * @param purpose what it is for
   * @param rights what the account could lend it
   * @param life how long it holds
   * @param rightsError what is wrong with the rights; empty for nothing
   * @param errors what to correct
   */
  public record FormPage(
      AccountFile account,
      Field purpose,
      List<RightBox> rights,
      Field life,
      String rightsError,
      List<FieldError> errors) {}

  /**
   * A right to tick.
   *
   * @param id of the account's grant
   * @param role what it allows
   * @param place where
   * @param chosen whether it is ticked
   */
  public record RightBox(UUID id, String role, String place, boolean chosen) {}
}
