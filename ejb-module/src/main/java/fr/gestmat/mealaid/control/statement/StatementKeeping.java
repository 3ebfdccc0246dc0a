package fr.gestmat.mealaid.control.statement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.directory.entity.School;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.statement.AidStatement;
import fr.gestmat.mealaid.entity.statement.AidStatementLine;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import fr.gestmat.mealaid.entity.statement.StatementState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Computes drafts, and computes lines of them again. */
@ApplicationScoped
public class StatementKeeping {

  @PersistenceContext private EntityManager entities;
  @Inject private StatementFacts facts;
  @Inject private StatementRows rows;
  @Inject private StatementNumbers numbers;
  @Inject private StatementJournal journal;
  @Inject private StatementDay day;

  /**
   * Computes a school's statement anew, in the place of the draft before.
   *
   * @return public id of the draft, or why there is none
   */
  @InTransaction
  public Answer<UUID> compute(
      StatementHand who, long campaignId, long schoolId, int term, StatementKind kind) {
    numbers.hold(who.authorityId(), day.year(who.authorityId()));
    AidCampaign campaign = entities.find(AidCampaign.class, campaignId);
    School school = entities.find(School.class, schoolId);
    Optional<AidStatement> before = rows.live(campaignId, schoolId, term, kind);
    Optional<Refusal> refusal = refusal(before, campaignId, schoolId, term, kind);
    if (refusal.isPresent()) {
      return Answer.refused(refusal.get());
    }
    StatementOrder order = new StatementOrder(kind, term, schoolId, campaign.terms());
    List<StatedLine> lines =
        StatementRule.lines(
            order,
            facts.grants(campaignId, school),
            facts.paid(campaignId, schoolId),
            facts.carriedOver(schoolId));
    before.ifPresent(old -> old.supersede(day.now()));
    // The old one has to be out of the way of the unique key before the new one comes.
    entities.flush();
    if (lines.isEmpty()) {
      return Answer.refused(
          Refusal.of("school", kind == StatementKind.REGULAR ? "nothingDue" : "nothingChanged"));
    }
    AidStatement draft = new AidStatement(campaignId, school, term, kind, who.name(), day.now());
    entities.persist(draft);
    draft.hold(lines);
    entities.flush();
    rows.put(draft, lines);
    journal.write(who, draft, StatementAction.STATEMENT_COMPUTED, Map.of());
    return new Answer.Done<>(draft.publicId());
  }

  private Optional<Refusal> refusal(
      Optional<AidStatement> before, long campaign, long school, int term, StatementKind kind) {
    if (kind == StatementKind.REGULAR) {
      if (before.filter(s -> s.state() == StatementState.FINAL).isPresent()) {
        return Optional.of(
            Refusal.of(
                "school", "finalAlready", Optional.ofNullable(before.get().number()).orElse("")));
      }
      return rows.earlierIsOpen(campaign, school, term)
          ? Optional.of(Refusal.of("school", "earlierOpen"))
          : Optional.empty();
    }
    return rows.live(campaign, school, term, StatementKind.REGULAR)
            .filter(s -> s.state() != StatementState.FINAL)
            .isPresent()
        ? Optional.of(Refusal.of("school", "regularOpen"))
        : Optional.empty();
  }

  /**
   * Computes a line in error again, alone (M-K03). The school has to look again at a statement that
   * it had checked.
   *
   * @param statement held
   */
  public Answer<UUID> replay(StatementHand who, AidStatement statement, UUID lineId) {
    List<AidStatementLine> kept = rows.lines(statement.id());
    Optional<AidStatementLine> line =
        kept.stream().filter(l -> l.publicId().equals(lineId) && l.stated().inError()).findFirst();
    if (line.isEmpty()) {
      return Answer.refused(Refusal.of("line", "noSuchLine"));
    }
    StatedLine old = line.get().stated();
    School school = entities.find(School.class, statement.schoolId());
    Optional<Grant> grant =
        Optional.ofNullable(old.child().applicationId()).flatMap(id -> facts.grant(id, school));
    if (grant.isEmpty()) {
      return Answer.refused(Refusal.of("line", "applicationGone"));
    }
    if (grant.get().problem().isPresent()) {
      return Answer.refused(Refusal.of("line", "stillMissing", grant.get().problem().get().name()));
    }
    AidCampaign campaign = entities.find(AidCampaign.class, statement.campaignId());
    StatementOrder order =
        new StatementOrder(
            statement.kind(), statement.term(), statement.schoolId(), campaign.terms());
    List<StatedLine> lines = new ArrayList<>();
    for (AidStatementLine one : kept) {
      if (one.publicId().equals(lineId)) {
        lines.addAll(
            StatementRule.of(
                order, grant.get(), facts.paid(statement.campaignId(), statement.schoolId())));
      } else {
        lines.add(one.stated());
      }
    }
    rows.put(statement, StatementRule.balanced(order, lines));
    journal.write(
        who,
        statement,
        StatementAction.STATEMENT_LINE_REPLAYED,
        Map.of("child", old.child().familyName() + " " + old.child().givenName()));
    return new Answer.Done<>(statement.publicId());
  }
}
