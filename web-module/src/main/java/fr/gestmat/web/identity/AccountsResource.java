package fr.gestmat.web.identity;

import fr.gestmat.identity.boundary.AccountAdministration;
import fr.gestmat.identity.boundary.AccountLine;
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
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people who can sign on. */
@Path(AccountsResource.HERE)
@RequestScoped
@OpenTo("ADMIN")
@Produces(Page.HTML)
public class AccountsResource {

  static final String HERE = "/administration/personnes";

  private static final String EVERYBODY = "tous";

  @Inject private AccountAdministration accounts;

  /**
   * People by name.
   *
   * @param words part of a name, a login or an address
   * @param who {@code tous} for those without any right as well
   * @param after the last person of the page before
   */
  @GET
  public Page list(
      @QueryParam("q") @DefaultValue("") String words,
      @QueryParam("qui") @DefaultValue("") String who,
      @QueryParam("apres") @Nullable UUID after) {
    boolean everybody = who.equals(EVERYBODY);
    Optional<UUID> last = Optional.ofNullable(after);
    List<AccountLine> found = accounts.list(words, everybody, last);
    Optional<String> next =
        found.size() == AccountAdministration.PAGE
            ? Optional.of(address(words, who, found.get(found.size() - 1).id().toString()))
            : Optional.empty();
    Optional<String> first = last.map(id -> address(words, who, ""));
    return Page.of(
        "identity/accounts.jte", new ListPage(words, everybody, found, new Pager(first, next)));
  }

  private static String address(String words, String who, String after) {
    UriBuilder address =
        UriBuilder.fromPath(HERE).queryParam("q", "{q}").queryParam("qui", "{who}");
    return after.isEmpty()
        ? address.build(words, who).toString()
        : address.queryParam("apres", "{after}").build(words, who, after).toString();
  }

  /**
   * The list.
   *
   * @param words what was searched
   * @param everybody whether those without any right are listed
   * @param people who was found
   * @param pager where the list goes on
   */
  public record ListPage(String words, boolean everybody, List<AccountLine> people, Pager pager) {}
}
