package fr.gestmat.lending.boundary.offline;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.SchoolRef;
import fr.gestmat.lending.control.desk.AuthorityFacts;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.offline.DeskData;
import fr.gestmat.lending.control.offline.DeskDataReader;
import fr.gestmat.lending.control.offline.Desks;
import fr.gestmat.lending.control.offline.HandIn;
import fr.gestmat.lending.control.offline.OfflineOperation;
import fr.gestmat.lending.control.offline.Operations;
import fr.gestmat.lending.control.offline.Played;
import fr.gestmat.lending.control.offline.ReplayPlan;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** A desk that goes on without network: takes a list along, and brings back what it did. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER"})
public class OfflineDesks {

  /** More than one person scans in a day. */
  public static final int MOST = 5_000;

  @Inject private CurrentCaller caller;
  @Inject private ReferenceData reference;
  @Inject private DeskDataReader data;
  @Inject private Desks desks;
  @Inject private HandIn handIn;
  @Inject private Operations operations;
  @Inject private ReplayPlan plan;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * How what a school's desks brought back stands.
   *
   * @param waiting operations that no replay took yet
   * @param silent the desks for which they wait
   */
  public record Standing(long waiting, List<Desks.Silent> silent) {}

  /**
   * The list that a desk takes along; the journal says who took it.
   *
   * @param desk given by the desk, the same each time
   * @return absent if there is no such school for the caller
   */
  public Optional<DeskData> list(String uai, UUID desk) {
    return at(
        uai,
        (facts, school) -> {
          Caller who = caller.get();
          DeskData list = data.of(facts, school.id(), now());
          desks.given(who, school.id(), desk, list.at(), list.expiresAt());
          plan.ifComplete(who, school.id(), now());
          journal.write(
              new JournalEvent(
                  who.authorityId(),
                  school.id(),
                  who.accountId(),
                  who.name(),
                  LendingAction.OFFLINE_LIST_TAKEN.name(),
                  "SCHOOL",
                  school.id(),
                  null,
                  "{\"devices\":"
                      + list.devices().size()
                      + ",\"pupils\":"
                      + list.pupils().size()
                      + "}"));
          return list;
        });
  }

  /**
   * A desk is there and holds nothing back. What waited for it is replayed.
   *
   * @return absent if there is no such school for the caller
   */
  public Optional<Standing> heard(String uai, UUID desk) {
    return at(
        uai,
        (facts, school) -> {
          desks.heard(caller.get(), school.id(), desk, now());
          return goOn(school);
        });
  }

  /**
   * A desk wiped its list: nothing waits for it any more.
   *
   * @return absent if there is no such school for the caller
   */
  public Optional<Standing> leave(String uai, UUID desk) {
    return at(
        uai,
        (facts, school) -> {
          desks.gone(caller.get(), school.id(), desk);
          return goOn(school);
        });
  }

  /**
   * A desk brings back what it did. It is replayed when all desks that may hold earlier operations
   * were heard of; sent twice it is there once (L090).
   *
   * @param deskNow the desk's clock when it sent them
   * @param handedIn at most {@link #MOST}
   * @return absent if there is no such school for the caller
   */
  public Optional<Standing> handIn(
      String uai, UUID desk, Instant deskNow, List<OfflineOperation> handedIn) {
    return at(
        uai,
        (facts, school) -> {
          handIn.keep(caller.get(), school.id(), facts.tags(), desk, deskNow, now(), handedIn);
          return goOn(school);
        });
  }

  /** What became of the caller's own operations; unknown ids are left out. */
  public List<Played> mine(List<UUID> scans) {
    return operations.of(caller.get().accountId(), scans);
  }

  private Standing goOn(SchoolRef school) {
    plan.ifComplete(caller.get(), school.id(), now());
    return operations
        .newestWaiting(school.id())
        .map(
            newest ->
                new Standing(
                    operations.waiting(school.id()), desks.silentSince(school.id(), newest, now())))
        .orElseGet(() -> new Standing(0, List.of()));
  }

  private <T> Optional<T> at(String uai, BiFunction<AuthorityFacts, SchoolRef, T> work) {
    Scope scope = caller.get().scope(Role.LOAN_AGENT, Role.LOAN_MANAGER);
    AuthorityFacts facts = reference.of(scope.authorityId());
    return Optional.ofNullable(facts.schoolsByUai().get(uai))
        .filter(school -> scope.covers(school.id()))
        .map(school -> work.apply(facts, school));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
