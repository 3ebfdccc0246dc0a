package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.journal.boundary.Transactions;
import fr.gestmat.mealaid.control.decision.Assessed;
import fr.gestmat.mealaid.control.decision.Assessor;
import fr.gestmat.mealaid.control.decision.DecisionTerms;
import fr.gestmat.mealaid.control.decision.RefusalWords;
import fr.gestmat.mealaid.control.statement.StatementRows;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.AidDecision;
import fr.gestmat.mealaid.entity.AidDecision.Outcome;
import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.mealaid.entity.statement.AidStatement;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The canteen aid of the sample territory is written as rows, not by the product's boundaries: the
 * product finds in it what it would have written.
 */
class SampleAidInContainerIT extends InContainerTest {

  private static final String SARNE =
      " (select a.id from LocalAuthority a where a.name = 'Département de la Sarne')";

  @PersistenceContext private EntityManager entities;
  @Inject private Transactions transactions;
  @Inject private Assessor assessor;
  @Inject private StatementRows statements;

  private void reading(Runnable work) throws Exception {
    Exception failure =
        transactions
            .joined(
                () -> {
                  work.run();
                  return "";
                })
            .failure();
    if (failure != null) {
      throw failure;
    }
  }

  @Test
  void every_decision_is_what_rules_and_scale_say() throws Exception {
    reading(
        () -> {
          List<AidDecision> standing =
              entities
                  .createQuery(
                      "select d from AidDecision d where d.supersededAt is null and"
                          + " d.authorityId in"
                          + SARNE
                          + " order by d.id",
                      AidDecision.class)
                  .getResultList();
          assertThat(standing).hasSizeGreaterThan(120);
          standing.forEach(this::same);
        });
  }

  private void same(AidDecision decision) {
    AidApplication about = entities.find(AidApplication.class, decision.applicationId());
    AidCampaign campaign = entities.find(AidCampaign.class, about.campaignId());
    Assessed said = assessor.assess(about, campaign, Map.of());
    String which = "application " + about.number();
    if (decision.outcome() == Outcome.GRANTED) {
      assertThat(said.failed()).as(which).isEmpty();
      Integer first = about.firstTerm();
      List<DecisionTerm> terms =
          DecisionTerms.of(
              said.gift(),
              campaign.terms(),
              first == null ? 1 : first,
              Optional.ofNullable(about.figures().mealsAWeek()));
      assertThat(decision.terms()).as(which).isNotEmpty().containsExactlyElementsOf(terms);
    } else if (decision.outcome() == Outcome.REFUSED) {
      assertThat(decision.reasonCodes())
          .as(which)
          .isEqualTo(said.failed().stream().map(Assessed.RuleLine::code).toList());
      assertThat(decision.reason())
          .as(which)
          .isEqualTo(RefusalWords.in(about.language()).reason(said.failed()));
    }
  }

  /** Reading a final one compares its lines with its seal. */
  @Test
  void every_statement_is_whole() throws Exception {
    reading(
        () -> {
          List<AidStatement> all =
              entities
                  .createQuery(
                      "select s from AidStatement s where s.authorityId in" + SARNE,
                      AidStatement.class)
                  .getResultList();
          assertThat(all).hasSize(17);
          all.forEach(one -> assertThat(statements.whole(one)).isNotEmpty());
        });
  }
}
