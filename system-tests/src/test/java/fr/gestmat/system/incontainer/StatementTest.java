package fr.gestmat.system.incontainer;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.statement.StatementClosing;
import fr.gestmat.mealaid.boundary.statement.StatementMaking;
import fr.gestmat.mealaid.boundary.statement.Statements;
import fr.gestmat.mealaid.boundary.statement.Statements.Card;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What tests of statements do as the people who do it. */
abstract class StatementTest extends InContainerTest {

  @Inject Acting acting;
  @Inject Territory territory;
  @Inject StatementMaking making;
  @Inject StatementClosing closing;
  @Inject Statements statements;

  Answer<UUID> compute(StatementTown town, long school, int term, StatementKind kind)
      throws Exception {
    return acting
        .as(
            town.manager(),
            Role.AID_MANAGER,
            () -> making.compute(town.campaign, town.uai(school), term, kind))
        .orElseThrow();
  }

  UUID draft(StatementTown town, long school, int term, StatementKind kind) throws Exception {
    return done(compute(town, school, term, kind));
  }

  Answer<UUID> check(StatementTown town, UUID id, long school) throws Exception {
    int version = card(town, id).statement().version();
    return acting
        .as(town.bursar(school), Role.BURSAR, () -> closing.check(id, version))
        .orElseThrow();
  }

  Answer<String> close(StatementTown town, UUID id) throws Exception {
    int version = card(town, id).statement().version();
    return acting
        .as(town.manager(), Role.AID_MANAGER, () -> closing.close(id, version))
        .orElseThrow();
  }

  /** Computed, checked by the school, final. */
  UUID closed(StatementTown town, long school, int term, StatementKind kind) throws Exception {
    UUID id = draft(town, school, term, kind);
    done(check(town, id, school));
    done(close(town, id));
    return id;
  }

  Card card(StatementTown town, UUID id) throws Exception {
    return acting.as(town.manager(), Role.AID_MANAGER, () -> statements.find(id)).orElseThrow();
  }

  List<String> lines(StatementTown town, UUID id) throws Exception {
    return card(town, id).lines().stream()
        .map(line -> line.stated())
        .map(
            line ->
                (line.kind() + " T" + line.term() + " " + line.child().familyName()).strip()
                    + " "
                    + line.amount())
        .toList();
  }

  static <T> T done(Answer<T> answer) {
    if (answer instanceof Answer.Done<T> done) {
      return done.value();
    }
    throw new AssertionError(answer.toString());
  }

  static List<String> refused(Answer<?> answer) {
    return answer instanceof Answer.Refused<?> refused
        ? refused.reasons().stream().map(Refusal::code).toList()
        : List.of(answer.toString());
  }
}
