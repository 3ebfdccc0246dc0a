package fr.gestmat.identity.boundary;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.directory.entity.School;
import fr.gestmat.identity.control.AccountForms;
import fr.gestmat.identity.control.AccountRows;
import fr.gestmat.identity.control.Accounts;
import fr.gestmat.identity.control.Administrators;
import fr.gestmat.identity.control.Rights;
import fr.gestmat.identity.control.RightsJournal;
import fr.gestmat.identity.control.SignedOnCache;
import fr.gestmat.identity.entity.Account;
import fr.gestmat.identity.entity.RoleGrant;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who may do what where, as the administrators of an authority decide it; all journaled. */
@Stateless
@RolesAllowed("ADMIN")
public class GrantAdministration {

  @PersistenceContext private EntityManager entities;
  @Inject private Accounts accounts;
  @Inject private AccountRows rows;
  @Inject private Administrators administrators;
  @Inject private CurrentCaller caller;
  @Inject private RightsJournal journal;
  @Inject private SignedOnCache cache;
  @Inject private Clock clock;

  /** The schools that a right can be limited to, by name. */
  public List<SchoolRef> schools() {
    return rows.schools(authority());
  }

  /**
   * Gives a role, on a school or on the whole authority.
   *
   * @param role which
   * @param uai code of the school; empty for the whole authority
   * @return why not, empty if it was given; absent if there is no such account
   */
  public Optional<Optional<GrantRefusal>> give(UUID accountId, Role role, String uai) {
    administrators.lock(authority());
    return accounts.ofAuthority(authority(), accountId).map(account -> give(account, role, uai));
  }

  private Optional<GrantRefusal> give(Account account, Role role, String uai) {
    Optional<GrantRefusal> refusal = AccountForms.judge(role, !uai.isEmpty());
    if (refusal.isPresent()) {
      return refusal;
    }
    Optional<SchoolRef> place =
        schools().stream().filter(school -> school.uai().equals(uai)).findFirst();
    if (!uai.isEmpty() && place.isEmpty()) {
      return Optional.of(GrantRefusal.SCHOOL);
    }
    HeldRole wanted = new HeldRole(role, place.map(SchoolRef::id).orElse(null));
    boolean held =
        Rights.cover(
            rows.grants(account.id()).stream().map(AccountGrant::held).collect(Collectors.toSet()),
            wanted);
    if (held) {
      return Optional.of(GrantRefusal.HELD_ALREADY);
    }
    School school = place.map(found -> entities.find(School.class, found.id())).orElse(null);
    RoleGrant grant =
        new RoleGrant(account, role.name(), school, caller.get().name(), clock.instant());
    entities.persist(grant);
    cache.clear();
    journal.write(
        caller.get(),
        "RIGHT_GIVEN",
        "ACCOUNT",
        account.id(),
        wanted.schoolId(),
        Map.of("role", role.name()));
    return Optional.empty();
  }

  /**
   * Takes a right back; giving it again undoes that.
   *
   * @return why not, empty if it was taken back; absent if there is no such account or right
   */
  public Optional<Optional<GrantRefusal>> withdraw(UUID accountId, UUID grantId) {
    administrators.lock(authority());
    return entities
        .createQuery(
            """
            select g from RoleGrant g where g.publicId = :grant and g.account.publicId = :account
               and g.account.authorityId = :authority\
            """,
            RoleGrant.class)
        .setParameter("grant", grantId)
        .setParameter("account", accountId)
        .setParameter("authority", authority())
        .getResultStream()
        .findFirst()
        .map(this::withdraw);
  }

  private Optional<GrantRefusal> withdraw(RoleGrant grant) {
    Account account = grant.account();
    if (grant.role().equals(Role.ADMIN.name())
        && !administrators.leftWithout(authority(), account.id())) {
      return Optional.of(GrantRefusal.LAST_ADMINISTRATOR);
    }
    entities.remove(grant);
    cache.clear();
    journal.write(
        caller.get(),
        "RIGHT_WITHDRAWN",
        "ACCOUNT",
        account.id(),
        grant.school().map(School::id).orElse(null),
        Map.of("role", grant.role()));
    return Optional.empty();
  }

  private long authority() {
    return caller.get().authorityId();
  }
}
