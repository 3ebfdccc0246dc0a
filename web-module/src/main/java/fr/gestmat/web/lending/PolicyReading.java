package fr.gestmat.web.lending;

import fr.gestmat.lending.control.LendingPolicy.Agreement;
import fr.gestmat.lending.control.LendingPolicy.ReturnPlace;
import fr.gestmat.lending.control.policy.Cohort;
import fr.gestmat.lending.control.policy.EndOfSchooling;
import fr.gestmat.lending.control.policy.IncidentRule;
import fr.gestmat.lending.control.policy.IncidentRule.ChargeKind;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import fr.gestmat.lending.control.policy.Limits;
import fr.gestmat.lending.control.policy.PolicyDraft;
import fr.gestmat.lending.entity.IncidentKind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads the form of a policy; what can't be read is kept so that the rules say so. */
final class PolicyReading {

  private PolicyReading() {}

  /** What was typed. */
  static PolicyDraft read(Typed typed) {
    return new PolicyDraft(
        typed.text("name"),
        typed.day("startsOn"),
        Cohort.parse(typed.text("eligible")),
        typed.text("duration").equals("YEARLY"),
        monthDay(typed.text("loanEnds")),
        typed.yes("loanFollowsPupil"),
        typed.one("agreement", Agreement.class).orElse(Agreement.REQUIRED),
        number(typed, "agreementDays"),
        new Limits((int) typed.number("loansPerPupil", PolicyDraft.UNREADABLE), limits(typed)),
        weekdays(typed),
        new PolicyDraft.Returns(
            typed.one("returnPlace", ReturnPlace.class).orElse(ReturnPlace.ANYWHERE),
            typed.yes("lostAllowed"),
            typed.yes("withdrawnAllowed"),
            typed.yes("floating"),
            typed.yes("autoReturn"),
            typed.yes("namesAcrossSchools")),
        incidents(typed),
        typed.yes("piecesCharged"),
        new EndOfSchooling(
            typed.text("givenAtEnd").equals("GIVEN"),
            Cohort.parse(typed.text("givenTo")),
            monthDay(typed.text("givenFrom"))),
        number(typed, "presumedLostDays"),
        number(typed, "personalDataMonths"));
  }

  private static List<Limits.Differing> limits(Typed typed) {
    List<Limits.Differing> limits = new ArrayList<>();
    for (int i = 0; i < PolicyFields.LIMITS; i++) {
      if (!typed.text("limitCategory" + i).isEmpty()) {
        limits.add(
            new Limits.Differing(
                typed.text("limitCategory" + i),
                typed.text("limitMef" + i),
                (int) typed.number("limitMost" + i, PolicyDraft.UNREADABLE)));
      }
    }
    return limits;
  }

  private static Set<DayOfWeek> weekdays(Typed typed) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (typed.yes("openWeekday" + day.getValue())) {
        days.add(day);
      }
    }
    return days;
  }

  private static Map<IncidentKind, IncidentRule> incidents(Typed typed) {
    Map<IncidentKind, IncidentRule> rules = new EnumMap<>(IncidentKind.class);
    for (IncidentKind kind : IncidentKind.values()) {
      rules.put(
          kind,
          new IncidentRule(
              typed.one("replacement_" + kind, Replacement.class).orElse(Replacement.NONE),
              typed.yes("policeReport_" + kind),
              typed.one("charge_" + kind, ChargeKind.class).orElse(ChargeKind.NONE),
              typed.yes("blocks_" + kind),
              typed.yes("refund_" + kind)));
    }
    return rules;
  }

  private static OptionalInt number(Typed typed, String name) {
    return typed.text(name).isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) typed.number(name, PolicyDraft.UNREADABLE));
  }

  /** Reads "30/06". */
  private static Optional<MonthDay> monthDay(String text) {
    String[] parts = text.split("/", -1);
    try {
      return parts.length >= 2
          ? Optional.of(
              MonthDay.of(Integer.parseInt(parts[1].strip()), Integer.parseInt(parts[0].strip())))
          : Optional.empty();
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
