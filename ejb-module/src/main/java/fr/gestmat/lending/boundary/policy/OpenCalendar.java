package fr.gestmat.lending.boundary.policy;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.directory.entity.LocalAuthority;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.policy.CalendarRules;
import fr.gestmat.lending.control.policy.PolicyDraft;
import fr.gestmat.lending.control.policy.PolicyStore;
import fr.gestmat.lending.control.policy.SchoolYear;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The days on which an authority's schools are closed, and the time zone in which days count. */
@Stateless
@RolesAllowed({"REGION_MANAGER", "ADMIN"})
public class OpenCalendar {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private Today today;
  @Inject private ReadModel database;
  @Inject private PolicyStore policies;
  @Inject private ReferenceData reference;
  @Inject private Journal journal;

  /**
   * A closed day.
   *
   * @param day the day
   * @param label what it is; may be empty
   */
  public record ClosedDay(LocalDate day, String label) {}

  /**
   * The calendar from the running school year on.
   *
   * @param zone the time zone
   * @param days closed days, in order
   */
  public record Card(String zone, List<ClosedDay> days) {}

  /** The calendar; empty if the caller does not steer the whole authority. */
  public Optional<Card> show() {
    return who()
        .map(
            who ->
                new Card(
                    today.zone(who.authorityId()).getId(),
                    database.list(
                        new SqlText()
                            .add("select day, coalesce(label, '') label from closed_day")
                            .add("where authority_id = ?", who.authorityId())
                            .add(
                                "and day >= ? order by day limit 1500",
                                SchoolYear.of(today.in(who.authorityId())).firstDay()),
                        row ->
                            new ClosedDay(
                                Objects.requireNonNull(row.dayOrNull("day")), row.text("label")))));
  }

  /**
   * Closes one day, or all days from one to another.
   *
   * @return how many days were closed that were not yet
   */
  public Optional<Answer<Integer>> close(
      Optional<LocalDate> from, Optional<LocalDate> to, String label) {
    return who()
        .map(
            who -> {
              List<Refusal> wrong =
                  CalendarRules.closing(from, to, label, loanEnds(who.authorityId()));
              return wrong.isEmpty()
                  ? new Answer.Done<>(close(who, from.orElseThrow(), to, label))
                  : new Answer.Refused<>(wrong);
            });
  }

  /** Opens a closed day again; false if the caller may not or it was not closed. */
  public boolean open(LocalDate day) {
    Optional<Caller> who = who();
    if (who.isEmpty()) {
      return false;
    }
    boolean opened =
        database.write(
                new SqlText()
                    .add("delete from closed_day where authority_id = ?", who.get().authorityId())
                    .add("and day = ?", day))
            == 1;
    if (opened) {
      write(who.get(), Json.createObjectBuilder().add("opened", day.toString()));
    }
    return opened;
  }

  /** Counts days in another time zone from now on. */
  public Optional<Answer<String>> keepTimeIn(String name) {
    return who()
        .map(
            who -> {
              Optional<ZoneId> zone = CalendarRules.zone(name);
              if (zone.isEmpty()) {
                return Answer.refused(Refusal.of("zone", "zoneUnknown"));
              }
              LocalAuthority authority = entities.find(LocalAuthority.class, who.authorityId());
              if (!authority.timeZone().equals(name)) {
                String before = authority.timeZone();
                authority.keepTimeIn(zone.get());
                write(
                    who,
                    Json.createObjectBuilder()
                        .add("zone", Json.createArrayBuilder().add(before).add(name)));
              }
              return new Answer.Done<>(name);
            });
  }

  private int close(Caller who, LocalDate from, Optional<LocalDate> to, String label) {
    LocalDate last = to.orElse(from);
    int closed = 0;
    for (LocalDate day = from; !day.isAfter(last); day = day.plusDays(1)) {
      closed +=
          database.write(
              new SqlText()
                  .add("insert ignore into closed_day (authority_id, day, label)")
                  .add("values (?, ?, nullif(?, ''))", who.authorityId(), day, label));
    }
    if (closed > 0) {
      write(
          who,
          Json.createObjectBuilder()
              .add("closedFrom", from.toString())
              .add("closedTo", last.toString())
              .add("label", label));
    }
    return closed;
  }

  /** The next end of loans of each version that is in force or comes. */
  private List<LocalDate> loanEnds(long authority) {
    LocalDate day = today.in(authority);
    return policies.all(authority).stream()
        .map(PolicyStore.Kept::draft)
        .flatMap(draft -> end(draft, day).stream())
        .toList();
  }

  private static Optional<LocalDate> end(PolicyDraft draft, LocalDate today) {
    LocalDate start = draft.startsOn().orElse(today);
    LocalDate from = start.isAfter(today) ? start : today;
    return draft
        .loanEnds()
        .map(
            end -> {
              LocalDate sameYear = end.atYear(from.getYear());
              return sameYear.isAfter(from) ? sameYear : end.atYear(from.getYear() + 1);
            });
  }

  private void write(Caller who, JsonObjectBuilder detail) {
    reference.forget(who.authorityId());
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            LendingAction.CALENDAR_CHANGED.name(),
            "CALENDAR",
            who.authorityId(),
            null,
            detail.build().toString()));
  }

  private Optional<Caller> who() {
    return Optional.of(caller.get())
        .filter(c -> c.scope(Role.REGION_MANAGER, Role.ADMIN).wholeAuthority());
  }
}
