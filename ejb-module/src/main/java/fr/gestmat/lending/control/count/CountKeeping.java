package fr.gestmat.lending.control.count;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.count.CountAgents.Agent;
import fr.gestmat.lending.control.count.CountAgents.Candidate;
import fr.gestmat.lending.entity.DeviceModel;
import fr.gestmat.lending.entity.StockCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens a count, says who scans for it, and closes it; needs a transaction. */
@ApplicationScoped
public class CountKeeping {

  private static final String COUNT = "STOCK_COUNT";

  @PersistenceContext private EntityManager entities;
  @Inject private CountedDevices devices;
  @Inject private CountAgents agents;
  @Inject private CountedReturns returns;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** Opens a count and writes down what must be there. */
  public StockCount open(
      Caller who,
      long school,
      CountOpening form,
      Optional<DeviceModel> model,
      List<Candidate> scanning) {
    StockCount count =
        new StockCount(
            who.authorityId(),
            school,
            form.name(),
            form.countsReturns(),
            clock.instant(),
            who.name());
    count.limitTo(
        form.storage().isEmpty() ? null : form.storage(), model.map(DeviceModel::id).orElse(null));
    entities.persist(count);
    entities.flush();
    devices.expect(count);
    agents.add(count.id(), who.accountId(), who.name());
    scanning.forEach(agent -> agents.add(count.id(), agent.account(), agent.name()));
    journal(
        who,
        count,
        LendingAction.COUNT_OPENED,
        Json.createObjectBuilder().add("agents", scanning.size() + 1));
    returns.forget();
    return count;
  }

  /** The count, held so that no scan comes between; empty if there is none. */
  public Optional<StockCount> hold(long authority, UUID id) {
    return entities
        .createQuery(
            "select c from StockCount c where c.publicId = :id and c.authorityId = :authority",
            StockCount.class)
        .setParameter("id", id)
        .setParameter("authority", authority)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** Says who scans from now on; who has scanned already stays on the list. */
  public void assign(Caller who, StockCount count, List<Candidate> scanning) {
    agents.keepOnly(count.id(), scanning);
    scanning.forEach(agent -> agents.add(count.id(), agent.account(), agent.name()));
    JsonObjectBuilder detail = Json.createObjectBuilder();
    var names = Json.createArrayBuilder();
    agents.of(count.id()).stream().map(Agent::name).forEach(names::add);
    journal(who, count, LendingAction.COUNT_ASSIGNED, detail.add("agents", names));
  }

  /** Closes it: what is missing is said and nothing is done about it. */
  public void close(Caller who, StockCount count) {
    devices.settle(count);
    count.close(clock.instant(), who.name());
    entities.flush();
    journal(who, count, LendingAction.COUNT_CLOSED, Json.createObjectBuilder());
    returns.forget();
  }

  /** Somebody says that all scans of theirs are sent. */
  public boolean finish(Caller who, long count) {
    return agents.finish(count, who.accountId(), clock.instant());
  }

  private void journal(
      Caller who, StockCount count, LendingAction action, JsonObjectBuilder detail) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            count.schoolId(),
            who.accountId(),
            who.name(),
            action.name(),
            COUNT,
            count.id(),
            null,
            detail.add("count", count.name()).build().toString()));
  }
}
