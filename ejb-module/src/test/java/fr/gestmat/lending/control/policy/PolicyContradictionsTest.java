package fr.gestmat.lending.control.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.gestmat.lending.control.LendingPolicy.Agreement;
import fr.gestmat.lending.control.LendingPolicy.ReturnPlace;
import fr.gestmat.lending.control.policy.IncidentRule.ChargeKind;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import fr.gestmat.lending.entity.IncidentKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a policy may not say at once; written on Thursday 26 November 2026. */
class PolicyContradictionsTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
  private static final LocalDate NEXT = LocalDate.parse("2027-09-01");
  private static final LocalDate RUNNING = LocalDate.parse("2026-09-01");

  /** A policy that contradicts nothing, of which a test changes one thing. */
  private static final class Draft {
    private String name = "Règlement 2027-2028";
    private Optional<LocalDate> start = Optional.of(NEXT);
    private Cohort eligible = Cohort.parse("200,201,202");
    private Optional<MonthDay> ends = Optional.empty();
    private boolean yearly;
    private Agreement agreement = Agreement.MAY_FOLLOW;
    private OptionalInt days = OptionalInt.of(15);
    private Limits limits = Limits.of(1);
    private Set<DayOfWeek> week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private PolicyDraft.Returns returns =
        new PolicyDraft.Returns(ReturnPlace.ANYWHERE, true, false, false, false, false);
    private Map<IncidentKind, IncidentRule> incidents = Map.of();
    private EndOfSchooling end = new EndOfSchooling(true, Cohort.parse("202"), Optional.empty());
    private OptionalInt presumed = OptionalInt.empty();
    private OptionalInt months = OptionalInt.of(24);
    private Optional<LocalDate> runningSince = Optional.empty();
    private List<String> unpriced = List.of();
    private Set<LocalDate> closed = Set.of(LocalDate.parse("2028-06-29"));

    Draft yearly(String monthDay) {
      yearly = true;
      ends = monthDay.isEmpty() ? Optional.empty() : Optional.of(MonthDay.parse("--" + monthDay));
      end = EndOfSchooling.RETURN;
      return this;
    }

    Draft starting(String day) {
      start = day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
      return this;
    }

    Draft running() {
      runningSince = Optional.of(RUNNING);
      return this;
    }

    Draft agreeing(Agreement how, int within) {
      agreement = how;
      days = within == 0 ? OptionalInt.empty() : OptionalInt.of(within);
      return this;
    }

    Draft limiting(int each, Limits.Differing... differing) {
      limits = new Limits(each, List.of(differing));
      return this;
    }

    Draft giving(String cohort) {
      end = new EndOfSchooling(true, Cohort.parse(cohort), Optional.empty());
      return this;
    }

    Draft on(IncidentKind kind, IncidentRule rule) {
      incidents = Map.of(kind, rule);
      return this;
    }

    Draft returning(ReturnPlace place, boolean lost, boolean floating) {
      returns = new PolicyDraft.Returns(place, lost, false, floating, false, false);
      return this;
    }

    Draft called(String what) {
      name = what;
      return this;
    }

    Draft only(String cohort) {
      eligible = Cohort.parse(cohort);
      return this;
    }

    Draft presuming(int after) {
      presumed = OptionalInt.of(after);
      return this;
    }

    Draft keeping(int howLong) {
      months = howLong == 0 ? OptionalInt.empty() : OptionalInt.of(howLong);
      return this;
    }

    Draft neverOpen() {
      week = Set.of();
      return this;
    }

    Draft unpriced(String model) {
      unpriced = List.of(model);
      return this;
    }

    String reasons() {
      return PolicyContradictions.of(
              new PolicyDraft(
                  name, start, eligible, yearly, ends, true, agreement, days, limits, week, returns,
                  incidents, true, end, presumed, months),
              new PolicyContradictions.Known(
                  TODAY,
                  closed,
                  Set.of(RUNNING.minusYears(1), LocalDate.parse("2028-09-01")),
                  runningSince,
                  unpriced,
                  List.of("LAPTOP", "TABLET")))
          .stream()
          .map(r -> r.field() + ":" + r.code() + (r.data().isEmpty() ? "" : r.data()))
          .collect(Collectors.joining(" "));
    }
  }

  private static Draft draft() {
    return new Draft();
  }

  private static IncidentRule rule(
      Replacement from, boolean police, ChargeKind charge, boolean blocks, boolean refund) {
    return new IncidentRule(from, police, charge, blocks, refund);
  }

  static Stream<Arguments> starts() {
    return Stream.of(
        arguments("nothing", draft(), ""),
        arguments("no name", draft().called(" "), "name:nameMissing"),
        arguments("no first day", draft().starting(""), "startsOn:startMissing"),
        arguments("from today", draft().starting("2026-11-26"), ""),
        arguments(
            "decided days", draft().starting("2026-11-25"), "startsOn:startInPast[2026-11-26]"),
        arguments(
            "another version's day",
            draft().starting("2028-09-01"),
            "startsOn:startTaken[2028-09-01]"),
        arguments("in force, unmoved", draft().running().starting("2026-09-01"), ""),
        arguments(
            "in force, moved",
            draft().running().starting("2027-09-01"),
            "startsOn:startOfRunning[2026-09-01]"));
  }

  static Stream<Arguments> durations() {
    return Stream.of(
        arguments("yearly", draft().yearly("06-30"), ""),
        arguments("no end", draft().yearly(""), "loanEnds:loanEndMissing"),
        arguments(
            "ends on a holiday", draft().yearly("06-29"), "loanEnds:loanEndClosed[2028-06-29]"),
        arguments(
            "ends on a Sunday", draft().yearly("06-25"), "loanEnds:loanEndClosed[2028-06-25]"),
        arguments(
            "in force since September, ends next June, a Wednesday",
            draft().running().starting("2026-09-01").yearly("06-30"),
            ""),
        arguments("never open", draft().neverOpen(), "openWeekdays:neverOpen"),
        arguments(
            "given though returned every year",
            draft().yearly("06-30").giving("202"),
            "givenAtEnd:givenThoughReturnedYearly"),
        arguments("given to no level", draft().giving(""), "givenTo:givenWithoutCohort"),
        arguments("given to others", draft().giving("247"), "givenTo:givenToNobody"),
        arguments("given to a word", draft().only("").giving("TG"), "givenTo:mefUnreadable[TG]"));
  }

  static Stream<Arguments> agreementsAndLimits() {
    return Stream.of(
        arguments("required", draft().agreeing(Agreement.REQUIRED, 0), ""),
        arguments("none", draft().agreeing(Agreement.NONE, 0), ""),
        arguments(
            "may follow, when?",
            draft().agreeing(Agreement.MAY_FOLLOW, 0),
            "agreementDays:agreementWithoutDays"),
        arguments(
            "unreadable",
            draft().agreeing(Agreement.MAY_FOLLOW, PolicyDraft.UNREADABLE),
            "agreementDays:numberRange[1, 180]"),
        arguments("no limit", draft().limiting(0), "loansPerPupil:limitRange[1, 20]"),
        arguments(
            "a group with none",
            draft().limiting(1, new Limits.Differing("LAPTOP", "2021", 0)),
            ""),
        arguments(
            "said twice",
            draft()
                .limiting(
                    1,
                    new Limits.Differing("LAPTOP", "", 2),
                    new Limits.Differing("LAPTOP", "", 3)),
            "limitMef1:limitTwice"),
        arguments(
            "a limit for who gets none anyway",
            draft().limiting(1, new Limits.Differing("LAPTOP", "247", 2)),
            "limitMef0:limitOfNobody[247]"),
        arguments(
            "unknown category, unreadable level, too many",
            draft().only("").limiting(1, new Limits.Differing("BIKE", "2N", 21)),
            "limitCategory0:categoryMissing limitMef0:mefUnreadable[2N]"
                + " limitMost0:limitRange[0, 20]"),
        arguments(
            "a level that is a word",
            draft().only("2NDE").giving("2NDE"),
            "eligible:mefUnreadable[2NDE] givenTo:mefUnreadable[2NDE]"));
  }

  static Stream<Arguments> consequences() {
    return Stream.of(
        arguments(
            "Grand Est's theft",
            draft()
                .on(
                    IncidentKind.THEFT,
                    rule(Replacement.EMERGENCY, true, ChargeKind.NONE, false, false)),
            ""),
        arguments(
            "the police does not mend",
            draft()
                .on(
                    IncidentKind.BREAKAGE,
                    rule(Replacement.STOCK, true, ChargeKind.NONE, false, false)),
            "policeReport_BREAKAGE:policeReportOfBreakage"),
        arguments(
            "a report for nothing",
            draft()
                .on(IncidentKind.LOSS, rule(Replacement.NONE, true, ChargeKind.NONE, false, false)),
            "policeReport_LOSS:policeReportForNothing"),
        arguments(
            "replaced, yet no new loan",
            draft()
                .on(
                    IncidentKind.THEFT,
                    rule(Replacement.STOCK, false, ChargeKind.NONE, true, false)),
            "blocks_THEFT:replacedYetBlocked"),
        arguments(
            "mending what is gone",
            draft()
                .on(
                    IncidentKind.LOSS,
                    rule(Replacement.NONE, false, ChargeKind.REPAIR_COST, false, false)),
            "charge_LOSS:repairOfWhatIsGone"),
        arguments(
            "a charge without a price",
            draft()
                .unpriced("Alvéo Book")
                .on(
                    IncidentKind.LOSS,
                    rule(Replacement.NONE, false, ChargeKind.REPLACEMENT_PRICE, true, false)),
            "charge_LOSS:chargeWithoutPrice[Alvéo Book, 2027-2028]"),
        arguments("no price, no charge", draft().unpriced("Alvéo Book"), ""),
        arguments(
            "giving back what was not asked",
            draft()
                .on(IncidentKind.LOSS, rule(Replacement.NONE, false, ChargeKind.NONE, false, true)),
            "refund_LOSS:refundOfNothing"),
        arguments(
            "giving back at a return that is refused",
            draft()
                .returning(ReturnPlace.ANYWHERE, false, false)
                .on(
                    IncidentKind.LOSS,
                    rule(Replacement.NONE, false, ChargeKind.REPLACEMENT_PRICE, false, true)),
            "refund_LOSS:refundThoughRefused"),
        arguments(
            "floating home",
            draft().returning(ReturnPlace.HOME_ONLY, true, true),
            "floating:floatingNowhere"),
        arguments(
            "presumed lost at once", draft().presuming(-1), "presumedLostDays:numberRange[1, 730]"),
        arguments("kept for ever", draft().keeping(121), "personalDataMonths:numberRange[1, 120]"),
        arguments("kept how long?", draft().keeping(0), "personalDataMonths:monthsMissing"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"starts", "durations", "agreementsAndLimits", "consequences"})
  void contradictions_are_all_said(String name, Draft draft, String reasons) {
    assertThat(draft.reasons()).as(name).isEqualTo(reasons);
  }
}
