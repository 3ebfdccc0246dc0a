package fr.gestmat.lending.control.policy;

import fr.gestmat.lending.control.LendingPolicy;
import fr.gestmat.lending.control.LendingPolicy.Agreement;
import fr.gestmat.lending.control.LendingPolicy.ReturnPlace;
import fr.gestmat.lending.entity.IncidentKind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A version of a policy as somebody types it. A number that can't be read is {@link #UNREADABLE}.
 *
 * @param name what it is called, at most 120 characters
 * @param startsOn its first day
 * @param eligible who gets a device
 * @param yearly whether loans end each year; otherwise they last the whole schooling
 * @param loanEnds day and month of that end
 * @param loanFollowsPupil whether a loan goes with a pupil who changes school
 * @param agreement what the agreement asks for
 * @param agreementDays days within which it may follow
 * @param limits devices of a category per pupil
 * @param openWeekdays days of the week when schools are open
 * @param returns where devices come back
 * @param incidents what incidents lead to
 * @param piecesCharged whether missing and broken pieces are charged
 * @param endOfSchooling given or returned
 * @param presumedLostDays days after the due date when a loan is presumed lost; empty for never
 * @param personalDataMonths months after which a closed loan no longer names its pupil
 */
public record PolicyDraft(
    String name,
    Optional<LocalDate> startsOn,
    Cohort eligible,
    boolean yearly,
    Optional<MonthDay> loanEnds,
    boolean loanFollowsPupil,
    Agreement agreement,
    OptionalInt agreementDays,
    Limits limits,
    Set<DayOfWeek> openWeekdays,
    Returns returns,
    Map<IncidentKind, IncidentRule> incidents,
    boolean piecesCharged,
    EndOfSchooling endOfSchooling,
    OptionalInt presumedLostDays,
    OptionalInt personalDataMonths) {

  /** Stands for a number that can't be read. */
  public static final int UNREADABLE = -1;

  /**
   * Where and how devices come back.
   *
   * @param place in which schools
   * @param lostAllowed whether a scan takes back a lost device
   * @param withdrawnAllowed whether a scan takes back a withdrawn or given one
   * @param floating whether a device stays where it came back
   * @param autoReturn whether lending closes the previous loan without asking
   * @param namesAcrossSchools whether desks see the names of other schools' pupils
   */
  public record Returns(
      ReturnPlace place,
      boolean lostAllowed,
      boolean withdrawnAllowed,
      boolean floating,
      boolean autoReturn,
      boolean namesAcrossSchools) {}

  /** What an authority starts from: what holds when it decided nothing. */
  public static PolicyDraft usual(String name, LocalDate start) {
    LendingPolicy usual = LendingPolicy.DEFAULT;
    return new PolicyDraft(
        name,
        Optional.of(start),
        usual.eligible(),
        false,
        usual.loanEnds(),
        usual.loanFollowsPupil(),
        usual.agreement(),
        OptionalInt.of(usual.agreementDays()),
        usual.limits(),
        usual.openDays().weekdays(),
        new Returns(
            usual.returnPlace(),
            usual.lostReturnAllowed(),
            usual.withdrawnReturnAllowed(),
            usual.floating(),
            usual.autoReturn(),
            usual.namesAcrossSchools()),
        usual.incidents(),
        usual.piecesCharged(),
        usual.endOfSchooling(),
        usual.presumedLostDays(),
        OptionalInt.of(usual.personalDataMonths()));
  }

  /** What an incident of this kind leads to. */
  public IncidentRule on(IncidentKind kind) {
    return incidents.getOrDefault(kind, IncidentRule.NOTHING);
  }

  /** This version as the next school year's, to be changed. */
  public PolicyDraft copiedTo(String newName, LocalDate start) {
    return new PolicyDraft(
        newName,
        Optional.of(start),
        eligible,
        yearly,
        loanEnds,
        loanFollowsPupil,
        agreement,
        agreementDays,
        limits,
        openWeekdays,
        returns,
        incidents,
        piecesCharged,
        endOfSchooling,
        presumedLostDays,
        personalDataMonths);
  }

  /** Every field with its value as the journal keeps it, in the order of the form. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("name", name);
    values.put("startsOn", startsOn.map(LocalDate::toString).orElse(""));
    values.put("eligible", eligible.text());
    values.put("loanEnds", yearly ? loanEnds.map(PolicyRows::text).orElse("") : "");
    values.put("loanFollowsPupil", yesNo(loanFollowsPupil));
    values.put("agreement", agreement.name());
    values.put("agreementDays", number(agreementDays));
    values.put("loansPerPupil", Integer.toString(limits.perCategory()));
    values.put(
        "limits",
        limits.exceptions().stream()
            .map(l -> l.category() + (l.mef().isEmpty() ? "" : " " + l.mef()) + " " + l.most())
            .collect(Collectors.joining(", ")));
    values.put("openWeekdays", PolicyRows.digits(openWeekdays));
    values.put("returnPlace", returns.place().name());
    values.put("lostAllowed", yesNo(returns.lostAllowed()));
    values.put("withdrawnAllowed", yesNo(returns.withdrawnAllowed()));
    values.put("floating", yesNo(returns.floating()));
    values.put("autoReturn", yesNo(returns.autoReturn()));
    values.put("namesAcrossSchools", yesNo(returns.namesAcrossSchools()));
    for (IncidentKind kind : IncidentKind.values()) {
      IncidentRule rule = on(kind);
      values.put("replacement_" + kind, rule.replacement().name());
      values.put("policeReport_" + kind, yesNo(rule.needsPoliceReport()));
      values.put("charge_" + kind, rule.charge().name());
      values.put("blocks_" + kind, yesNo(rule.blocksNewLoan()));
      values.put("refund_" + kind, yesNo(rule.refundIfFound()));
    }
    values.put("piecesCharged", yesNo(piecesCharged));
    values.put("givenAtEnd", yesNo(endOfSchooling.given()));
    values.put("givenTo", endOfSchooling.cohort().text());
    values.put("givenFrom", endOfSchooling.from().map(PolicyRows::text).orElse(""));
    values.put("presumedLostDays", number(presumedLostDays));
    values.put("personalDataMonths", number(personalDataMonths));
    return values;
  }

  /** The rules of all kinds, also of those that nothing was said of. */
  Map<IncidentKind, IncidentRule> allIncidents() {
    Map<IncidentKind, IncidentRule> all = new EnumMap<>(IncidentKind.class);
    for (IncidentKind kind : IncidentKind.values()) {
      all.put(kind, on(kind));
    }
    return all;
  }

  /** The exceptions to the limit. */
  List<Limits.Differing> differing() {
    return limits.exceptions();
  }

  private static String yesNo(boolean value) {
    return value ? "YES" : "NO";
  }

  private static String number(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }
}
