package fr.gestmat.lending.boundary.offline;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.boundary.offline.OfflineDesks.Standing;
import fr.gestmat.lending.control.SchoolRef;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.offline.Desks;
import fr.gestmat.lending.control.offline.Operations;
import fr.gestmat.lending.control.offline.Played;
import fr.gestmat.lending.control.offline.ReplayLine;
import fr.gestmat.lending.control.offline.ReplayPlan;
import fr.gestmat.lending.control.offline.Replays;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How what desks did without network was replayed: what was recorded, what was not, and why. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER"})
public class OfflineReplays {

  private static final int REPLAYS = 20;
  private static final int OPERATIONS = 100;

  @Inject private CurrentCaller caller;
  @Inject private ReferenceData reference;
  @Inject private Desks desks;
  @Inject private Operations operations;
  @Inject private Replays replays;
  @Inject private ReplayPlan plan;
  @Inject private Clock clock;

  /**
   * The replays of a school, newest first.
   *
   * @param standing what waits still
   * @param replays a page of them
   * @param next key of the next page
   */
  public record Book(Standing standing, List<ReplayLine> replays, Optional<Long> next) {}

  /**
   * A replay.
   *
   * @param line its sums
   * @param operations a page of its operations, in the order in which they were played
   * @param next position after which the next page begins
   */
  public record Detail(ReplayLine line, List<Played> operations, Optional<Long> next) {}

  /**
   * The replays of a school.
   *
   * @param before key of the page; {@link Long#MAX_VALUE} for the first
   * @return absent if there is no such school for the caller
   */
  public Optional<Book> book(String uai, long before) {
    return school(uai)
        .map(
            school -> {
              List<ReplayLine> lines = replays.page(school.id(), before, REPLAYS + 1);
              boolean more = lines.size() > REPLAYS;
              List<ReplayLine> page = more ? lines.subList(0, REPLAYS) : lines;
              return new Book(
                  standing(school.id()),
                  page,
                  more ? Optional.of(page.get(page.size() - 1).key()) : Optional.empty());
            });
  }

  /**
   * One replay of a school.
   *
   * @param onlyOpen only what was skipped or refused
   * @param after position after which the page begins; 0 for the first
   * @return absent if there is no such school or replay for the caller
   */
  public Optional<Detail> detail(String uai, UUID id, boolean onlyOpen, long after) {
    return school(uai)
        .flatMap(school -> replays.find(school.id(), id))
        .map(
            line -> {
              List<Played> all = operations.ofReplay(line.key(), onlyOpen, after, OPERATIONS + 1);
              boolean more = all.size() > OPERATIONS;
              List<Played> page = more ? all.subList(0, OPERATIONS) : all;
              return new Detail(
                  line,
                  page,
                  more
                      ? Optional.of(operations.position(page.get(page.size() - 1).scanId()))
                      : Optional.empty());
            });
  }

  /**
   * Replays what waits at a school without waiting for the desks that are still awaited.
   *
   * @return absent if there is no such school for the caller; then the replay, if anything waited
   */
  public Optional<Optional<UUID>> now(String uai) {
    return school(uai).map(school -> plan.now(caller.get(), school.id(), clock.instant()));
  }

  /**
   * What the caller did at a school without network and what was not recorded, or waits.
   *
   * @return empty as well if there is no such school for the caller
   */
  public List<Played> leftOver(String uai, Instant from, Instant until) {
    return school(uai)
        .map(s -> operations.leftOver(caller.get().accountId(), s.id(), from, until))
        .orElse(List.of());
  }

  private Standing standing(long schoolId) {
    return operations
        .newestWaiting(schoolId)
        .map(
            newest ->
                new Standing(
                    operations.waiting(schoolId),
                    desks.silentSince(schoolId, newest, clock.instant())))
        .orElseGet(() -> new Standing(0, List.of()));
  }

  private Optional<SchoolRef> school(String uai) {
    Scope scope = caller.get().scope(Role.LOAN_AGENT, Role.LOAN_MANAGER);
    return Optional.ofNullable(reference.of(scope.authorityId()).schoolsByUai().get(uai))
        .filter(school -> scope.covers(school.id()));
  }
}
