package fr.gestmat.lending.boundary.policy;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.journal.entity.JournalEntry;
import fr.gestmat.lending.boundary.stock.ModelForm;
import fr.gestmat.lending.control.LastChange;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.policy.PolicyContradictions;
import fr.gestmat.lending.control.policy.PolicyDraft;
import fr.gestmat.lending.control.policy.PolicyHistory;
import fr.gestmat.lending.control.policy.PolicyStore;
import fr.gestmat.lending.control.policy.PolicyStore.Kept;
import fr.gestmat.lending.control.policy.PriceList;
import fr.gestmat.lending.control.policy.SchoolYear;
import fr.gestmat.lending.control.query.Today;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The versions of an authority's lending policy. The one that began last is in force; those before
 * it are over and stay as they were.
 */
@Stateless
@RolesAllowed({"REGION_MANAGER", "ADMIN"})
public class Policies {

  @Inject private CurrentCaller caller;
  @Inject private Today today;
  @Inject private PolicyStore store;
  @Inject private PriceList prices;
  @Inject private PolicyHistory history;
  @Inject private ReferenceData reference;
  @Inject private LastChange lastChange;

  /** Where a version stands. */
  public enum Standing {
    /** Begins later. */
    COMING,
    /** Decides now. */
    IN_FORCE,
    /** Another one took over. */
    OVER
  }

  /**
   * A version in the list.
   *
   * @param id public id
   * @param name its name
   * @param startsOn its first day
   * @param year the school year of that day
   * @param standing where it stands
   */
  public record Line(
      UUID id, String name, LocalDate startsOn, SchoolYear year, Standing standing) {}

  /**
   * A version, whole.
   *
   * @param id public id
   * @param version as it was read
   * @param standing where it stands
   * @param draft what it says
   * @param history who changed what, the latest first
   */
  public record Card(
      UUID id,
      int version,
      Standing standing,
      PolicyDraft draft,
      List<PolicyHistory.Line> history) {}

  /** All versions, the latest first; empty if the caller does not steer the whole authority. */
  public Optional<List<Line>> versions() {
    return authority()
        .map(
            authority -> {
              List<Kept> all = store.all(authority);
              return all.stream()
                  .map(
                      k ->
                          new Line(
                              k.id(),
                              k.draft().name(),
                              k.startsOn(),
                              SchoolYear.of(k.startsOn()),
                              standing(authority, all, k)))
                  .toList();
            });
  }

  /** One version. */
  public Optional<Card> find(UUID id) {
    return authority()
        .flatMap(
            authority ->
                store
                    .find(authority, id)
                    .map(
                        k ->
                            new Card(
                                k.id(),
                                k.version(),
                                standing(authority, store.all(authority), k),
                                k.draft(),
                                history.of(authority, k.key()))));
  }

  /**
   * What a new version would say: the same as the last one, or as a given one, from the next first
   * of September that no version begins on.
   */
  public Optional<PolicyDraft> proposal(Optional<UUID> like) {
    return authority()
        .map(
            authority -> {
              List<Kept> all = store.all(authority);
              Optional<Kept> model =
                  like.or(() -> all.stream().findFirst().map(Kept::id))
                      .flatMap(id -> store.find(authority, id));
              LocalDate start = freeStart(today.in(authority), all);
              String name = "Règlement " + SchoolYear.of(start);
              return model
                  .map(k -> k.draft().copiedTo(name, start))
                  .orElseGet(() -> PolicyDraft.usual(name, start));
            });
  }

  /** Adds a version. */
  public Optional<Answer<UUID>> create(PolicyDraft draft) {
    return authority()
        .map(
            authority -> {
              List<Refusal> wrong = contradictions(authority, draft, Optional.empty());
              if (!wrong.isEmpty()) {
                return new Answer.Refused<>(wrong);
              }
              Kept kept = store.add(authority, draft);
              history.write(
                  who(),
                  LendingAction.POLICY_CREATED,
                  kept.key(),
                  Json.createObjectBuilder()
                      .add("name", draft.name())
                      .add("startsOn", kept.startsOn().toString()));
              reference.forget(authority);
              return new Answer.Done<>(kept.id());
            });
  }

  /**
   * Changes a version that is not over.
   *
   * @param version as the form had it
   */
  public Optional<Answer<UUID>> edit(UUID id, int version, PolicyDraft draft) {
    return authority()
        .flatMap(
            authority -> store.find(authority, id).map(k -> edit(authority, k, version, draft)));
  }

  /** Removes a version that has not begun. */
  public Optional<Answer<UUID>> remove(UUID id, int version) {
    return authority()
        .flatMap(authority -> store.find(authority, id).map(k -> remove(authority, k, version)));
  }

  private Answer<UUID> edit(long authority, Kept before, int version, PolicyDraft draft) {
    if (before.version() != version) {
      return stale(before);
    }
    if (standing(authority, store.all(authority), before) == Standing.OVER) {
      return Answer.refused(Refusal.of("name", "policyOver"));
    }
    List<Refusal> wrong = contradictions(authority, draft, Optional.of(before));
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    if (!store.change(before, version, draft)) {
      return stale(store.find(authority, before.id()).orElse(before));
    }
    history.changed(who(), before, draft);
    reference.forget(authority);
    return new Answer.Done<>(before.id());
  }

  private Answer<UUID> remove(long authority, Kept kept, int version) {
    if (standing(authority, store.all(authority), kept) != Standing.COMING) {
      return Answer.refused(Refusal.of("name", "policyBegun"));
    }
    if (!store.remove(kept, version)) {
      return stale(store.find(authority, kept.id()).orElse(kept));
    }
    history.write(
        who(),
        LendingAction.POLICY_REMOVED,
        kept.key(),
        Json.createObjectBuilder()
            .add("name", kept.draft().name())
            .add("startsOn", kept.startsOn().toString()));
    return new Answer.Done<>(kept.id());
  }

  private Answer<UUID> stale(Kept kept) {
    Optional<JournalEntry> last = lastChange.of(PolicyHistory.SUBJECT, kept.key());
    return new Answer.Stale<>(
        last.map(JournalEntry::actorName), last.map(JournalEntry::happenedAt), kept.version());
  }

  private List<Refusal> contradictions(long authority, PolicyDraft draft, Optional<Kept> self) {
    LocalDate day = today.in(authority);
    Set<LocalDate> taken = new HashSet<>();
    store.all(authority).stream()
        .filter(k -> !self.map(Kept::id).equals(Optional.of(k.id())))
        .forEach(k -> taken.add(k.startsOn()));
    return PolicyContradictions.of(
        draft,
        new PolicyContradictions.Known(
            day,
            store.closedDays(authority, day),
            taken,
            self.map(Kept::startsOn).filter(start -> !start.isAfter(day)),
            prices.unpriced(authority, SchoolYear.of(draft.startsOn().orElse(day))),
            ModelForm.CATEGORIES));
  }

  private Standing standing(long authority, List<Kept> all, Kept one) {
    LocalDate day = today.in(authority);
    if (one.startsOn().isAfter(day)) {
      return Standing.COMING;
    }
    Optional<LocalDate> inForce =
        all.stream()
            .map(Kept::startsOn)
            .filter(start -> !start.isAfter(day))
            .max(Comparator.naturalOrder());
    return inForce.equals(Optional.of(one.startsOn())) ? Standing.IN_FORCE : Standing.OVER;
  }

  private static LocalDate freeStart(LocalDate today, List<Kept> all) {
    LocalDate start = LocalDate.of(today.getYear(), Month.SEPTEMBER, 1);
    while (!start.isAfter(today) || all.stream().map(Kept::startsOn).anyMatch(start::equals)) {
      start = start.plusYears(1);
    }
    return start;
  }

  private Optional<Long> authority() {
    return Optional.of(who())
        .filter(c -> c.scope(Role.REGION_MANAGER, Role.ADMIN).wholeAuthority())
        .map(Caller::authorityId);
  }

  private Caller who() {
    return caller.get();
  }
}
