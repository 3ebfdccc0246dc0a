package fr.gestmat.lending.boundary.count;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.lending.control.count.CountAgents;
import fr.gestmat.lending.control.count.CountAgents.Agent;
import fr.gestmat.lending.control.count.CountAgents.Candidate;
import fr.gestmat.lending.control.count.CountBook;
import fr.gestmat.lending.control.count.CountBook.Line;
import fr.gestmat.lending.control.count.CountKeeping;
import fr.gestmat.lending.control.count.CountOpening;
import fr.gestmat.lending.control.count.CountView;
import fr.gestmat.lending.control.count.CountedDevices;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.entity.DeviceModel;
import fr.gestmat.lending.entity.StockCount;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Opens inventories, shows how far they are, says who scans, and closes them. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class StockCounts {

  /** Counts or devices on a page. */
  public static final int PAGE = 50;

  private static final Role[] READERS = {
    Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN
  };
  private static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private CountBook book;
  @Inject private CountAgents agents;
  @Inject private CountKeeping keeping;
  @Inject private CountedDevices devices;
  @Inject private Choices choices;

  /**
   * A page of counts.
   *
   * @param counts the latest first
   * @param next key before which the next page goes on; absent at the end
   */
  public record Page(List<Line> counts, Optional<Long> next) {}

  /**
   * All that the page of a count says of it.
   *
   * @param count the count
   * @param progress how far it is
   * @param agents who scans
   * @param mayScan whether the caller scans for it
   * @param mayManage whether the caller may close it and say who scans
   */
  public record Card(
      Line count,
      CountBook.Progress progress,
      List<Agent> agents,
      boolean mayScan,
      boolean mayManage) {}

  /**
   * A page of its devices.
   *
   * @param devices by tag
   * @param next tag after which the next page begins; absent at the end
   */
  public record Devices(List<CountBook.Device> devices, Optional<String> next) {}

  /**
   * The counts of the caller's schools.
   *
   * @param before key of the last count of the page before; {@code Long.MAX_VALUE} at first
   */
  public Page list(CountBook.Which which, Optional<String> uai, long before) {
    List<Line> lines = book.page(caller.get().scope(READERS), which, uai, before, PAGE + 1);
    boolean more = lines.size() > PAGE;
    List<Line> shown = more ? lines.subList(0, PAGE) : lines;
    return new Page(shown, more ? Optional.of(shown.get(PAGE - 1).key()) : Optional.empty());
  }

  /** One count. */
  public Optional<Card> find(UUID id) {
    Caller who = caller.get();
    return book.find(who.scope(READERS), id)
        .map(
            count -> {
              List<Agent> scanning = agents.of(count.key());
              return new Card(
                  count,
                  book.progress(count),
                  scanning,
                  count.open() && scanning.stream().anyMatch(a -> a.account() == who.accountId()),
                  count.open() && who.scope(MANAGERS).covers(count.schoolKey()));
            });
  }

  /** How far a count is, for a station that asks again and again. */
  public Optional<CountBook.Progress> progress(UUID id) {
    return book.find(caller.get().scope(READERS), id).map(book::progress);
  }

  /**
   * Its devices of one kind.
   *
   * @param after tag after which the page begins; empty for the first
   */
  public Optional<Devices> devices(UUID id, CountView view, String after) {
    return book.find(caller.get().scope(READERS), id)
        .map(
            count -> {
              List<CountBook.Device> lines = book.devices(count, view, after, PAGE + 1);
              boolean more = lines.size() > PAGE;
              List<CountBook.Device> shown = more ? lines.subList(0, PAGE) : lines;
              return new Devices(
                  shown, more ? Optional.of(shown.get(PAGE - 1).tag()) : Optional.empty());
            });
  }

  /** The codes that no device answered to. */
  public List<CountBook.Code> codes(UUID id) {
    return book.find(caller.get().scope(READERS), id).map(book::codes).orElse(List.of());
  }

  /** The schools of which the caller sees counts. */
  public List<Choices.School> schools() {
    return choices.schools(caller.get().scope(READERS));
  }

  /** The schools where the caller may open a count. */
  public List<Choices.School> managed() {
    return choices.schools(caller.get().scope(MANAGERS));
  }

  /** The storage places of a school that the caller runs, as its devices name them. */
  public List<String> storages(String uai) {
    return managed(uai).map(school -> devices.storages(school.key())).orElse(List.of());
  }

  /** Who may be asked to scan in a school that the caller runs. */
  public List<Candidate> candidates(String uai) {
    Caller who = caller.get();
    return managed(uai)
        .map(school -> agents.candidates(who.authorityId(), school.key()))
        .orElse(List.of());
  }

  /**
   * Opens a count.
   *
   * @return its public id
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Answer<UUID> open(CountOpening form) {
    Caller who = caller.get();
    List<Refusal> wrong = new ArrayList<>(form.refusals());
    Optional<Choices.School> school = managed(form.school());
    if (school.isEmpty()) {
      wrong.add(Refusal.of("school", "schoolMissing"));
    }
    Optional<DeviceModel> model = form.model().flatMap(id -> model(who, id));
    if (form.model().isPresent() && model.isEmpty()) {
      wrong.add(Refusal.of("model", "modelMissing"));
    }
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    long key = school.orElseThrow().key();
    Optional<String> storage = Optional.of(form.storage()).filter(s -> !s.isEmpty());
    if ((storage.isPresent() || model.isPresent())
        && devices.present(key, storage, model.map(DeviceModel::id)) == 0) {
      return Answer.refused(Refusal.of("storage", "nothingThere"));
    }
    StockCount count = keeping.open(who, key, form, model, chosen(who, key, form.agents()));
    return new Answer.Done<>(count.publicId());
  }

  /**
   * Says who scans from now on; who has scanned already stays.
   *
   * @return empty if there is no such open count that the caller runs
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<UUID>> assign(UUID id, List<UUID> accounts) {
    Caller who = caller.get();
    return hold(who, id)
        .filter(count -> count.closedAt() == null)
        .map(
            count -> {
              List<Candidate> scanning = chosen(who, count.schoolId(), accounts);
              if (scanning.isEmpty()) {
                return Answer.refused(Refusal.of("agents", "agentsMissing"));
              }
              keeping.assign(who, count, scanning);
              return new Answer.Done<>(id);
            });
  }

  /**
   * Closes a count. Refused while an agent who scanned has not said that all is sent, unless the
   * caller closes it all the same: what comes later is kept, and changes nothing.
   *
   * @param allTheSame closes although scans may still wait on a station
   * @return empty if there is no such count that the caller runs
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<UUID>> close(UUID id, boolean allTheSame) {
    Caller who = caller.get();
    return hold(who, id)
        .map(
            count -> {
              if (count.closedAt() != null) {
                return Answer.refused(Refusal.of("close", "closedAlready"));
              }
              List<Refusal> waiting =
                  agents.of(count.id()).stream()
                      .filter(a -> a.underWay() && a.account() != who.accountId())
                      .map(a -> Refusal.of("allTheSame", "agentUnderWay", a.name()))
                      .toList();
              if (!waiting.isEmpty() && !allTheSame) {
                return new Answer.Refused<>(waiting);
              }
              keeping.close(who, count);
              return new Answer.Done<>(id);
            });
  }

  /**
   * The caller says that all scans are sent.
   *
   * @return whether the caller scans for such a count
   */
  public boolean finish(UUID id) {
    Caller who = caller.get();
    return book.find(who.scope(READERS), id)
        .filter(count -> keeping.finish(who, count.key()))
        .isPresent();
  }

  private Optional<StockCount> hold(Caller who, UUID id) {
    return keeping
        .hold(who.authorityId(), id)
        .filter(count -> who.scope(MANAGERS).covers(count.schoolId()));
  }

  private List<Candidate> chosen(Caller who, long school, List<UUID> accounts) {
    return agents.candidates(who.authorityId(), school).stream()
        .filter(candidate -> accounts.contains(candidate.id()))
        .toList();
  }

  /** The school that was said; who runs one school need not say it. */
  private Optional<Choices.School> managed(String uai) {
    List<Choices.School> mine = managed();
    return uai.isEmpty() && mine.size() == 1
        ? Optional.of(mine.get(0))
        : mine.stream().filter(s -> s.uai().equals(uai)).findFirst();
  }

  private Optional<DeviceModel> model(Caller who, UUID id) {
    return entities
        .createQuery(
            "select m from DeviceModel m where m.publicId = :id and m.authorityId = :authority",
            DeviceModel.class)
        .setParameter("id", id)
        .setParameter("authority", who.authorityId())
        .getResultStream()
        .findFirst();
  }
}
