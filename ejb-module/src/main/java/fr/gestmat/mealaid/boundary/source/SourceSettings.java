package fr.gestmat.mealaid.boundary.source;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.source.Siret;
import fr.gestmat.mealaid.control.source.SourceAction;
import fr.gestmat.mealaid.control.source.SourceTokens;
import fr.gestmat.mealaid.control.source.TokenFacts;
import fr.gestmat.mealaid.entity.source.SourceAccess;
import fr.gestmat.mealaid.entity.source.SourceAccess.Wishes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the authority asks official sources: in whose name, with which token, what, and whether at
 * all. A token is entered and never shown again.
 */
@Stateless
@RolesAllowed({"ADMIN", "AID_MANAGER"})
public class SourceSettings {

  private static final Role[] KEEPERS = {Role.ADMIN, Role.AID_MANAGER};

  /** More than any token of the source. */
  private static final int LONGEST_TOKEN = 4_000;

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private SourceTokens tokens;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * How it is set.
   *
   * @param active whether calls are on
   * @param recipient SIRET of the authority
   * @param wishes what is asked, and how
   * @param token the token, if one was entered
   * @param version for who saves
   */
  public record Setup(
      boolean active,
      Optional<String> recipient,
      Wishes wishes,
      Optional<Token> token,
      int version) {}

  /**
   * A token as people may see it.
   *
   * @param state how it stands now
   * @param endsAt when it ends, if it says so
   * @param setAt when it was entered
   * @param setBy by whom
   * @param refusedAt since when the source refuses it
   * @param readable whether it can still be decrypted
   */
  public record Token(
      TokenFacts.State state,
      Optional<Instant> endsAt,
      Instant setAt,
      String setBy,
      Optional<Instant> refusedAt,
      boolean readable) {}

  /**
   * What somebody entered.
   *
   * @param recipient SIRET, blanks allowed
   * @param wishes what is asked
   * @param token a new token; blank to keep the one that is there
   * @param version that was shown
   */
  public record Entered(String recipient, Wishes wishes, String token, int version) {}

  /** How it is set now; empty if the caller does not look after the whole authority. */
  public Optional<Setup> show() {
    return who()
        .map(
            who ->
                setup(
                    Optional.ofNullable(entities.find(SourceAccess.class, who.authorityId()))
                        .orElseGet(() -> new SourceAccess(who.authorityId()))));
  }

  /**
   * Whether people have to be warned of the token: calls are on and it ends within 30 days, is
   * over, or is refused.
   */
  public Optional<Token> warning() {
    return show()
        .filter(Setup::active)
        .flatMap(Setup::token)
        .filter(
            token ->
                token.state() == TokenFacts.State.ENDING
                    || token.state() == TokenFacts.State.EXPIRED
                    || token.refusedAt().isPresent()
                    || !token.readable());
  }

  /** Sets in whose name what is asked, and takes a new token if one was entered. */
  public Optional<Answer<Boolean>> save(Entered entered) {
    return who().map(who -> save(who, entered));
  }

  private Answer<Boolean> save(Caller who, Entered entered) {
    String siret = entered.recipient().replaceAll("\\s", "");
    String token = entered.token().strip();
    List<Refusal> wrong = refusals(siret, token, entered.wishes());
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    Optional<SourceAccess> before = held(who);
    if (before.isPresent() && before.get().version() != entered.version()) {
      return new Answer.Stale<>(Optional.empty(), Optional.empty(), before.get().version());
    }
    SourceAccess access = before.orElseGet(() -> begun(who));
    access.set(siret, entered.wishes());
    write(who, SourceAction.SOURCES_SET, access);
    if (!token.isEmpty()) {
      take(who, access, token);
    }
    return new Answer.Done<>(access.active());
  }

  private List<Refusal> refusals(String siret, String token, Wishes wishes) {
    List<Refusal> wrong = new ArrayList<>();
    if (!Siret.isRight(siret)) {
      wrong.add(Refusal.of("recipient", "siretWrong"));
    }
    if (wishes.schoolingVersion() < SourceAccess.OLDEST_SCHOOLING
        || wishes.schoolingVersion() > SourceAccess.NEWEST_SCHOOLING) {
      wrong.add(Refusal.of("schoolingVersion", "versionUnknown"));
    }
    if (!token.isEmpty()) {
      Optional<TokenFacts> facts =
          token.length() > LONGEST_TOKEN ? Optional.empty() : TokenFacts.read(token);
      if (facts.isEmpty()) {
        wrong.add(Refusal.of("token", "tokenUnreadable"));
      } else if (facts.get().state(clock.instant()) == TokenFacts.State.EXPIRED) {
        wrong.add(Refusal.of("token", "tokenExpired", facts.get().expiresAt().orElseThrow()));
      }
    }
    return wrong;
  }

  private void take(Caller who, SourceAccess access, String token) {
    try {
      access.use(
          tokens.seal(token),
          TokenFacts.read(token).flatMap(TokenFacts::expiresAt),
          who.name(),
          clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException("no master key to encrypt the token with", e);
    }
    write(who, SourceAction.SOURCES_TOKEN_SET, access);
  }

  /**
   * Turns calls on or off. What waits stays and is asked when they are on again; while they are
   * off, no decision waits for it.
   */
  public Optional<Answer<Boolean>> turn(boolean on) {
    return who()
        .map(
            who -> {
              Optional<SourceAccess> held = held(who);
              if (on && held.flatMap(SourceAccess::recipient).isEmpty()) {
                return Answer.refused(Refusal.of("recipient", "siretMissing"));
              }
              if (on && held.flatMap(SourceAccess::tokenSealed).isEmpty()) {
                return Answer.refused(Refusal.of("token", "tokenMissing"));
              }
              return new Answer.Done<>(held.map(access -> turn(who, access, on)).orElse(false));
            });
  }

  private boolean turn(Caller who, SourceAccess access, boolean on) {
    if (access.active() != on) {
      access.turn(on);
      write(who, on ? SourceAction.SOURCES_TURNED_ON : SourceAction.SOURCES_TURNED_OFF, access);
    }
    return access.active();
  }

  private Optional<SourceAccess> held(Caller who) {
    return Optional.ofNullable(
        entities.find(SourceAccess.class, who.authorityId(), LockModeType.PESSIMISTIC_WRITE));
  }

  private SourceAccess begun(Caller who) {
    SourceAccess access = new SourceAccess(who.authorityId());
    entities.persist(access);
    return access;
  }

  private Setup setup(SourceAccess access) {
    return new Setup(
        access.active(),
        access.recipient(),
        access.wishes(),
        access
            .tokenSetAt()
            .map(
                setAt ->
                    new Token(
                        TokenFacts.state(access.tokenEndsAt(), clock.instant()),
                        access.tokenEndsAt(),
                        setAt,
                        access.tokenSetBy().orElse(""),
                        access.refusedAt(),
                        tokens.open(access).isPresent())),
        access.version());
  }

  private void write(Caller who, SourceAction action, SourceAccess access) {
    JsonObjectBuilder detail =
        Json.createObjectBuilder()
            .add("active", access.active())
            .add("quotient", access.wishes().quotient())
            .add("scholarship", access.wishes().scholarship())
            .add("schoolingVersion", access.wishes().schoolingVersion())
            .add("withProof", access.wishes().withProof());
    access.recipient().ifPresent(siret -> detail.add("recipient", siret));
    access.tokenEndsAt().ifPresent(end -> detail.add("tokenEndsAt", end.toString()));
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            action.name(),
            "SOURCE_ACCESS",
            who.authorityId(),
            null,
            detail.build().toString()));
  }

  private Optional<Caller> who() {
    return Optional.of(caller.get()).filter(c -> c.scope(KEEPERS).wholeAuthority());
  }
}
