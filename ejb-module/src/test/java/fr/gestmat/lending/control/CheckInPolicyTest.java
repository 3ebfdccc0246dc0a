package fr.gestmat.lending.control;

import static fr.gestmat.lending.control.Situations.HERE;
import static fr.gestmat.lending.control.Situations.HOME;
import static fr.gestmat.lending.control.Situations.THIRD;
import static fr.gestmat.lending.control.Situations.aDevice;
import static fr.gestmat.lending.control.Situations.ada;
import static fr.gestmat.lending.control.Situations.ben;
import static fr.gestmat.lending.control.Situations.benHolding;
import static fr.gestmat.lending.control.Situations.charged;
import static fr.gestmat.lending.control.Situations.onLoan;
import static fr.gestmat.lending.control.Situations.pendingSignatures;
import static fr.gestmat.lending.control.Situations.policy;
import static fr.gestmat.lending.control.Situations.returns;
import static fr.gestmat.lending.control.Situations.unknownCode;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.gestmat.lending.control.LendingPolicy.Agreement;
import fr.gestmat.lending.control.LendingPolicy.ReturnPlace;
import fr.gestmat.lending.control.ScanSituation.Charge;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LoanState;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The check-in table, row by row; each line says what is decided, why, what it does and offers. */
class CheckInPolicyTest {

  private static final LendingPolicy FLOATING =
      policy(ReturnPlace.ANYWHERE, true, false, true, false, false, Agreement.NONE, 1, "");
  private static final LendingPolicy NO_LOST =
      policy(ReturnPlace.ISSUER_ONLY, false, false, false, false, false, Agreement.NONE, 1, "");
  private static final LendingPolicy TAKES_WITHDRAWN =
      policy(ReturnPlace.ANYWHERE, true, true, false, false, false, Agreement.NONE, 1, "");
  private static final LendingPolicy HOME_ONLY_WITH_NAMES =
      policy(ReturnPlace.HOME_ONLY, true, false, false, false, true, Agreement.NONE, 1, "");

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "nominal",
    "anotherPupil",
    "otherSchools",
    "notOnLoan",
    "transfers",
    "found",
    "outOfUse",
    "staleChoices"
  })
  void decides(String name, Situations situation, String expected) {
    assertThat(Decisions.line(situation.checkIn())).isEqualTo(expected);
  }

  static Stream<Arguments> nominal() {
    return Stream.of(
        arguments(
            "L001 on loan here: closed, in stock",
            onLoan(),
            "OK RETURNED[Ada Martin, TG3] > loan RETURNED, device RETURNED"),
        arguments(
            "L001 opened on the holder",
            onLoan().openedOn(ada()),
            "OK RETURNED[Ada Martin, TG3] > loan RETURNED, device RETURNED"),
        arguments(
            "L003 back-dated",
            onLoan().backDatedTo("2026-11-20T15:00:00Z"),
            "OK RETURNED[Ada Martin, TG3]"
                + " > loan RETURNED, device RETURNED at 2026-11-20T15:00:00Z"),
        arguments(
            "L003 back-dated to this very moment",
            onLoan().backDatedTo("2026-11-23T09:42:00Z"),
            "OK RETURNED[Ada Martin, TG3] > loan RETURNED, device RETURNED"),
        arguments(
            "L003 back-dated to the moment of the hand-over",
            onLoan().backDatedTo("2026-09-01T07:00:00Z"),
            "OK RETURNED[Ada Martin, TG3]"
                + " > loan RETURNED, device RETURNED at 2026-09-01T07:00:00Z"),
        arguments(
            "L003 lateness counts on the back-date",
            onLoan().dueOn("2026-11-20").backDatedTo("2026-11-20T15:00:00Z"),
            "OK RETURNED[Ada Martin, TG3]"
                + " > loan RETURNED, device RETURNED at 2026-11-20T15:00:00Z"),
        arguments(
            "L003 the day counts in the authority's zone",
            onLoan().dueOn("2026-11-20").backDatedTo("2026-11-20T23:30:00Z"),
            "OK RETURNED[Ada Martin, TG3] + RETURNED_LATE[1]"
                + " > loan RETURNED, device RETURNED at 2026-11-20T23:30:00Z"),
        arguments(
            "L004 a future date is ignored",
            onLoan().backDatedTo("2027-01-01T00:00:00Z"),
            "OK RETURNED[Ada Martin, TG3] + RETURN_DATE_IGNORED[2027-01-01]"
                + " > loan RETURNED, device RETURNED"),
        arguments(
            "L004 a date before the hand-over is ignored",
            onLoan().backDatedTo("2026-08-31T22:30:00Z"),
            "OK RETURNED[Ada Martin, TG3] + RETURN_BEFORE_LOAN[2026-09-01]"
                + " > loan RETURNED, device RETURNED"),
        arguments(
            "L006 pending signature requests are dropped",
            onLoan().bound(pendingSignatures()),
            "OK RETURNED[Ada Martin, TG3] + SIGNATURES_DROPPED > loan RETURNED, device RETURNED"),
        arguments(
            "returned on the last day is not late",
            onLoan().dueOn("2026-11-23"),
            "OK RETURNED[Ada Martin, TG3] > loan RETURNED, device RETURNED"),
        arguments(
            "returned three days late by a pupil who left",
            onLoan().dueOn("2026-11-20").holderHasLeft(),
            "OK RETURNED[Ada Martin, TG3] + RETURNED_LATE[3] + HOLDER_HAS_LEFT"
                + " > loan RETURNED, device RETURNED"),
        arguments(
            "L009 L079 damaged: to check",
            onLoan().graded(ConditionGrade.DAMAGED),
            "OK RETURNED_TO_CHECK[Ada Martin, TG3] > loan RETURNED, device RETURNED_TO_CHECK"),
        arguments(
            "L009 incomplete: to check",
            onLoan().graded(ConditionGrade.INCOMPLETE),
            "OK RETURNED_TO_CHECK[Ada Martin, TG3] > loan RETURNED, device RETURNED_TO_CHECK"),
        arguments(
            "L009 worn is not damaged",
            onLoan().graded(ConditionGrade.WORN),
            "OK RETURNED[Ada Martin, TG3] > loan RETURNED, device RETURNED"),
        arguments(
            "L079 known as damaged and not looked at: to check",
            onLoan().knownAs(ConditionGrade.DAMAGED),
            "OK RETURNED_TO_CHECK[Ada Martin, TG3] > loan RETURNED, device RETURNED_TO_CHECK"),
        arguments(
            "L079 known as damaged and found good",
            onLoan().knownAs(ConditionGrade.DAMAGED).graded(ConditionGrade.GOOD),
            "OK RETURNED[Ada Martin, TG3] > loan RETURNED, device RETURNED"));
  }

  static Stream<Arguments> anotherPupil() {
    return Stream.of(
        arguments(
            "L015 another pupil opened: nothing done, both names",
            onLoan().openedOn(ben()),
            "WARNING HELD_BY_OTHER[Ada Martin, Ben Roux] > nothing ? RETURN_FOR_HOLDER"),
        arguments(
            "L015 the other pupil holds one too: swap offered",
            onLoan().openedOn(benHolding("GE-7")),
            "WARNING HELD_BY_OTHER[Ada Martin, Ben Roux] > nothing"
                + " ? RETURN_FOR_HOLDER SWAP_HOLDERS"),
        arguments(
            "L015 returned for the holder",
            onLoan().openedOn(ben()).choosing(ScanChoice.RETURN_FOR_HOLDER),
            "OK RETURNED_FOR_HOLDER[Ada Martin, Ben Roux] + RETURNED[Ada Martin, TG3]"
                + " > loan RETURNED, device RETURNED"),
        arguments(
            "L015 swapped",
            onLoan().openedOn(benHolding("GE-7")).choosing(ScanChoice.SWAP_HOLDERS),
            "OK RETURNED_SWAPPED[Ada Martin, Ben Roux, GE-7] + RETURNED[Ada Martin, TG3]"
                + " > swap, loan RETURNED, device RETURNED"),
        arguments(
            "L015 a swap with a pupil who holds nothing is not offered",
            onLoan().openedOn(ben()).choosing(ScanChoice.SWAP_HOLDERS),
            "REFUSED CHOICE_NOT_OFFERED + HELD_BY_OTHER[Ada Martin, Ben Roux] > nothing"
                + " ? RETURN_FOR_HOLDER"),
        arguments(
            "L016 nobody opened: the holder's loan",
            onLoan(),
            "OK RETURNED[Ada Martin, TG3] > loan RETURNED, device RETURNED"));
  }

  static Stream<Arguments> otherSchools() {
    return Stream.of(
        arguments(
            "L035 issued and at home elsewhere: on its way home",
            onLoan().homeAt(HOME).issuedBy(HOME),
            "WARNING RETURNED_FOR_ANOTHER_SCHOOL[Ada Martin, Lycée Marie-Curie]"
                + " > loan RETURNED, device RETURNED_AWAY to Lycée Marie-Curie"),
        arguments(
            "L035 damaged too: both are said",
            onLoan().homeAt(HOME).issuedBy(HOME).graded(ConditionGrade.DAMAGED),
            "WARNING RETURNED_FOR_ANOTHER_SCHOOL[Ada Martin, Lycée Marie-Curie]"
                + " + RETURNED_TO_CHECK[Ada Martin, TG3]"
                + " > loan RETURNED, device RETURNED_AWAY to Lycée Marie-Curie"),
        arguments(
            "L035 issued elsewhere but at home here: stays",
            onLoan().issuedBy(HOME),
            "OK RETURNED[Ada Martin, TG3] > loan RETURNED, device RETURNED"),
        arguments(
            "issued here, at home elsewhere: stays, and where it belongs is said",
            onLoan().homeAt(HOME),
            "OK RETURNED[Ada Martin, TG3] + AWAY_FROM_HOME[Lycée Marie-Curie]"
                + " > loan RETURNED, device RETURNED"),
        arguments(
            "L036 home only, elsewhere",
            onLoan().homeAt(HOME).issuedBy(THIRD).under(returns(ReturnPlace.HOME_ONLY)),
            "REFUSED RETURN_NOT_HERE[Lycée Marie-Curie] > nothing"),
        arguments(
            "L036 home only, at home",
            onLoan().issuedBy(THIRD).under(returns(ReturnPlace.HOME_ONLY)),
            "OK RETURNED[Ada Martin, TG3] > loan RETURNED, device RETURNED"),
        arguments(
            "L036 issuer only, elsewhere",
            onLoan().issuedBy(THIRD).under(returns(ReturnPlace.ISSUER_ONLY)),
            "REFUSED RETURN_NOT_HERE[Lycée Jean-Zay] > nothing"),
        arguments(
            "L036 issuer only, at the issuer's",
            onLoan().homeAt(HOME).under(returns(ReturnPlace.ISSUER_ONLY)),
            "OK RETURNED[Ada Martin, TG3] + AWAY_FROM_HOME[Lycée Marie-Curie]"
                + " > loan RETURNED, device RETURNED"),
        arguments(
            "L036 either, at a third school",
            onLoan().homeAt(HOME).issuedBy(THIRD).under(returns(ReturnPlace.EITHER)),
            "REFUSED RETURN_NOT_HERE[Lycée Jean-Zay] > nothing"),
        arguments(
            "L036 either, at home",
            onLoan().issuedBy(THIRD).under(returns(ReturnPlace.EITHER)),
            "OK RETURNED[Ada Martin, TG3] > loan RETURNED, device RETURNED"),
        arguments(
            "L036 either, at the issuer's",
            onLoan().homeAt(HOME).under(returns(ReturnPlace.EITHER)),
            "OK RETURNED[Ada Martin, TG3] + AWAY_FROM_HOME[Lycée Marie-Curie]"
                + " > loan RETURNED, device RETURNED"),
        arguments(
            "L036 refused here whoever is opened, and no choice changes it",
            onLoan()
                .issuedBy(THIRD)
                .openedOn(ben())
                .choosing(ScanChoice.RETURN_FOR_HOLDER)
                .under(returns(ReturnPlace.ISSUER_ONLY)),
            "REFUSED CHOICE_NOT_OFFERED + RETURN_NOT_HERE[Lycée Jean-Zay] > nothing"),
        arguments(
            "L041 floating: stays here",
            onLoan().homeAt(HOME).issuedBy(HOME).under(FLOATING),
            "OK RETURNED[Ada Martin, TG3] > loan RETURNED, device RETURNED"),
        arguments(
            "L041 floating, in stock away from home: nothing to send",
            aDevice(DeviceState.IN_STOCK).homeAt(HOME).under(FLOATING),
            "WARNING SEEN > see"));
  }

  static Stream<Arguments> notOnLoan() {
    return Stream.of(
        arguments("L011 unknown code", unknownCode(), "REFUSED CODE_UNKNOWN[GE-004218] > nothing"),
        arguments("L002 L013 in stock: seen", aDevice(DeviceState.IN_STOCK), "WARNING SEEN > see"),
        arguments(
            "L013 in stock, at home elsewhere: transfer offered",
            aDevice(DeviceState.IN_STOCK).homeAt(HOME),
            "WARNING SEEN + AWAY_FROM_HOME[Lycée Marie-Curie] > see ? SEND_HOME"),
        arguments(
            "sent home",
            aDevice(DeviceState.IN_STOCK).homeAt(HOME).choosing(ScanChoice.SEND_HOME),
            "OK TRANSFER_SENT[Lycée Marie-Curie] > SENT to Lycée Marie-Curie"),
        arguments(
            "L014 returned 59 minutes ago here",
            aDevice(DeviceState.IN_STOCK).returned(ofMinutes(59), HERE),
            "WARNING ALREADY_RETURNED[2026-11-23T08:43:00Z, Zoé Agent] > nothing"),
        arguments(
            "L014 returned an hour ago is long ago",
            aDevice(DeviceState.IN_STOCK).returned(ofMinutes(60), HERE),
            "WARNING SEEN > see"),
        arguments(
            "L014 returned in another school",
            aDevice(DeviceState.IN_STOCK).returned(ofMinutes(5), HOME),
            "WARNING SEEN > see"),
        arguments(
            "L014 returned to check",
            aDevice(DeviceState.TO_CHECK).returned(ofMinutes(5), HERE),
            "WARNING ALREADY_RETURNED[2026-11-23T09:37:00Z, Zoé Agent] + STILL_TO_CHECK"
                + " > nothing"),
        arguments(
            "L014 returned and at once on its way home",
            aDevice(DeviceState.IN_TRANSIT)
                .homeAt(HOME)
                .onTheWay(HERE, HOME, ofMinutes(5))
                .returned(ofMinutes(5), HERE),
            "WARNING ALREADY_RETURNED[2026-11-23T09:37:00Z, Zoé Agent]"
                + " + TRANSFER_ELSEWHERE[Lycée Marie-Curie] > nothing ? CANCEL_TRANSFER"),
        arguments(
            "L014 returned, then lost: found",
            aDevice(DeviceState.LOST).returned(ofMinutes(5), HERE),
            "WARNING LOST_FOUND_WITHOUT_LOAN > FOUND_TO_CHECK"),
        arguments(
            "L014 lent again since: a return like any other",
            onLoan().returned(ofMinutes(5), HERE),
            "OK RETURNED[Ada Martin, TG3] > loan RETURNED, device RETURNED"),
        arguments(
            "to check: stays to check",
            aDevice(DeviceState.TO_CHECK),
            "WARNING STILL_TO_CHECK > see"),
        arguments(
            "expected: reception offered",
            aDevice(DeviceState.EXPECTED),
            "WARNING DELIVERY_EXPECTED > nothing ? RECEIVE_DELIVERY"),
        arguments(
            "expected, received",
            aDevice(DeviceState.EXPECTED).choosing(ScanChoice.RECEIVE_DELIVERY),
            "OK DELIVERY_RECEIVED > RECEIVED"),
        arguments(
            "expected elsewhere, received here",
            aDevice(DeviceState.EXPECTED).homeAt(HOME).choosing(ScanChoice.RECEIVE_DELIVERY),
            "OK DELIVERY_RECEIVED + AWAY_FROM_HOME[Lycée Marie-Curie] > RECEIVED"),
        arguments(
            "in repair: reception offered",
            aDevice(DeviceState.IN_REPAIR),
            "WARNING REPAIR_RUNNING > nothing ? RECEIVE_FROM_REPAIR"),
        arguments(
            "in repair, received good though it left damaged",
            aDevice(DeviceState.IN_REPAIR)
                .knownAs(ConditionGrade.DAMAGED)
                .choosing(ScanChoice.RECEIVE_FROM_REPAIR),
            "OK REPAIR_RECEIVED > REPAIRED"),
        arguments(
            "in repair, received still damaged",
            aDevice(DeviceState.IN_REPAIR)
                .graded(ConditionGrade.DAMAGED)
                .choosing(ScanChoice.RECEIVE_FROM_REPAIR),
            "OK REPAIR_RECEIVED > REPAIRED_TO_CHECK"));
  }

  static Stream<Arguments> transfers() {
    return Stream.of(
        arguments(
            "L037 at its destination",
            aDevice(DeviceState.IN_TRANSIT),
            "OK TRANSFER_RECEIVED[Lycée Marie-Curie] > ARRIVED"),
        arguments(
            "L037 at its destination, known as damaged",
            aDevice(DeviceState.IN_TRANSIT).knownAs(ConditionGrade.DAMAGED),
            "OK TRANSFER_RECEIVED[Lycée Marie-Curie] > ARRIVED_TO_CHECK"),
        arguments(
            "L037 at a third school",
            aDevice(DeviceState.IN_TRANSIT).onTheWay(HOME, THIRD, ofHours(5)),
            "WARNING TRANSFER_ELSEWHERE[Lycée Jean-Zay] > see"),
        arguments(
            "L037 at a third school, minutes after it was sent elsewhere: no bounce",
            aDevice(DeviceState.IN_TRANSIT).onTheWay(HOME, THIRD, ofMinutes(2)),
            "WARNING TRANSFER_ELSEWHERE[Lycée Jean-Zay] > see"),
        arguments(
            "L037 at a third school once more: it still goes on",
            aDevice(DeviceState.IN_TRANSIT).onTheWay(HOME, THIRD, ofHours(5)).placedAt(HERE),
            "WARNING TRANSFER_ELSEWHERE[Lycée Jean-Zay] > see"),
        arguments(
            "L037 at its destination, from the third school that it passed",
            aDevice(DeviceState.IN_TRANSIT).onTheWay(HOME, HERE, ofHours(5)).placedAt(THIRD),
            "OK TRANSFER_RECEIVED[Lycée Jean-Zay] > ARRIVED"),
        arguments(
            "L038 back at its sender after it passed another school: it may stay",
            aDevice(DeviceState.IN_TRANSIT).onTheWay(HERE, HOME, ofHours(5)).placedAt(THIRD),
            "WARNING TRANSFER_ELSEWHERE[Lycée Marie-Curie] > see ? CANCEL_TRANSFER"),
        arguments(
            "L040 nine minutes after it was sent from here: a bounce",
            aDevice(DeviceState.IN_TRANSIT).onTheWay(HERE, THIRD, ofMinutes(9)),
            "WARNING TRANSFER_BOUNCED[Lycée Jean-Zay] > nothing ? CANCEL_TRANSFER"),
        arguments(
            "L040 ten minutes after: still here, and may stay",
            aDevice(DeviceState.IN_TRANSIT).onTheWay(HERE, THIRD, ofMinutes(10)),
            "WARNING TRANSFER_ELSEWHERE[Lycée Jean-Zay] > see ? CANCEL_TRANSFER"),
        arguments(
            "L040 sent after it was returned here: a bounce, not a second return",
            aDevice(DeviceState.IN_TRANSIT)
                .onTheWay(HERE, THIRD, ofMinutes(2))
                .returned(ofMinutes(20), HERE),
            "WARNING TRANSFER_BOUNCED[Lycée Jean-Zay] > nothing ? CANCEL_TRANSFER"),
        arguments(
            "returned here minutes ago, yet on its way to here: received",
            aDevice(DeviceState.IN_TRANSIT)
                .onTheWay(HOME, HERE, ofMinutes(20))
                .returned(ofMinutes(20), HERE),
            "OK TRANSFER_RECEIVED[Lycée Marie-Curie] > ARRIVED"),
        arguments(
            "L038 cancelled",
            aDevice(DeviceState.IN_TRANSIT)
                .onTheWay(HERE, THIRD, ofMinutes(9))
                .choosing(ScanChoice.CANCEL_TRANSFER),
            "OK TRANSFER_CANCELLED[Lycée Jean-Zay] > TRANSFER_CANCELLED"),
        arguments(
            "L038 cancelled, damaged",
            aDevice(DeviceState.IN_TRANSIT)
                .onTheWay(HERE, THIRD, ofMinutes(9))
                .graded(ConditionGrade.INCOMPLETE)
                .choosing(ScanChoice.CANCEL_TRANSFER),
            "OK TRANSFER_CANCELLED[Lycée Jean-Zay] > TRANSFER_CANCELLED_TO_CHECK"));
  }

  static Stream<Arguments> found() {
    return Stream.of(
        arguments(
            "L020 lost, loan still open: found, loan closed",
            aDevice(DeviceState.LOST).heldBy(LoanState.LOST),
            "WARNING LOST_FOUND[Ada Martin] > loan FOUND, device FOUND"),
        arguments(
            "L020 nothing is late about what was lost",
            aDevice(DeviceState.LOST).heldBy(LoanState.LOST).dueOn("2026-11-01"),
            "WARNING LOST_FOUND[Ada Martin] > loan FOUND, device FOUND"),
        arguments(
            "L020 the charge is cancelled, said so",
            aDevice(DeviceState.LOST).heldBy(LoanState.LOST).bound(charged(Charge.ASKED)),
            "WARNING LOST_FOUND[Ada Martin] + CHARGE_CANCELLED > loan FOUND, device FOUND"),
        arguments(
            "L020 L023 the charge was paid: to refund",
            aDevice(DeviceState.LOST).heldBy(LoanState.LOST).bound(charged(Charge.PAID)),
            "WARNING LOST_FOUND[Ada Martin] + CHARGE_TO_REFUND > loan FOUND, device FOUND"),
        arguments(
            "L020 found damaged",
            aDevice(DeviceState.LOST).heldBy(LoanState.LOST).graded(ConditionGrade.DAMAGED),
            "WARNING LOST_FOUND[Ada Martin] > loan FOUND, device FOUND_TO_CHECK"),
        arguments(
            "L020 found in another school",
            aDevice(DeviceState.LOST).heldBy(LoanState.LOST).homeAt(HOME).issuedBy(HOME),
            "WARNING LOST_FOUND[Ada Martin]"
                + " + RETURNED_FOR_ANOTHER_SCHOOL[Ada Martin, Lycée Marie-Curie]"
                + " > loan FOUND, device FOUND_AWAY to Lycée Marie-Curie"),
        arguments(
            "L021 policy refuses lost devices",
            aDevice(DeviceState.LOST).heldBy(LoanState.LOST).under(NO_LOST),
            "REFUSED LOST_NOT_RETURNABLE > nothing"),
        arguments(
            "L021 policy refuses lost devices, without a loan too",
            aDevice(DeviceState.LOST).under(NO_LOST),
            "REFUSED LOST_NOT_RETURNABLE > nothing"),
        arguments(
            "L026 lost and in the wrong school: both at once",
            aDevice(DeviceState.LOST).heldBy(LoanState.LOST).issuedBy(THIRD).under(NO_LOST),
            "REFUSED LOST_NOT_RETURNABLE + RETURN_NOT_HERE[Lycée Jean-Zay] > nothing"),
        arguments(
            "L023 lost without a loan: to check, no refund",
            aDevice(DeviceState.LOST),
            "WARNING LOST_FOUND_WITHOUT_LOAN > FOUND_TO_CHECK"),
        arguments(
            "stolen, scanned by an agent: needs a loan manager",
            aDevice(DeviceState.STOLEN),
            "WARNING STOLEN_FOUND + STOLEN_NEEDS_MANAGER > see"),
        arguments(
            "stolen, scanned by a loan manager",
            aDevice(DeviceState.STOLEN).byManager(),
            "WARNING STOLEN_FOUND > STOLEN_FOUND"),
        arguments(
            "L025 claimed returned: a resolution is needed",
            aDevice(DeviceState.ON_LOAN).heldBy(LoanState.CLAIMED_RETURNED),
            "WARNING CLAIM_TO_RESOLVE[Ada Martin] > nothing ? FOUND_BY_SCHOOL RETURNED_BY_PUPIL"),
        arguments(
            "L025 found by the school: not late",
            aDevice(DeviceState.ON_LOAN)
                .heldBy(LoanState.CLAIMED_RETURNED)
                .dueOn("2026-11-01")
                .choosing(ScanChoice.FOUND_BY_SCHOOL),
            "OK CLAIM_RESOLVED_FOUND[Ada Martin] + RETURNED[Ada Martin, TG3]"
                + " > loan CLAIM_FOUND, device RETURNED"),
        arguments(
            "L025 returned by the pupil, late",
            aDevice(DeviceState.ON_LOAN)
                .heldBy(LoanState.CLAIMED_RETURNED)
                .dueOn("2026-11-22")
                .choosing(ScanChoice.RETURNED_BY_PUPIL),
            "OK CLAIM_RESOLVED_BY_PUPIL[Ada Martin] + RETURNED[Ada Martin, TG3]"
                + " + RETURNED_LATE[1] > loan CLAIM_RETURNED, device RETURNED"));
  }

  static Stream<Arguments> outOfUse() {
    return Stream.of(
        arguments("L024 withdrawn", aDevice(DeviceState.WITHDRAWN), "REFUSED WITHDRAWN > nothing"),
        arguments(
            "L024 withdrawn, taken back by policy",
            aDevice(DeviceState.WITHDRAWN).under(TAKES_WITHDRAWN),
            "WARNING WITHDRAWN > TAKEN_BACK"),
        arguments(
            "given away",
            aDevice(DeviceState.OWNERSHIP_TRANSFERRED),
            "REFUSED OWNERSHIP_TRANSFERRED > nothing"),
        arguments(
            "given away, taken back by policy",
            aDevice(DeviceState.OWNERSHIP_TRANSFERRED).under(TAKES_WITHDRAWN),
            "WARNING OWNERSHIP_TRANSFERRED > TAKEN_BACK"),
        arguments(
            "L018 L054 on loan without a loan",
            aDevice(DeviceState.ON_LOAN),
            "REFUSED DATA_INCONSISTENT > anomaly"),
        arguments(
            "L054 in stock with an open loan",
            aDevice(DeviceState.IN_STOCK).heldBy(LoanState.OPEN),
            "REFUSED DATA_INCONSISTENT > anomaly"),
        arguments(
            "L054 on loan by a loan that the device does not know",
            onLoan().unlinked(),
            "REFUSED DATA_INCONSISTENT > anomaly"),
        arguments(
            "L054 on loan by a lost loan",
            aDevice(DeviceState.ON_LOAN).heldBy(LoanState.LOST),
            "REFUSED DATA_INCONSISTENT > anomaly"),
        arguments(
            "L054 lost with an open loan",
            aDevice(DeviceState.LOST).heldBy(LoanState.OPEN),
            "REFUSED DATA_INCONSISTENT > anomaly"),
        arguments(
            "L054 in transit to nowhere",
            aDevice(DeviceState.IN_TRANSIT).noWay(),
            "REFUSED DATA_INCONSISTENT > anomaly"),
        arguments(
            "L054 in stock with a way",
            aDevice(DeviceState.IN_STOCK).onTheWay(HERE, HOME, ofMinutes(1)),
            "REFUSED DATA_INCONSISTENT > anomaly"));
  }

  static Stream<Arguments> staleChoices() {
    return Stream.of(
        arguments(
            "a choice that meets a plain return does nothing",
            onLoan().choosing(ScanChoice.SEND_HOME),
            "REFUSED CHOICE_NOT_OFFERED > nothing"),
        arguments(
            "a choice that is gone says what is",
            aDevice(DeviceState.IN_STOCK).choosing(ScanChoice.RECEIVE_DELIVERY),
            "REFUSED CHOICE_NOT_OFFERED + SEEN > nothing"),
        arguments(
            "a choice that another one replaced",
            aDevice(DeviceState.EXPECTED).choosing(ScanChoice.RECEIVE_FROM_REPAIR),
            "REFUSED CHOICE_NOT_OFFERED + DELIVERY_EXPECTED > nothing ? RECEIVE_DELIVERY"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void l043_says_who_holds_it_only_to_a_desk_that_may_know(
      String name, Situations situation, boolean visible) {
    assertThat(situation.build().isHolderVisible()).isEqualTo(visible);
  }

  static Stream<Arguments> l043_says_who_holds_it_only_to_a_desk_that_may_know() {
    LendingPolicy homeOnly = returns(ReturnPlace.HOME_ONLY);
    return Stream.of(
        arguments("in scope", onLoan().homeAt(HOME).under(homeOnly), true),
        arguments("the desk may close it", onLoan().homeAt(HOME).issuedBy(HOME), true),
        arguments("neither", onLoan().homeAt(HOME).issuedBy(HOME).under(homeOnly), false),
        arguments(
            "by policy", onLoan().homeAt(HOME).issuedBy(HOME).under(HOME_ONLY_WITH_NAMES), true),
        arguments("nobody holds it", aDevice(DeviceState.IN_STOCK), false));
  }
}
