package fr.gestmat.mealaid.boundary.statement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.NewTask;
import fr.gestmat.mealaid.control.statement.StatementBook;
import fr.gestmat.mealaid.control.statement.StatementHand;
import fr.gestmat.mealaid.control.statement.StatementJournal;
import fr.gestmat.mealaid.control.statement.StatementKeeping;
import fr.gestmat.mealaid.control.statement.StatementWork;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/**
 * Computing statements, for who runs the aid: one school at once, all schools in the background.
 */
@Stateless
@RolesAllowed("AID_MANAGER")
public class StatementMaking {

  @Inject private CurrentCaller caller;
  @Inject private StatementBook book;
  @Inject private StatementKeeping keeping;
  @Inject private StatementJournal journal;
  @Inject private BackgroundTasks tasks;

  /**
   * Computes one school's statement.
   *
   * @param term 1 to 3
   * @return public id of the draft; empty if there is no such campaign or school for the caller
   */
  public Optional<Answer<UUID>> compute(UUID campaign, String uai, int term, StatementKind kind) {
    return mine(campaign)
        .flatMap(
            c ->
                book.school(c.authorityId(), uai)
                    .map(school -> keeping.compute(hand(), c.id(), school, term, kind)));
  }

  /**
   * Has the statements of all schools computed.
   *
   * @param term 1 to 3
   * @return public id of the task; empty if there is no such campaign for the caller
   */
  public Optional<UUID> computeAll(UUID campaign, int term, StatementKind kind) {
    Caller who = caller.get();
    return mine(campaign)
        .map(
            c -> {
              String order = new StatementWork.Order(c.id(), term, kind).json();
              journal.ordered(hand(), order);
              return tasks.submit(
                  new NewTask(
                      StatementWork.KIND,
                      who.authorityId(),
                      null,
                      who.accountId(),
                      who.name(),
                      order));
            });
  }

  private Optional<AidCampaign> mine(UUID campaign) {
    Caller who = caller.get();
    return who.scope(Role.AID_MANAGER).wholeAuthority()
        ? book.campaign(who.authorityId(), campaign)
        : Optional.empty();
  }

  private StatementHand hand() {
    return StatementHand.of(caller.get());
  }
}
