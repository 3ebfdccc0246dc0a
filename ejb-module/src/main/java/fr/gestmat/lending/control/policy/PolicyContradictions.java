package fr.gestmat.lending.control.policy;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.LendingPolicy.Agreement;
import fr.gestmat.lending.control.LendingPolicy.ReturnPlace;
import fr.gestmat.lending.control.OpenDays;
import fr.gestmat.lending.control.policy.IncidentRule.ChargeKind;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import fr.gestmat.lending.entity.IncidentKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a version of a policy may not say: what can't be read, and what contradicts itself, so that
 * no desk, no family and no job ever meets it. All reasons at once.
 */
public final class PolicyContradictions {

  private static final Pattern MEF = Pattern.compile("[0-9]{1,11}");
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_COHORT = 400;
  private static final int MOST_AGREEMENT_DAYS = 180;
  private static final int MOST_PRESUMED_LOST_DAYS = 730;
  private static final int MOST_MONTHS = 120;
  private static final int MOST_DEVICES = 20;

  private PolicyContradictions() {}

  /**
   * What is known beside the form.
   *
   * @param today the authority's day
   * @param closed the closed days of the calendar
   * @param taken first days of the authority's other versions
   * @param runningSince first day of this version, if it is in force already
   * @param unpriced models in use that have no price in the school year of the first day
   * @param categories the categories of devices that there are
   */
  public record Known(
      LocalDate today,
      Set<LocalDate> closed,
      Set<LocalDate> taken,
      Optional<LocalDate> runningSince,
      List<String> unpriced,
      List<String> categories) {}

  /** Everything that is wrong; nothing if it may be saved. */
  public static List<Refusal> of(PolicyDraft draft, Known known) {
    List<Refusal> wrong = new ArrayList<>();
    if (draft.name().isBlank()) {
      wrong.add(Refusal.of("name", "nameMissing"));
    } else if (draft.name().length() > LONGEST_NAME) {
      wrong.add(Refusal.of("name", "tooLong", LONGEST_NAME));
    }
    start(draft, known, wrong);
    cohort("eligible", draft.eligible(), wrong);
    duration(draft, known, wrong);
    agreement(draft, wrong);
    limits(draft, known, wrong);
    returns(draft, wrong);
    for (IncidentKind kind : IncidentKind.values()) {
      incident(draft, kind, known, wrong);
    }
    end(draft, wrong);
    range("presumedLostDays", draft.presumedLostDays(), MOST_PRESUMED_LOST_DAYS, wrong);
    if (draft.personalDataMonths().isEmpty()) {
      wrong.add(Refusal.of("personalDataMonths", "monthsMissing"));
    }
    range("personalDataMonths", draft.personalDataMonths(), MOST_MONTHS, wrong);
    return wrong;
  }

  /** A version never reaches back: what was decided under another one stays decided. */
  private static void start(PolicyDraft draft, Known known, List<Refusal> wrong) {
    if (draft.startsOn().isEmpty()) {
      wrong.add(Refusal.of("startsOn", "startMissing"));
      return;
    }
    LocalDate start = draft.startsOn().get();
    boolean moved = !known.runningSince().equals(draft.startsOn());
    if (known.runningSince().isPresent() && moved) {
      wrong.add(Refusal.of("startsOn", "startOfRunning", known.runningSince().get()));
    } else if (moved && start.isBefore(known.today())) {
      wrong.add(Refusal.of("startsOn", "startInPast", known.today()));
    }
    if (known.taken().contains(start)) {
      wrong.add(Refusal.of("startsOn", "startTaken", start));
    }
  }

  private static void duration(PolicyDraft draft, Known known, List<Refusal> wrong) {
    if (draft.openWeekdays().isEmpty()) {
      wrong.add(Refusal.of("openWeekdays", "neverOpen"));
    }
    if (!draft.yearly()) {
      return;
    }
    if (draft.loanEnds().isEmpty()) {
      wrong.add(Refusal.of("loanEnds", "loanEndMissing"));
      return;
    }
    if (draft.endOfSchooling().given()) {
      wrong.add(Refusal.of("givenAtEnd", "givenThoughReturnedYearly"));
    }
    if (draft.startsOn().isPresent() && !draft.openWeekdays().isEmpty()) {
      LocalDate start = draft.startsOn().get();
      LocalDate end = draft.loanEnds().get().atYear(start.getYear());
      LocalDate next =
          end.isAfter(start) ? end : draft.loanEnds().get().atYear(start.getYear() + 1);
      if (!new OpenDays(draft.openWeekdays(), known.closed()).includes(next)) {
        wrong.add(Refusal.of("loanEnds", "loanEndClosed", next));
      }
    }
  }

  private static void agreement(PolicyDraft draft, List<Refusal> wrong) {
    if (draft.agreement() == Agreement.MAY_FOLLOW && draft.agreementDays().isEmpty()) {
      wrong.add(Refusal.of("agreementDays", "agreementWithoutDays"));
    }
    range("agreementDays", draft.agreementDays(), MOST_AGREEMENT_DAYS, wrong);
  }

  private static void limits(PolicyDraft draft, Known known, List<Refusal> wrong) {
    int each = draft.limits().perCategory();
    if (each < 1 || each > MOST_DEVICES) {
      wrong.add(Refusal.of("loansPerPupil", "limitRange", 1, MOST_DEVICES));
    }
    Set<String> said = new HashSet<>();
    for (int i = 0; i < draft.limits().exceptions().size(); i++) {
      Limits.Differing limit = draft.limits().exceptions().get(i);
      if (!known.categories().contains(limit.category())) {
        wrong.add(Refusal.of("limitCategory" + i, "categoryMissing"));
      }
      if (!limit.mef().isEmpty() && !MEF.matcher(limit.mef()).matches()) {
        wrong.add(Refusal.of("limitMef" + i, "mefUnreadable", limit.mef()));
      }
      if (limit.most() < 0 || limit.most() > MOST_DEVICES) {
        wrong.add(Refusal.of("limitMost" + i, "limitRange", 0, MOST_DEVICES));
      }
      if (!said.add(limit.category() + " " + limit.mef())) {
        wrong.add(Refusal.of("limitMef" + i, "limitTwice"));
      }
      if (new Cohort(limit.mef().isEmpty() ? List.of() : List.of(limit.mef()))
          .isApartFrom(draft.eligible())) {
        wrong.add(Refusal.of("limitMef" + i, "limitOfNobody", limit.mef()));
      }
    }
  }

  private static void returns(PolicyDraft draft, List<Refusal> wrong) {
    if (draft.returns().floating() && draft.returns().place() == ReturnPlace.HOME_ONLY) {
      wrong.add(Refusal.of("floating", "floatingNowhere"));
    }
  }

  private static void incident(
      PolicyDraft draft, IncidentKind kind, Known known, List<Refusal> wrong) {
    IncidentRule rule = draft.on(kind);
    boolean replaced = rule.replacement() != Replacement.NONE;
    if (rule.needsPoliceReport() && kind == IncidentKind.BREAKAGE) {
      wrong.add(Refusal.of("policeReport_" + kind, "policeReportOfBreakage"));
    } else if (rule.needsPoliceReport() && !replaced) {
      wrong.add(Refusal.of("policeReport_" + kind, "policeReportForNothing"));
    }
    if (replaced && rule.blocksNewLoan()) {
      wrong.add(Refusal.of("blocks_" + kind, "replacedYetBlocked"));
    }
    if (rule.charge() == ChargeKind.REPAIR_COST && kind != IncidentKind.BREAKAGE) {
      wrong.add(Refusal.of("charge_" + kind, "repairOfWhatIsGone"));
    }
    if (rule.charge() != ChargeKind.NONE && !known.unpriced().isEmpty()) {
      wrong.add(
          Refusal.of(
              "charge_" + kind,
              "chargeWithoutPrice",
              String.join(", ", known.unpriced()),
              draft.startsOn().map(SchoolYear::of).map(SchoolYear::toString).orElse("")));
    }
    if (rule.refundIfFound() && rule.charge() == ChargeKind.NONE) {
      wrong.add(Refusal.of("refund_" + kind, "refundOfNothing"));
    }
    if (rule.refundIfFound() && kind == IncidentKind.LOSS && !draft.returns().lostAllowed()) {
      wrong.add(Refusal.of("refund_" + kind, "refundThoughRefused"));
    }
  }

  private static void end(PolicyDraft draft, List<Refusal> wrong) {
    EndOfSchooling end = draft.endOfSchooling();
    if (!end.given()) {
      if (end.from().isPresent()) {
        wrong.add(Refusal.of("givenFrom", "givenFromWithoutGift"));
      }
      return;
    }
    if (end.cohort().prefixes().isEmpty()) {
      wrong.add(Refusal.of("givenTo", "givenWithoutCohort"));
    } else if (end.cohort().isApartFrom(draft.eligible())) {
      wrong.add(Refusal.of("givenTo", "givenToNobody"));
    }
    cohort("givenTo", end.cohort(), wrong);
  }

  private static void cohort(String field, Cohort cohort, List<Refusal> wrong) {
    cohort.prefixes().stream()
        .filter(p -> !MEF.matcher(p).matches())
        .findFirst()
        .ifPresent(p -> wrong.add(Refusal.of(field, "mefUnreadable", p)));
    if (cohort.text().length() > LONGEST_COHORT) {
      wrong.add(Refusal.of(field, "tooLong", LONGEST_COHORT));
    }
  }

  private static void range(String field, OptionalInt number, int most, List<Refusal> wrong) {
    if (number.isPresent() && (number.getAsInt() < 1 || number.getAsInt() > most)) {
      wrong.add(Refusal.of(field, "numberRange", 1, most));
    }
  }
}
