package fr.gestmat.identity.boundary;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.identity.control.Accounts;
import fr.gestmat.identity.control.RightsJournal;
import fr.gestmat.identity.control.Secret;
import fr.gestmat.identity.control.SignedOnCache;
import fr.gestmat.identity.control.TokenRows;
import fr.gestmat.identity.entity.Account;
import fr.gestmat.identity.entity.ApiToken;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What other systems get in with, as the administrators of an authority decide it. */
@Stateless
@RolesAllowed("ADMIN")
public class TokenAdministration {

  /** Tokens of a page at most. */
  public static final int PAGE = 50;

  /** No token holds longer: a forgotten one ends by itself. */
  public static final Duration LONGEST = Duration.ofDays(365);

  private static final int LONGEST_PURPOSE = 160;

  /** By this, a secret that leaked into a file is recognised as one of ours. */
  private static final String PREFIX = "gm_";

  @PersistenceContext private EntityManager entities;
  @Inject private AccountAdministration administration;
  @Inject private Accounts accounts;
  @Inject private TokenRows rows;
  @Inject private CurrentCaller caller;
  @Inject private RightsJournal journal;
  @Inject private SignedOnCache cache;
  @Inject private Clock clock;

  /**
   * Tokens of the authority, the newest first, at most {@link #PAGE}.
   *
   * @param after the last token of the page before
   */
  public List<TokenLine> list(Optional<UUID> after) {
    return rows.page(caller.get().authorityId(), after, PAGE);
  }

  /**
   * Makes a token that acts as an account, with some of what the account was given.
   *
   * @param accountId one's own account, or one that nobody signs on with
   * @param purpose what the other system does with it
   * @param grants ids of the account's rights that it may use
   * @param life how long it holds, {@link #LONGEST} at most
   * @return absent if there is no such account
   */
  public Optional<TokenAnswer> make(
      UUID accountId, String purpose, Set<UUID> grants, Duration life) {
    return administration
        .find(accountId)
        .map(
            account -> {
              Set<TokenRefusal> refusals = judge(account, purpose.strip(), grants, life);
              return refusals.isEmpty()
                  ? make(account, purpose.strip(), grants, life)
                  : new TokenAnswer.Refused(refusals);
            });
  }

  private static Set<TokenRefusal> judge(
      AccountFile account, String purpose, Set<UUID> grants, Duration life) {
    Set<TokenRefusal> refusals = EnumSet.noneOf(TokenRefusal.class);
    if (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE) {
      refusals.add(TokenRefusal.PURPOSE);
    }
    Set<UUID> held = account.grants().stream().map(AccountGrant::id).collect(Collectors.toSet());
    if (grants.isEmpty() || !held.containsAll(grants)) {
      refusals.add(TokenRefusal.RIGHTS);
    }
    if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
      refusals.add(TokenRefusal.LIFE);
    }
    if (!account.lendsToTokens()) {
      refusals.add(TokenRefusal.SOMEBODY_ELSE);
    }
    return refusals;
  }

  private TokenAnswer make(AccountFile file, String purpose, Set<UUID> grants, Duration life) {
    Account account = accounts.ofAuthority(caller.get().authorityId(), file.id()).orElseThrow();
    Set<ApiToken.Limit> limits =
        file.grants().stream()
            .filter(grant -> grants.contains(grant.id()))
            .map(AccountGrant::held)
            .map(held -> new ApiToken.Limit(held.role().name(), held.schoolId()))
            .collect(Collectors.toSet());
    String secret = PREFIX + Secret.random();
    Instant now = clock.instant();
    ApiToken token =
        new ApiToken(
            account,
            caller.get().name(),
            Secret.hash(secret),
            purpose,
            limits,
            now,
            now.plus(life));
    entities.persist(token);
    entities.flush();
    journal.write(
        caller.get(),
        "TOKEN_MADE",
        "API_TOKEN",
        token.id(),
        null,
        Map.of(
            "purpose",
            purpose,
            "account",
            account.publicId().toString(),
            "expires",
            token.expiresAt().toString()));
    return new TokenAnswer.Made(secret, purpose, token.expiresAt());
  }

  /** What a token is for; absent if there is no such token. */
  public Optional<String> purpose(UUID id) {
    return find(id).map(ApiToken::purpose);
  }

  /** Takes a token back, within seconds on every server; whether there is such a token. */
  public boolean revoke(UUID id) {
    Optional<ApiToken> found = find(id);
    found
        .filter(token -> token.revokedAt().isEmpty())
        .ifPresent(
            token -> {
              token.revoke(clock.instant());
              cache.clear();
              journal.write(
                  caller.get(),
                  "TOKEN_REVOKED",
                  "API_TOKEN",
                  token.id(),
                  null,
                  Map.of("purpose", token.purpose()));
            });
    return found.isPresent();
  }

  private Optional<ApiToken> find(UUID id) {
    return entities
        .createQuery(
            "select t from ApiToken t where t.publicId = :id and t.authorityId = :authority",
            ApiToken.class)
        .setParameter("id", id)
        .setParameter("authority", caller.get().authorityId())
        .getResultStream()
        .findFirst();
  }
}
