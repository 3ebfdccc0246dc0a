package fr.gestmat.lending.boundary.transfer;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.policy.Cohort;
import fr.gestmat.lending.control.policy.SchoolYear;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.control.transfer.Forecast;
import fr.gestmat.lending.control.transfer.MovePlan;
import fr.gestmat.lending.control.transfer.NeedText;
import fr.gestmat.lending.control.transfer.PlaceStock;
import fr.gestmat.lending.control.transfer.PlaceStock.Settings;
import fr.gestmat.lending.control.transfer.PlanBook;
import fr.gestmat.lending.control.transfer.PlanBook.Line;
import fr.gestmat.lending.control.transfer.PlanBook.Plan;
import fr.gestmat.lending.control.transfer.PlanNote;
import fr.gestmat.lending.control.transfer.SlipKeeping;
import fr.gestmat.lending.control.transfer.SlipRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The region's forecast of needs, the moves that it asks for, and the slips made of them. */
@Stateless
@RolesAllowed("REGION_MANAGER")
public class MovePlans {

  private static final int EARLIER = 20;
  private static final int MOST = 20_000;

  @Inject private CurrentCaller caller;
  @Inject private Forecast forecast;
  @Inject private PlanBook book;
  @Inject private SlipKeeping slips;
  @Inject private Today today;
  @Inject private Journal journal;

  /**
   * What the page of needs says.
   *
   * @param year the year in which the school year begins that is planned for
   * @param years those that can be planned for: this one, whose start may be days away, and the
   *     next
   * @param places all places with what they have
   * @param categories what can be planned for
   * @param earlier earlier proposals, the latest first
   */
  public record Needs(
      int year,
      List<Integer> years,
      List<PlaceStock> places,
      List<String> categories,
      List<Plan> earlier) {}

  /**
   * A proposal with all that its page says.
   *
   * @param plan the proposal
   * @param lines its moves
   * @param note what counted, and what stays short
   */
  public record Card(Plan plan, List<Line> lines, PlanNote note) {}

  /** A change of a proposal: how many each move takes now, and one more move if there is one. */
  public record Edit(
      int version,
      Map<Integer, Integer> devices,
      Optional<String> from,
      Optional<String> to,
      Optional<Integer> more) {}

  /**
   * The needs of a year, and what there is.
   *
   * @param year begin of the school year; the next one if it is empty or none of those that can be
   *     planned for
   */
  public Needs needs(String category, OptionalInt year) {
    long authority = authority();
    List<Integer> years = years();
    int planned = years.get(1);
    if (year.isPresent() && years.contains(year.getAsInt())) {
      planned = year.getAsInt();
    }
    return new Needs(
        planned,
        years,
        forecast.places(authority, category, planned),
        forecast.categories(authority),
        book.latest(authority, EARLIER));
  }

  /**
   * Takes this year's pupils of the levels for the entrants of a year.
   *
   * @param year one of those that can be planned for
   * @param levels beginnings of MEF codes
   * @return how many schools have a derived number
   */
  public Answer<Integer> derive(String category, int year, String levels) {
    if (!years().contains(year)) {
      return Answer.refused(Refusal.of("rentree", "yearWrong"));
    }
    Cohort cohort = Cohort.parse(levels);
    if (cohort.prefixes().isEmpty()
        || cohort.prefixes().stream().anyMatch(p -> !p.matches("\\d{1,11}"))) {
      return Answer.refused(Refusal.of("levels", "levelsWrong"));
    }
    return new Answer.Done<>(forecast.derive(caller.get(), category, year, cohort));
  }

  /**
   * Keeps the needs that were said and proposes moves.
   *
   * @param year one of those that can be planned for
   * @param needs a school's code and a number on each line
   * @return public id of the proposal
   */
  public Answer<UUID> propose(String category, int year, String needs, Settings settings) {
    Caller who = caller.get();
    if (!years().contains(year)) {
      return Answer.refused(Refusal.of("rentree", "yearWrong"));
    }
    List<PlaceStock> before = forecast.places(who.authorityId(), category, year);
    NeedText said =
        NeedText.read(needs, before.stream().map(PlaceStock::uai).collect(Collectors.toSet()));
    List<Refusal> wrong = new ArrayList<>(said.problems());
    wrong.addAll(wrong(settings));
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    forecast.say(who, before, category, year, said.entrants());
    List<PlaceStock> now = forecast.places(who.authorityId(), category, year);
    if (now.stream().noneMatch(place -> place.entrants().isPresent())) {
      return Answer.refused(Refusal.of("needs", "needsMissing"));
    }
    MovePlan.Proposal proposal =
        MovePlan.propose(
            now.stream()
                .filter(PlaceStock::takesPart)
                .map(place -> place.asPlace(settings))
                .toList());
    PlanNote note = PlanNote.of(settings, now, proposal);
    UUID id = book.keep(who, category, year, note.toJson());
    long key = book.find(who.authorityId(), id).orElseThrow().key();
    Map<String, PlaceStock> byCode =
        now.stream().collect(Collectors.toMap(PlaceStock::uai, Function.identity()));
    for (MovePlan.Move move : proposal.moves()) {
      Optional<PlaceStock> from = Optional.ofNullable(byCode.get(move.from()));
      Optional<PlaceStock> to = Optional.ofNullable(byCode.get(move.to()));
      book.add(
          key, from.orElseThrow().key(), to.orElseThrow().key(), move.devices(), Optional.of(move));
    }
    write(who, LendingAction.MOVES_PROPOSED, key, proposal.moves().size());
    return new Answer.Done<>(id);
  }

  /** One proposal. */
  public Optional<Card> find(UUID id) {
    return book.find(authority(), id)
        .map(plan -> new Card(plan, book.lines(plan.key()), PlanNote.read(plan.settings())));
  }

  /** The places of the authority between which devices may move, by code. */
  public List<PlaceStock> ends(Plan plan) {
    return forecast.places(authority(), plan.category(), plan.year());
  }

  /** Changes a proposal. */
  public Optional<Answer<UUID>> edit(UUID id, Edit edit) {
    return book.find(authority(), id).map(plan -> edit(plan, edit));
  }

  private Answer<UUID> edit(Plan plan, Edit edit) {
    List<Refusal> wrong = new ArrayList<>();
    edit.devices()
        .forEach(
            (position, devices) -> {
              if (devices < 0 || devices > MOST) {
                wrong.add(Refusal.of("line-" + position, "moveWrong", MOST));
              }
            });
    Map<String, Long> keys =
        ends(plan).stream().collect(Collectors.toMap(PlaceStock::uai, PlaceStock::key));
    boolean adds = edit.from().isPresent() || edit.to().isPresent() || edit.more().isPresent();
    Optional<Long> from = edit.from().flatMap(code -> Optional.ofNullable(keys.get(code)));
    Optional<Long> to = edit.to().flatMap(code -> Optional.ofNullable(keys.get(code)));
    if (adds) {
      if (from.isEmpty()) {
        wrong.add(Refusal.of("from", "fromMissing"));
      }
      if (to.isEmpty() || to.equals(from)) {
        wrong.add(Refusal.of("to", to.isEmpty() ? "toMissing" : "samePlace"));
      }
      if (edit.more().filter(m -> m >= 1 && m <= MOST).isEmpty()) {
        wrong.add(Refusal.of("more", "moveWrong", MOST));
      }
    }
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    if (!book.touch(plan.key(), edit.version())) {
      return Answer.refused(Refusal.of("edit", "planChanged"));
    }
    edit.devices().forEach((position, devices) -> book.change(plan.key(), position, devices));
    if (adds) {
      book.add(
          plan.key(),
          from.orElseThrow(),
          to.orElseThrow(),
          edit.more().orElseThrow(),
          Optional.empty());
    }
    write(caller.get(), LendingAction.MOVES_CHANGED, plan.key(), edit.devices().size());
    return new Answer.Done<>(plan.id());
  }

  /**
   * Makes a slip of each move, several if it takes more than a slip holds.
   *
   * @return how many slips
   */
  public Optional<Answer<Integer>> apply(UUID id, int version) {
    Caller who = caller.get();
    return book.find(who.authorityId(), id)
        .map(
            plan -> {
              List<Line> lines = book.lines(plan.key());
              if (lines.isEmpty()) {
                return Answer.refused(Refusal.of("edit", "planEmpty"));
              }
              if (!book.touch(plan.key(), version)) {
                return Answer.refused(Refusal.of("edit", "planChanged"));
              }
              int made = 0;
              for (Line line : lines) {
                for (int left = line.devices(); left > 0; left -= SlipRule.MOST) {
                  slips.open(
                      who,
                      new SlipKeeping.Order(
                          line.from(),
                          line.to(),
                          true,
                          Math.min(left, SlipRule.MOST),
                          plan.category(),
                          null));
                  made++;
                }
              }
              book.applied(who, plan.key());
              write(who, LendingAction.MOVES_APPLIED, plan.key(), made);
              return new Answer.Done<>(made);
            });
  }

  private static List<Refusal> wrong(Settings settings) {
    List<Refusal> wrong = new ArrayList<>();
    IntPredicate percent = value -> value >= 0 && value <= 100;
    if (!percent.test(settings.toCheckPercent())) {
      wrong.add(Refusal.of("toCheck", "percentWrong"));
    }
    if (!percent.test(settings.inRepairPercent())) {
      wrong.add(Refusal.of("inRepair", "percentWrong"));
    }
    if (!percent.test(settings.reservePercent())) {
      wrong.add(Refusal.of("reserve", "percentWrong"));
    }
    return wrong;
  }

  /** This school year, and the one after. */
  private List<Integer> years() {
    int now = SchoolYear.of(today.in(authority())).begins();
    return List.of(now, now + 1);
  }

  private long authority() {
    return caller.get().scope(Role.REGION_MANAGER).authorityId();
  }

  private void write(Caller who, LendingAction action, long plan, int count) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            action.name(),
            "TRANSFER",
            plan,
            null,
            Json.createObjectBuilder().add("count", count).build().toString()));
  }
}
