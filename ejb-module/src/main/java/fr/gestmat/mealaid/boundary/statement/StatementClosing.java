package fr.gestmat.mealaid.boundary.statement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.mealaid.control.statement.ClosingRule;
import fr.gestmat.mealaid.control.statement.StatementAction;
import fr.gestmat.mealaid.control.statement.StatementBook;
import fr.gestmat.mealaid.control.statement.StatementDay;
import fr.gestmat.mealaid.control.statement.StatementHand;
import fr.gestmat.mealaid.control.statement.StatementJournal;
import fr.gestmat.mealaid.control.statement.StatementKeeping;
import fr.gestmat.mealaid.control.statement.StatementNumbers;
import fr.gestmat.mealaid.control.statement.StatementRows;
import fr.gestmat.mealaid.entity.statement.AidStatement;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What becomes of a draft: lines in error computed again, checked by the school, made final by who
 * runs the aid. Of two people at once the second is told what the first did.
 */
@Stateless
@RolesAllowed({"AID_MANAGER", "BURSAR"})
public class StatementClosing {

  @Inject private CurrentCaller caller;
  @Inject private StatementBook book;
  @Inject private StatementRows rows;
  @Inject private StatementKeeping keeping;
  @Inject private StatementNumbers numbers;
  @Inject private StatementJournal journal;
  @Inject private StatementDay day;
  @PersistenceContext private EntityManager entities;

  /**
   * The school found it right, or somebody of the authority in its place.
   *
   * @param version what was looked at
   * @return its public id; empty if there is no such statement for the caller
   */
  public Optional<Answer<UUID>> check(UUID id, int version) {
    return held(
        caller.get().scope(Role.AID_MANAGER, Role.BURSAR),
        id,
        version,
        ClosingRule::checking,
        statement -> {
          statement.check(caller.get().name(), day.now());
          journal.write(hand(), statement, StatementAction.STATEMENT_CHECKED, Map.of());
          return new Answer.Done<>(statement.publicId());
        });
  }

  /**
   * Makes it final. That can't be undone.
   *
   * @param version what was looked at
   * @return its number; empty if there is no such statement for the caller
   */
  @RolesAllowed("AID_MANAGER")
  public Optional<Answer<String>> close(UUID id, int version) {
    return held(
        managed(),
        id,
        version,
        ClosingRule::closing,
        statement -> {
          List<StatedLine> lines = rows.whole(statement);
          StatementNumbers.Given number =
              numbers.next(statement.authorityId(), day.year(statement.authorityId()));
          statement.close(number.text(), caller.get().name(), day.now());
          entities.flush();
          rows.seal(statement, number, lines);
          journal.write(
              hand(), statement, StatementAction.STATEMENT_CLOSED, Map.of("number", number.text()));
          return new Answer.Done<>(number.text());
        });
  }

  /**
   * Computes a line in error again, alone.
   *
   * @param version what was looked at
   * @return the statement's public id; empty if there is no such statement for the caller
   */
  @RolesAllowed("AID_MANAGER")
  public Optional<Answer<UUID>> replay(UUID id, UUID line, int version) {
    return held(
        managed(),
        id,
        version,
        standing ->
            ClosingRule.closing(standing).stream()
                .filter(reason -> !reason.code().equals("notChecked"))
                .toList(),
        statement -> keeping.replay(hand(), statement, line));
  }

  private <T> Optional<Answer<T>> held(
      Scope scope,
      UUID id,
      int version,
      Function<ClosingRule.Standing, List<Refusal>> rule,
      Function<AidStatement, Answer<T>> change) {
    Optional<AidStatement> found = book.find(scope, id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    AidStatement statement = found.get();
    numbers.hold(statement.authorityId(), day.year(statement.authorityId()));
    // Read again: what somebody else did while this one waited counts.
    entities.refresh(statement);
    List<Refusal> reasons =
        rule.apply(
            new ClosingRule.Standing(
                statement.state(),
                Optional.ofNullable(statement.number()),
                statement.supersededAt() != null,
                rows.isOutdated(statement)));
    if (!reasons.isEmpty()) {
      return Optional.of(new Answer.Refused<>(reasons));
    }
    if (statement.version() != version) {
      return Optional.of(
          new Answer.Stale<>(
              Optional.ofNullable(statement.checkedBy()),
              Optional.ofNullable(statement.checkedAt()),
              statement.version()));
    }
    return Optional.of(change.apply(statement));
  }

  private Scope managed() {
    Scope scope = caller.get().scope(Role.AID_MANAGER);
    return new Scope(scope.authorityId(), scope.wholeAuthority(), Set.of());
  }

  private StatementHand hand() {
    Caller who = caller.get();
    return StatementHand.of(who);
  }
}
