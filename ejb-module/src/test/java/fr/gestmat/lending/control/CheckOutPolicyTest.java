package fr.gestmat.lending.control;

import static fr.gestmat.lending.control.Situations.HERE;
import static fr.gestmat.lending.control.Situations.HOME;
import static fr.gestmat.lending.control.Situations.THIRD;
import static fr.gestmat.lending.control.Situations.aDevice;
import static fr.gestmat.lending.control.Situations.ada;
import static fr.gestmat.lending.control.Situations.agreement;
import static fr.gestmat.lending.control.Situations.ben;
import static fr.gestmat.lending.control.Situations.benGranted;
import static fr.gestmat.lending.control.Situations.benWith;
import static fr.gestmat.lending.control.Situations.blocked;
import static fr.gestmat.lending.control.Situations.endingOn;
import static fr.gestmat.lending.control.Situations.limit;
import static fr.gestmat.lending.control.Situations.limiting;
import static fr.gestmat.lending.control.Situations.onLoan;
import static fr.gestmat.lending.control.Situations.policy;
import static fr.gestmat.lending.control.Situations.reserved;
import static fr.gestmat.lending.control.Situations.returns;
import static fr.gestmat.lending.control.Situations.signed;
import static fr.gestmat.lending.control.Situations.unknownCode;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.gestmat.lending.control.LendingPolicy.Agreement;
import fr.gestmat.lending.control.LendingPolicy.ReturnPlace;
import fr.gestmat.lending.control.ScanSituation.Reservation;
import fr.gestmat.lending.control.policy.Cohort;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import fr.gestmat.lending.control.policy.Limits;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LoanState;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a hand-over needs; each line says what is decided, why, what it does and offers. */
class CheckOutPolicyTest {

  private static final LendingPolicy PLAIN = agreement(Agreement.NONE);
  private static final LendingPolicy AUTO_RETURN =
      policy(ReturnPlace.ANYWHERE, true, false, false, true, false, Agreement.NONE, 1, "");

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "nominal",
    "pupils",
    "states",
    "heldBySomebody",
    "heldByThePupil",
    "agreements",
    "limitsAndReservations",
    "overrides"
  })
  void decides(String name, Situations situation, String expected) {
    assertThat(Decisions.line(situation.checkOut())).isEqualTo(expected);
  }

  private static Situations stock() {
    return aDevice(DeviceState.IN_STOCK).under(PLAIN).openedOn(ben());
  }

  static Stream<Arguments> nominal() {
    return Stream.of(
        arguments("L046 lent", stock(), "OK LENT[Ben Roux, TG1] > lend"),
        arguments(
            "L046 with a computed due date",
            stock().under(endingOn("06-30")),
            "OK LENT[Ben Roux, TG1] + LENT_UNTIL[2027-06-30] > lend until 2027-06-30"),
        arguments(
            "L061 the due date is an open day: Saturday 26 June 2027 becomes Friday",
            stock().under(endingOn("06-26")),
            "OK LENT[Ben Roux, TG1] + LENT_UNTIL[2027-06-25] > lend until 2027-06-25"),
        arguments(
            "L061 not after the pupil's last day",
            stock().openedOn(benWith(HERE, true, "2026-12-18", false, 0)).under(endingOn("06-30")),
            "OK LENT[Ben Roux, TG1] + LENT_UNTIL[2026-12-18] > lend until 2026-12-18"),
        arguments(
            "L061 the pupil's last day is today",
            stock().openedOn(benWith(HERE, true, "2026-11-23", false, 0)),
            "OK LENT[Ben Roux, TG1] + LENT_UNTIL[2026-11-23] > lend until 2026-11-23"),
        arguments(
            "L090 a promised day is kept",
            stock().under(endingOn("06-30")).promising("2027-03-05"),
            "OK LENT[Ben Roux, TG1] + LENT_UNTIL[2027-03-05] > lend until 2027-03-05"),
        arguments(
            "L061 a promised Sunday becomes the Friday before",
            stock().under(endingOn("06-30")).promising("2027-03-07"),
            "OK LENT[Ben Roux, TG1] + LENT_UNTIL[2027-03-05] + PROMISE_MOVED[2027-03-07]"
                + " > lend until 2027-03-05"),
        arguments(
            "L061 a promised day is not after the pupil's last day",
            stock().openedOn(benWith(HERE, true, "2026-12-18", false, 0)).promising("2027-03-05"),
            "OK LENT[Ben Roux, TG1] + LENT_UNTIL[2026-12-18] + PROMISE_MOVED[2027-03-05]"
                + " > lend until 2026-12-18"),
        arguments(
            "L061 the pupil's last day is past",
            stock().openedOn(benWith(HERE, true, "2026-11-22", false, 0)),
            "REFUSED LAST_DAY_PASSED[2026-11-22] > nothing"),
        arguments(
            "a choice that has nothing to do with it",
            stock().choosing(ScanChoice.SEND_HOME),
            "REFUSED CHOICE_NOT_OFFERED > nothing"),
        arguments(
            "an extension chosen when the device is back in stock lends nothing",
            stock().choosing(ScanChoice.EXTEND_LOAN),
            "REFUSED CHOICE_NOT_OFFERED > nothing"),
        arguments(
            "an override that is no longer needed",
            stock().choosing(ScanChoice.OVERRIDE),
            "OK LENT[Ben Roux, TG1] > lend"));
  }

  static Stream<Arguments> pupils() {
    return Stream.of(
        arguments(
            "L048 nobody opened",
            aDevice(DeviceState.IN_STOCK).under(PLAIN),
            "REFUSED PUPIL_MISSING > nothing"),
        arguments(
            "L048 unknown pupil",
            aDevice(DeviceState.IN_STOCK).under(PLAIN).namingSomebodyUnknown(),
            "REFUSED PUPIL_UNKNOWN > nothing"),
        arguments(
            "L048 unknown device",
            unknownCode().under(PLAIN).openedOn(ben()),
            "REFUSED CODE_UNKNOWN[GE-004218] > nothing"),
        arguments(
            "L048 unknown pupil and unknown device: both",
            unknownCode().under(PLAIN).namingSomebodyUnknown(),
            "REFUSED PUPIL_UNKNOWN + CODE_UNKNOWN[GE-004218] > nothing"),
        arguments(
            "L048 a pupil who left",
            stock().openedOn(benWith(HERE, false, "2026-11-01", false, 0)),
            "REFUSED PUPIL_HAS_LEFT[Ben Roux] > nothing"),
        arguments(
            "L044 a pupil of another school",
            stock().openedOn(benWith(HOME, true, "", false, 0)),
            "REFUSED PUPIL_OF_OTHER_SCHOOL[Ben Roux] > nothing"),
        arguments(
            "L044 a manager cannot override it",
            stock()
                .openedOn(benWith(HOME, true, "", false, 0))
                .byManager()
                .withReason()
                .choosing(ScanChoice.OVERRIDE),
            "REFUSED CHOICE_NOT_OFFERED + PUPIL_OF_OTHER_SCHOOL[Ben Roux] > nothing"),
        arguments(
            "L048 everything at once, in order",
            aDevice(DeviceState.TO_CHECK)
                .placedAt(HOME)
                .openedOn(benWith(THIRD, false, "", true, 1))
                .under(agreement(Agreement.REQUIRED))
                .bound(
                    new ScanSituation.Duties(
                        false,
                        false,
                        false,
                        true,
                        Reservation.FOR_ANOTHER,
                        ScanSituation.Charge.NONE)),
            "REFUSED PUPIL_HAS_LEFT[Ben Roux] + PUPIL_OF_OTHER_SCHOOL[Ben Roux]"
                + " + DEVICE_TO_CHECK + DEVICE_ELSEWHERE[Lycée Marie-Curie] + AGREEMENT_MISSING"
                + " + GUARDIAN_SIGNATURE_MISSING + LIMIT_REACHED[1] + PUPIL_BLOCKED"
                + " + RESERVED_FOR_OTHER > nothing"));
  }

  static Stream<Arguments> states() {
    return Stream.of(
        arguments("L055 expected", in(DeviceState.EXPECTED), "REFUSED DEVICE_EXPECTED > nothing"),
        arguments("L055 to check", in(DeviceState.TO_CHECK), "REFUSED DEVICE_TO_CHECK > nothing"),
        arguments(
            "L055 in repair", in(DeviceState.IN_REPAIR), "REFUSED DEVICE_IN_REPAIR > nothing"),
        arguments(
            "L055 in transit",
            in(DeviceState.IN_TRANSIT).onTheWay(HERE, HOME, ofMinutes(3)),
            "REFUSED DEVICE_IN_TRANSIT[Lycée Marie-Curie] > nothing"),
        arguments("L055 lost", in(DeviceState.LOST), "REFUSED DEVICE_LOST > nothing"),
        arguments("L055 stolen", in(DeviceState.STOLEN), "REFUSED DEVICE_STOLEN > nothing"),
        arguments(
            "L055 withdrawn", in(DeviceState.WITHDRAWN), "REFUSED DEVICE_WITHDRAWN > nothing"),
        arguments(
            "L055 given away",
            in(DeviceState.OWNERSHIP_TRANSFERRED),
            "REFUSED DEVICE_OWNERSHIP_TRANSFERRED > nothing"),
        arguments(
            "L055 claimed returned",
            in(DeviceState.ON_LOAN).heldBy(LoanState.CLAIMED_RETURNED),
            "REFUSED CLAIM_TO_RESOLVE[Ada Martin] > nothing"),
        arguments(
            "L055 claimed returned by the very pupil",
            aDevice(DeviceState.ON_LOAN)
                .under(PLAIN)
                .heldBy(LoanState.CLAIMED_RETURNED)
                .openedOn(ada()),
            "REFUSED CLAIM_TO_RESOLVE[Ada Martin] > nothing"),
        arguments(
            "L055 lost by the very pupil",
            aDevice(DeviceState.LOST).under(PLAIN).heldBy(LoanState.LOST).openedOn(ada()),
            "REFUSED DEVICE_LOST > nothing"),
        arguments(
            "in stock elsewhere",
            in(DeviceState.IN_STOCK).placedAt(HOME),
            "REFUSED DEVICE_ELSEWHERE[Lycée Marie-Curie] > nothing"),
        arguments(
            "L054 available with an open loan",
            in(DeviceState.IN_STOCK).heldBy(LoanState.OPEN),
            "REFUSED DATA_INCONSISTENT > anomaly"),
        arguments(
            "L054 on loan without a loan",
            in(DeviceState.ON_LOAN),
            "REFUSED DATA_INCONSISTENT > anomaly"),
        arguments(
            "a manager cannot lend what is not in stock",
            in(DeviceState.TO_CHECK).byManager().withReason().choosing(ScanChoice.OVERRIDE),
            "REFUSED CHOICE_NOT_OFFERED + DEVICE_TO_CHECK > nothing"));
  }

  private static Situations in(DeviceState state) {
    return aDevice(state).under(PLAIN).openedOn(ben());
  }

  static Stream<Arguments> heldBySomebody() {
    return Stream.of(
        arguments(
            "L049 on loan to another: refused, named, and what could be done",
            onLoan().under(PLAIN).openedOn(ben()),
            "REFUSED DEVICE_ON_LOAN[Ada Martin] > nothing ? RETURN_THEN_LEND"),
        arguments(
            "L049 by who may not know: not named, nothing offered",
            onLoan()
                .homeAt(HOME)
                .issuedBy(HOME)
                .under(returns(ReturnPlace.HOME_ONLY))
                .openedOn(ben()),
            "REFUSED DEVICE_ON_LOAN[] > nothing"),
        arguments(
            "L049 a return would send it home: not taken over",
            onLoan().homeAt(HOME).issuedBy(HOME).under(PLAIN).openedOn(ben()),
            "REFUSED DEVICE_ON_LOAN[Ada Martin] > nothing"),
        arguments(
            "L051 auto return on, but a return would send it home: not taken over",
            onLoan().homeAt(HOME).issuedBy(HOME).under(AUTO_RETURN).openedOn(ben()),
            "REFUSED DEVICE_ON_LOAN[Ada Martin] > nothing"),
        arguments(
            "L051 of another school, but lent here: it stays here",
            onLoan().homeAt(HOME).under(AUTO_RETURN).openedOn(ben()),
            "WARNING LENT[Ben Roux, TG1] + PREVIOUS_LOAN_CLOSED[Ada Martin]"
                + " > lend after closing"),
        arguments(
            "L051 auto return off: confirmed",
            onLoan().under(PLAIN).openedOn(ben()).choosing(ScanChoice.RETURN_THEN_LEND),
            "WARNING LENT[Ben Roux, TG1] + PREVIOUS_LOAN_CLOSED[Ada Martin]"
                + " > lend after closing"),
        arguments(
            "L051 auto return on: at once",
            onLoan().under(AUTO_RETURN).openedOn(ben()),
            "WARNING LENT[Ben Roux, TG1] + PREVIOUS_LOAN_CLOSED[Ada Martin]"
                + " > lend after closing"),
        arguments(
            "L051 auto return on, but seen damaged: not lent",
            onLoan().under(AUTO_RETURN).openedOn(ben()).graded(ConditionGrade.DAMAGED),
            "REFUSED DEVICE_ON_LOAN[Ada Martin] > nothing"),
        arguments(
            "L051 auto return on, seen good",
            onLoan().under(AUTO_RETURN).openedOn(ben()).graded(ConditionGrade.GOOD),
            "WARNING LENT[Ben Roux, TG1] + PREVIOUS_LOAN_CLOSED[Ada Martin]"
                + " > lend after closing"),
        arguments(
            "L051 auto return never passes another obstacle",
            onLoan().under(AUTO_RETURN).openedOn(benWith(HERE, true, "", false, 1)),
            "REFUSED DEVICE_ON_LOAN[Ada Martin] + LIMIT_REACHED[1] > nothing"),
        arguments(
            "L051 confirmed when it came back meanwhile: lent",
            stock().choosing(ScanChoice.RETURN_THEN_LEND),
            "OK LENT[Ben Roux, TG1] > lend"));
  }

  static Stream<Arguments> heldByThePupil() {
    return Stream.of(
        arguments(
            "L050 the same pupil: no second loan, nothing to extend",
            onLoan().under(PLAIN).openedOn(ada()),
            "WARNING ALREADY_HELD_BY_PUPIL[Ada Martin] > nothing"),
        arguments(
            "L050 extension proposed",
            onLoan().dueOn("2026-12-18").under(endingOn("06-30")).openedOn(ada()),
            "WARNING ALREADY_HELD_BY_PUPIL[Ada Martin] > nothing ? EXTEND_LOAN"),
        arguments(
            "L050 already as long as it can be",
            onLoan().dueOn("2027-06-30").under(endingOn("06-30")).openedOn(ada()),
            "WARNING ALREADY_HELD_BY_PUPIL[Ada Martin] > nothing"),
        arguments(
            "L050 extended",
            onLoan()
                .dueOn("2026-12-18")
                .under(endingOn("06-30"))
                .openedOn(ada())
                .choosing(ScanChoice.EXTEND_LOAN),
            "OK LOAN_EXTENDED[2027-06-30] > extend until 2027-06-30"),
        arguments(
            "L050 extended to the whole schooling",
            onLoan()
                .dueOn("2026-12-18")
                .under(PLAIN)
                .openedOn(ada())
                .choosing(ScanChoice.EXTEND_LOAN),
            "OK LOAN_EXTENDED[] > extend"),
        arguments(
            "L050 a blocked pupil gets no extension",
            onLoan().dueOn("2026-12-18").under(PLAIN).openedOn(ada()).bound(blocked()),
            "WARNING ALREADY_HELD_BY_PUPIL[Ada Martin] + PUPIL_BLOCKED > nothing"),
        arguments(
            "L050 a pupil whose last day is past gets none",
            onLoan()
                .dueOn("2026-11-01")
                .under(PLAIN)
                .openedOn(
                    new ScanSituation.PupilFacts(
                        Situations.ADA,
                        "Ada Martin",
                        "TG3",
                        Situations.MEF,
                        HERE,
                        true,
                        java.util.Optional.of(java.time.LocalDate.parse("2026-11-20")),
                        false,
                        1,
                        Replacement.NONE,
                        java.util.Optional.empty())),
            "WARNING ALREADY_HELD_BY_PUPIL[Ada Martin] + LAST_DAY_PASSED[2026-11-20]"
                + " > nothing"));
  }

  static Stream<Arguments> agreements() {
    Situations required = in(DeviceState.IN_STOCK).under(agreement(Agreement.REQUIRED));
    return Stream.of(
        arguments(
            "agreement required, of age, signed",
            in(DeviceState.IN_STOCK)
                .under(agreement(Agreement.REQUIRED))
                .bound(signed(true, false)),
            "OK LENT[Ben Roux, TG1] > lend"),
        arguments(
            "agreement required, not signed", required, "REFUSED AGREEMENT_MISSING > nothing"),
        arguments(
            "agreement required, a minor, signed by the pupil only",
            in(DeviceState.IN_STOCK)
                .under(agreement(Agreement.REQUIRED))
                .openedOn(benWith(HERE, true, "", true, 0))
                .bound(signed(true, false)),
            "REFUSED GUARDIAN_SIGNATURE_MISSING > nothing"),
        arguments(
            "agreement required, a minor, signed by both",
            in(DeviceState.IN_STOCK)
                .under(agreement(Agreement.REQUIRED))
                .openedOn(benWith(HERE, true, "", true, 0))
                .bound(signed(true, true)),
            "OK LENT[Ben Roux, TG1] > lend"),
        arguments(
            "agreement may follow, not signed",
            in(DeviceState.IN_STOCK).under(agreement(Agreement.MAY_FOLLOW)),
            "OK LENT[Ben Roux, TG1] + AGREEMENT_TO_FOLLOW[2026-12-08] > lend"),
        arguments(
            "agreement may follow, signed",
            in(DeviceState.IN_STOCK)
                .under(agreement(Agreement.MAY_FOLLOW))
                .bound(signed(true, false)),
            "OK LENT[Ben Roux, TG1] > lend"),
        arguments(
            "agreement may follow, a minor, guardian missing",
            in(DeviceState.IN_STOCK)
                .under(agreement(Agreement.MAY_FOLLOW))
                .openedOn(benWith(HERE, true, "", true, 0))
                .bound(signed(true, false)),
            "OK LENT[Ben Roux, TG1] + AGREEMENT_TO_FOLLOW[2026-12-08] > lend"),
        arguments(
            "agreement may follow, a minor, signed by both",
            in(DeviceState.IN_STOCK)
                .under(agreement(Agreement.MAY_FOLLOW))
                .openedOn(benWith(HERE, true, "", true, 0))
                .bound(signed(true, true)),
            "OK LENT[Ben Roux, TG1] > lend"));
  }

  static Stream<Arguments> limitsAndReservations() {
    return Stream.of(
        arguments(
            "L057 limit one, holds one",
            stock().openedOn(benWith(HERE, true, "", false, 1)),
            "REFUSED LIMIT_REACHED[1] > nothing"),
        arguments(
            "L057 limit two, holds one",
            stock().openedOn(benWith(HERE, true, "", false, 1)).under(limit(2)),
            "OK LENT[Ben Roux, TG1] > lend"),
        arguments(
            "L057 limit two, holds two",
            stock().openedOn(benWith(HERE, true, "", false, 2)).under(limit(2)),
            "REFUSED LIMIT_REACHED[2] > nothing"),
        arguments(
            "L057 none for a group of pupils",
            stock()
                .openedOn(benWith(HERE, true, "", false, 0))
                .under(limiting(Cohort.EVERYONE, new Limits.Differing("LAPTOP", "202", 0))),
            "REFUSED LIMIT_REACHED[0] > nothing"),
        arguments(
            "L057 another group's limit does not count",
            stock()
                .openedOn(benWith(HERE, true, "", false, 1))
                .under(limiting(Cohort.EVERYONE, new Limits.Differing("LAPTOP", "247", 3))),
            "REFUSED LIMIT_REACHED[1] > nothing"),
        arguments(
            "a level without a right to a device",
            stock()
                .openedOn(benWith(HERE, true, "", false, 0))
                .under(limiting(Cohort.parse("200,201"))),
            "REFUSED PUPIL_NOT_ELIGIBLE > nothing"),
        arguments(
            "a device of the emergency stock",
            stock().forEmergencies().openedOn(ben()),
            "REFUSED DEVICE_FOR_EMERGENCIES > nothing"),
        arguments(
            "a device of the emergency stock for who gets one from the other stock",
            stock().forEmergencies().openedOn(benGranted(Replacement.STOCK)),
            "REFUSED DEVICE_FOR_EMERGENCIES > nothing"),
        arguments(
            "a device of the emergency stock after a theft",
            stock().forEmergencies().openedOn(benGranted(Replacement.EMERGENCY)),
            "OK LENT[Ben Roux, TG1] + REPLACEMENT_GIVEN > lend"),
        arguments("L058 blocked", stock().bound(blocked()), "REFUSED PUPIL_BLOCKED > nothing"),
        arguments(
            "L059 reserved for another",
            stock().bound(reserved(Reservation.FOR_ANOTHER)),
            "REFUSED RESERVED_FOR_OTHER > nothing"),
        arguments(
            "L059 reserved for this pupil: fulfilled",
            stock().bound(reserved(Reservation.FOR_THIS_PUPIL)),
            "OK LENT[Ben Roux, TG1] + RESERVATION_FULFILLED > lend"));
  }

  static Stream<Arguments> overrides() {
    return Stream.of(
        arguments(
            "L058 a manager is offered an override",
            stock().byManager().bound(blocked()),
            "REFUSED PUPIL_BLOCKED > nothing ? OVERRIDE"),
        arguments(
            "L058 with permission and a reason",
            stock().byManager().bound(blocked()).withReason().choosing(ScanChoice.OVERRIDE),
            "WARNING LENT[Ben Roux, TG1] + OVERRIDDEN + PUPIL_BLOCKED > lend by override"),
        arguments(
            "L058 without a reason",
            stock().byManager().bound(blocked()).choosing(ScanChoice.OVERRIDE),
            "REFUSED OVERRIDE_NEEDS_REASON + PUPIL_BLOCKED > nothing ? OVERRIDE"),
        arguments(
            "L058 without permission",
            stock().bound(blocked()).withReason().choosing(ScanChoice.OVERRIDE),
            "REFUSED OVERRIDE_NOT_ALLOWED + PUPIL_BLOCKED > nothing"),
        arguments(
            "L058 none is offered for a loan that would end today",
            stock()
                .byManager()
                .openedOn(benWith(HERE, true, "2026-11-23", false, 0))
                .bound(blocked()),
            "REFUSED PUPIL_BLOCKED + OVERRIDE_ENDS_TODAY > nothing"),
        arguments(
            "L058 nor done for a loan that would end today",
            stock()
                .byManager()
                .openedOn(benWith(HERE, true, "2026-11-23", false, 0))
                .bound(blocked())
                .withReason()
                .choosing(ScanChoice.OVERRIDE),
            "REFUSED CHOICE_NOT_OFFERED + PUPIL_BLOCKED + OVERRIDE_ENDS_TODAY > nothing"),
        arguments(
            "L058 until tomorrow, with permission and a reason",
            stock()
                .byManager()
                .openedOn(benWith(HERE, true, "2026-11-24", false, 0))
                .bound(blocked())
                .withReason()
                .choosing(ScanChoice.OVERRIDE),
            "WARNING LENT[Ben Roux, TG1] + OVERRIDDEN + PUPIL_BLOCKED + LENT_UNTIL[2026-11-24]"
                + " > lend until 2026-11-24 by override"),
        arguments(
            "L058 every obstacle that can be passed over, at once",
            stock()
                .byManager()
                .withReason()
                .choosing(ScanChoice.OVERRIDE)
                .openedOn(benWith(HERE, true, "", true, 1))
                .under(agreement(Agreement.REQUIRED))
                .bound(reserved(Reservation.FOR_ANOTHER)),
            "WARNING LENT[Ben Roux, TG1] + OVERRIDDEN + AGREEMENT_MISSING"
                + " + GUARDIAN_SIGNATURE_MISSING + LIMIT_REACHED[1] + RESERVED_FOR_OTHER"
                + " > lend by override"),
        arguments(
            "L058 another choice than an override, without permission",
            stock().bound(blocked()).choosing(ScanChoice.EXTEND_LOAN),
            "REFUSED CHOICE_NOT_OFFERED + PUPIL_BLOCKED > nothing"));
  }
}
