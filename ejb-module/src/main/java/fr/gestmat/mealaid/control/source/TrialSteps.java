package fr.gestmat.mealaid.control.source;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.mealaid.control.source.TrialCall.Outcome;
import fr.gestmat.mealaid.control.source.TrialCall.Result;
import fr.gestmat.mealaid.entity.source.SourceAccess;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** What a trial reads and writes, each by itself: no transaction is open while a source thinks. */
@ApplicationScoped
public class TrialSteps {

  @PersistenceContext private EntityManager entities;
  @Inject private SourceTokens tokens;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** As whom to ask; empty without SIRET or readable token. */
  @InTransaction(ofItsOwn = true)
  public Optional<ParticulierClient.Access> access(Caller who) {
    return Optional.ofNullable(entities.find(SourceAccess.class, who.authorityId()))
        .flatMap(tokens::open);
  }

  /** Says what came of it: a token that is taken again lets the waiting calls go on. */
  @InTransaction(ofItsOwn = true)
  public void tried(Caller who, Result result) {
    SourceAccess access =
        entities.find(SourceAccess.class, who.authorityId(), LockModeType.PESSIMISTIC_WRITE);
    if (result.outcome() == Outcome.WORKS) {
      access.accepted();
    } else if (result.outcome() == Outcome.TOKEN_REFUSED) {
      access.refused(result.code(), clock.instant());
    }
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            SourceAction.SOURCES_TRIED.name(),
            "SOURCE_ACCESS",
            who.authorityId(),
            null,
            Json.createObjectBuilder()
                .add("outcome", result.outcome().name())
                .add("code", result.code())
                .build()
                .toString()));
  }
}
