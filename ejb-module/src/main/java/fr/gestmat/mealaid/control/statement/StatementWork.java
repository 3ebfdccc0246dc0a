package fr.gestmat.mealaid.control.statement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Role;
import fr.gestmat.job.boundary.BackgroundWork;
import fr.gestmat.job.boundary.TaskFailedException;
import fr.gestmat.job.boundary.TaskResult;
import fr.gestmat.job.boundary.TaskRun;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;

/**
 * Computes the statements of all schools of a term, one transaction for each. A server that dies
 * begins again: what was computed is computed anew.
 */
@ApplicationScoped
public class StatementWork implements BackgroundWork {

  /** Kind of these tasks. */
  public static final String KIND = "AID_STATEMENTS";

  @Inject private StatementKeeping keeping;
  @Inject private OrderFacts orders;

  /**
   * What is to be computed.
   *
   * @param campaignId database id of the campaign
   * @param term 1 to 3
   * @param kind what for
   */
  public record Order(long campaignId, int term, StatementKind kind) {

    /** As the task keeps it. */
    public String json() {
      return Json.createObjectBuilder()
          .add("campaign", campaignId)
          .add("term", term)
          .add("kind", kind.name())
          .build()
          .toString();
    }

    static Order read(String json) {
      try (JsonReader reader = Json.createReader(new StringReader(json))) {
        JsonObject order = reader.readObject();
        return new Order(
            order.getJsonNumber("campaign").longValue(),
            order.getInt("term"),
            StatementKind.valueOf(order.getString("kind")));
      }
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public TaskResult run(TaskRun run) throws TaskFailedException {
    if (!orders.mayStill(run.ownerAccountId())) {
      throw new TaskFailedException("{\"reason\":\"noRight\"}");
    }
    Order order = Order.read(run.parameters());
    StatementHand who = new StatementHand(run.authorityId(), run.ownerAccountId(), run.ownerName());
    List<Long> schools = orders.schools(order.campaignId());
    int computed = 0;
    for (int i = 0; i < schools.size(); i++) {
      run.progress(i, schools.size());
      Answer<UUID> answer =
          keeping.compute(who, order.campaignId(), schools.get(i), order.term(), order.kind());
      computed += answer instanceof Answer.Done<UUID> ? 1 : 0;
    }
    run.progress(schools.size(), schools.size());
    return new TaskResult(
        Json.createObjectBuilder()
            .add("rows", computed)
            .add("waiting", schools.size() - computed)
            .build()
            .toString(),
        null);
  }

  /** What the work reads before it begins, in transactions of their own. */
  @ApplicationScoped
  public static class OrderFacts {

    @Inject private StatementFacts facts;
    @PersistenceContext private EntityManager entities;

    /** The schools that are concerned. */
    @InTransaction
    public List<Long> schools(long campaign) {
      return facts.schools(campaign);
    }

    /** Whether who asked still runs campaigns. */
    @InTransaction
    public boolean mayStill(long account) {
      return entities
              .createQuery(
                  "select count(g) from RoleGrant g where g.account.id = :account and"
                      + " g.account.active = true and g.role = :role",
                  Long.class)
              .setParameter("account", account)
              .setParameter("role", Role.AID_MANAGER.name())
              .getSingleResult()
          > 0;
    }
  }
}
