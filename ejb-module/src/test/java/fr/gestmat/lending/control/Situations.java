package fr.gestmat.lending.control;

import fr.gestmat.lending.control.LendingPolicy.Agreement;
import fr.gestmat.lending.control.LendingPolicy.ReturnPlace;
import fr.gestmat.lending.control.ScanSituation.Charge;
import fr.gestmat.lending.control.ScanSituation.Desk;
import fr.gestmat.lending.control.ScanSituation.DeviceFacts;
import fr.gestmat.lending.control.ScanSituation.Duties;
import fr.gestmat.lending.control.ScanSituation.HolderFacts;
import fr.gestmat.lending.control.ScanSituation.LastReturn;
import fr.gestmat.lending.control.ScanSituation.PupilFacts;
import fr.gestmat.lending.control.ScanSituation.Reservation;
import fr.gestmat.lending.control.ScanSituation.Way;
import fr.gestmat.lending.control.ScanSituation.Wish;
import fr.gestmat.lending.control.policy.Cohort;
import fr.gestmat.lending.control.policy.EndOfSchooling;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import fr.gestmat.lending.control.policy.Limits;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LendingRight;
import fr.gestmat.lending.entity.LoanState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Situations of the rules' tests: a device of the desk's school in stock, nobody opened, an agent
 * on Monday 23 November 2026 at 10:42 in Paris; each {@code with} changes one fact.
 */
final class Situations {

  static final Instant NOW = Instant.parse("2026-11-23T09:42:00Z");
  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final SchoolRef HERE = new SchoolRef(1, "0670001A", "Lycée Jean-Moulin");
  static final SchoolRef HOME = new SchoolRef(2, "0670002B", "Lycée Marie-Curie");
  static final SchoolRef THIRD = new SchoolRef(3, "0670003C", "Lycée Jean-Zay");
  static final Optional<String> MEF = Optional.of("20211010110");
  static final long ADA = 10;
  static final long BEN = 11;

  private LendingPolicy policy = LendingPolicy.DEFAULT;
  private LendingRight right = LendingRight.DESK;
  private Optional<Instant> returnedAt = Optional.empty();
  private Optional<ConditionGrade> grade = Optional.empty();
  private Optional<ScanChoice> choice = Optional.empty();
  private boolean emergency;
  private boolean reason;
  private boolean pupilNamed;
  private Optional<LocalDate> promised = Optional.empty();
  private boolean deviceKnown = true;
  private DeviceState state = DeviceState.IN_STOCK;
  private SchoolRef home = HERE;
  private SchoolRef place = HERE;
  private Optional<Way> way = Optional.empty();
  private Optional<LastReturn> lastReturn = Optional.empty();
  private ConditionGrade known = ConditionGrade.GOOD;
  private Optional<HolderFacts> holder = Optional.empty();
  private Optional<PupilFacts> pupil = Optional.empty();
  private Duties duties = Duties.NONE;

  static Situations aDevice(DeviceState state) {
    Situations s = new Situations();
    s.state = state;
    if (state == DeviceState.IN_TRANSIT) {
      s.way = Optional.of(new Way(Optional.of(HOME), HERE, Optional.of(NOW.minusSeconds(86_400))));
      s.place = HOME;
    }
    return s;
  }

  /** On loan to Ada, of this school, since Tuesday 1 September. */
  static Situations onLoan() {
    return aDevice(DeviceState.ON_LOAN).heldBy(LoanState.OPEN);
  }

  static Situations unknownCode() {
    Situations s = new Situations();
    s.deviceKnown = false;
    return s;
  }

  Situations heldBy(LoanState loan) {
    holder =
        Optional.of(
            new HolderFacts(
                loan,
                true,
                ADA,
                "Ada Martin",
                "TG3",
                false,
                HERE,
                Instant.parse("2026-09-01T07:00:00Z"),
                Optional.empty(),
                true));
    return this;
  }

  Situations issuedBy(SchoolRef issuer) {
    HolderFacts h = holder.orElseThrow();
    holder =
        Optional.of(
            new HolderFacts(
                h.state(),
                h.linked(),
                h.pupilId(),
                h.name(),
                h.schoolClass(),
                h.hasLeft(),
                issuer,
                h.checkedOutAt(),
                h.dueOn(),
                issuer.equals(HERE)));
    return this;
  }

  Situations dueOn(String day) {
    HolderFacts h = holder.orElseThrow();
    holder =
        Optional.of(
            new HolderFacts(
                h.state(),
                h.linked(),
                h.pupilId(),
                h.name(),
                h.schoolClass(),
                h.hasLeft(),
                h.issuer(),
                h.checkedOutAt(),
                Optional.of(LocalDate.parse(day)),
                h.inScope()));
    return this;
  }

  Situations holderHasLeft() {
    HolderFacts h = holder.orElseThrow();
    holder =
        Optional.of(
            new HolderFacts(
                h.state(),
                h.linked(),
                h.pupilId(),
                h.name(),
                h.schoolClass(),
                true,
                h.issuer(),
                h.checkedOutAt(),
                h.dueOn(),
                h.inScope()));
    return this;
  }

  Situations unlinked() {
    HolderFacts h = holder.orElseThrow();
    holder =
        Optional.of(
            new HolderFacts(
                h.state(),
                false,
                h.pupilId(),
                h.name(),
                h.schoolClass(),
                h.hasLeft(),
                h.issuer(),
                h.checkedOutAt(),
                h.dueOn(),
                h.inScope()));
    return this;
  }

  Situations homeAt(SchoolRef school) {
    home = school;
    return this;
  }

  Situations placedAt(SchoolRef school) {
    place = school;
    return this;
  }

  Situations onTheWay(SchoolRef from, SchoolRef to, Duration ago) {
    way = Optional.of(new Way(Optional.of(from), to, Optional.of(NOW.minus(ago))));
    place = from;
    return this;
  }

  Situations noWay() {
    way = Optional.empty();
    return this;
  }

  Situations returned(Duration ago, SchoolRef where) {
    lastReturn = Optional.of(new LastReturn(NOW.minus(ago), Optional.of(where.id()), "Zoé Agent"));
    return this;
  }

  Situations knownAs(ConditionGrade condition) {
    known = condition;
    return this;
  }

  /** Ben of this school is opened at the desk; he holds nothing. */
  Situations openedOn(PupilFacts who) {
    pupil = Optional.of(who);
    pupilNamed = true;
    return this;
  }

  Situations namingSomebodyUnknown() {
    pupilNamed = true;
    return this;
  }

  static PupilFacts ada() {
    return aPupil(ADA, "Ada Martin");
  }

  static PupilFacts ben() {
    return aPupil(BEN, "Ben Roux");
  }

  private static PupilFacts aPupil(long id, String name) {
    return new PupilFacts(
        id,
        name,
        "TG1",
        MEF,
        HERE,
        true,
        Optional.empty(),
        false,
        0,
        Replacement.NONE,
        Optional.empty());
  }

  static PupilFacts benHolding(String tag) {
    return new PupilFacts(
        BEN,
        "Ben Roux",
        "TG1",
        MEF,
        HERE,
        true,
        Optional.empty(),
        false,
        1,
        Replacement.NONE,
        Optional.of(tag));
  }

  static PupilFacts benWith(
      SchoolRef school, boolean active, String lastDay, boolean minor, int loans) {
    return new PupilFacts(
        BEN,
        "Ben Roux",
        "TG1",
        MEF,
        school,
        active,
        lastDay.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(lastDay)),
        minor,
        loans,
        Replacement.NONE,
        Optional.empty());
  }

  /** Ben, whose laptop was stolen, and to whom an incident gives another one. */
  static PupilFacts benGranted(Replacement from) {
    return new PupilFacts(
        BEN,
        "Ben Roux",
        "TG1",
        MEF,
        HERE,
        true,
        Optional.empty(),
        false,
        0,
        from,
        Optional.empty());
  }

  Situations forEmergencies() {
    emergency = true;
    return this;
  }

  Situations backDatedTo(String instant) {
    returnedAt = Optional.of(Instant.parse(instant));
    return this;
  }

  Situations graded(ConditionGrade condition) {
    grade = Optional.of(condition);
    return this;
  }

  Situations choosing(ScanChoice what) {
    choice = Optional.of(what);
    return this;
  }

  Situations withReason() {
    reason = true;
    return this;
  }

  Situations byManager() {
    right = LendingRight.STOCK;
    return this;
  }

  Situations bound(Duties what) {
    duties = what;
    return this;
  }

  static Duties signed(boolean pupil, boolean guardian) {
    return new Duties(pupil, guardian, false, false, Reservation.NONE, Charge.NONE);
  }

  static Duties pendingSignatures() {
    return new Duties(false, false, true, false, Reservation.NONE, Charge.NONE);
  }

  static Duties blocked() {
    return new Duties(false, false, false, true, Reservation.NONE, Charge.NONE);
  }

  static Duties reserved(Reservation reservation) {
    return new Duties(false, false, false, false, reservation, Charge.NONE);
  }

  static Duties charged(Charge charge) {
    return new Duties(false, false, false, false, Reservation.NONE, charge);
  }

  Situations under(LendingPolicy how) {
    policy = how;
    return this;
  }

  static LendingPolicy returns(ReturnPlace where) {
    return policy(where, true, false, false, false, false, Agreement.NONE, 1, "");
  }

  static LendingPolicy agreement(Agreement agreement) {
    return policy(ReturnPlace.ANYWHERE, true, false, false, false, false, agreement, 1, "");
  }

  static LendingPolicy endingOn(String monthDay) {
    return policy(
        ReturnPlace.ANYWHERE, true, false, false, false, false, Agreement.NONE, 1, monthDay);
  }

  static LendingPolicy limit(int loans) {
    return policy(
        ReturnPlace.ANYWHERE, true, false, false, false, false, Agreement.NONE, loans, "");
  }

  /** Devices for these pupils only, one of each category but for what differs. */
  static LendingPolicy limiting(Cohort eligible, Limits.Differing... differing) {
    return policy(
        ReturnPlace.ANYWHERE,
        true,
        false,
        false,
        false,
        false,
        Agreement.NONE,
        new Limits(1, List.of(differing)),
        "",
        eligible);
  }

  static LendingPolicy chargingPieces(boolean charged) {
    LendingPolicy usual = LendingPolicy.DEFAULT;
    return new LendingPolicy(
        usual.returnPlace(),
        usual.lostReturnAllowed(),
        usual.withdrawnReturnAllowed(),
        usual.floating(),
        usual.autoReturn(),
        usual.namesAcrossSchools(),
        usual.agreement(),
        usual.agreementDays(),
        usual.limits(),
        usual.loanEnds(),
        usual.openDays(),
        usual.eligible(),
        usual.loanFollowsPupil(),
        usual.incidents(),
        charged,
        usual.endOfSchooling(),
        usual.presumedLostDays(),
        usual.personalDataMonths());
  }

  static LendingPolicy policy(
      ReturnPlace where,
      boolean lost,
      boolean withdrawn,
      boolean floating,
      boolean autoReturn,
      boolean names,
      Agreement agreement,
      int limit,
      String ends) {
    return policy(
        where,
        lost,
        withdrawn,
        floating,
        autoReturn,
        names,
        agreement,
        Limits.of(limit),
        ends,
        Cohort.EVERYONE);
  }

  private static LendingPolicy policy(
      ReturnPlace where,
      boolean lost,
      boolean withdrawn,
      boolean floating,
      boolean autoReturn,
      boolean names,
      Agreement agreement,
      Limits limits,
      String ends,
      Cohort eligible) {
    return new LendingPolicy(
        where,
        lost,
        withdrawn,
        floating,
        autoReturn,
        names,
        agreement,
        15,
        limits,
        ends.isEmpty() ? Optional.empty() : Optional.of(MonthDay.parse("--" + ends)),
        LendingPolicy.DEFAULT.openDays(),
        eligible,
        true,
        Map.of(),
        true,
        EndOfSchooling.RETURN,
        OptionalInt.empty(),
        24);
  }

  /** A desk without network promised this day. */
  Situations promising(String day) {
    promised = Optional.of(LocalDate.parse(day));
    return this;
  }

  ScanSituation build() {
    return new ScanSituation(
        new Desk(HERE, right, NOW, PARIS),
        new Wish("GE-004218", pupilNamed, returnedAt, grade, choice, reason, promised),
        policy,
        deviceKnown
            ? Optional.of(
                new DeviceFacts(state, "LAPTOP", home, place, way, lastReturn, known, emergency))
            : Optional.empty(),
        holder,
        pupil,
        duties);
  }

  ScanDecision checkIn() {
    return CheckInPolicy.decide(build());
  }

  ScanDecision checkOut() {
    return CheckOutPolicy.decide(build());
  }
}
