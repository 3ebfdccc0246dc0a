package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.policy.OpenCalendar;
import fr.gestmat.lending.boundary.policy.Policies;
import fr.gestmat.lending.boundary.policy.Prices;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.policy.IncidentRule;
import fr.gestmat.lending.control.policy.Limits;
import fr.gestmat.lending.control.policy.PolicyDraft;
import fr.gestmat.lending.control.policy.PolicyHistory;
import fr.gestmat.lending.control.policy.PriceList;
import fr.gestmat.lending.control.policy.SchoolYear;
import fr.gestmat.lending.entity.IncidentKind;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Policies, calendars and prices as an authority writes them, and what desks then obey. */
class PoliciesInContainerIT extends DeskTest {

  @Inject private Policies policies;
  @Inject private OpenCalendar calendar;
  @Inject private Prices prices;
  @Inject private ReferenceData reference;

  private LendingTown town;
  private Caller region;

  @BeforeEach
  void found() throws Exception {
    town = LendingTown.found(database);
    region = town.region();
  }

  @Test
  void aNewVersionIsCopiedFromTheLastAndDecidesFromItsFirstDay() throws Exception {
    PolicyDraft next = asRegion(() -> policies.proposal(Optional.empty())).orElseThrow();
    assertThat(next.agreement().name()).as("as the last one").isEqualTo("NONE");
    assertThat(next.startsOn().orElseThrow()).isAfter(LocalDate.now());

    UUID id = done(asRegion(() -> policies.create(next)));

    assertThat(asRegion(policies::versions).orElseThrow())
        .extracting(Policies.Line::standing)
        .containsExactly(Policies.Standing.COMING, Policies.Standing.IN_FORCE);
    PolicyDraft now = starting(next, today());
    assertThat(done(asRegion(() -> policies.edit(id, 0, now)))).isEqualTo(id);
    assertThat(asRegion(policies::versions).orElseThrow())
        .extracting(Policies.Line::standing)
        .containsExactly(Policies.Standing.IN_FORCE, Policies.Standing.OVER);
    PolicyHistory.Line last = card(id).history().get(0);
    assertThat(last.action()).isEqualTo("POLICY_CHANGED");
    assertThat(last.changes()).extracting(PolicyHistory.Change::field).containsExactly("startsOn");
  }

  @Test
  void l057_limitsDifferByCategoryAndGroupOfPupils() throws Exception {
    LendingTown.Pupil ada = town.pupil(town.here, "Ada");
    town.run(
        "insert into grade (id, authority_id, mef_code, label) values"
            + " (nextval(grade_seq), ?, '24720008331', '2NDE PRO')",
        town.authority);
    town.run(
        "update pupil set grade_id = (select max(id) from grade where authority_id = ?)"
            + " where id = ?",
        town.authority,
        ada.id());
    LendingTown.Pupil ben = town.pupil(town.here, "Ben");
    saveNow(
        d ->
            with(
                d,
                new Limits(1, List.of(new Limits.Differing("LAPTOP", "247", 2))),
                d.incidents()));
    Caller agent = town.agent(town.here);

    for (LendingTown.Pupil pupil : List.of(ada, ben)) {
      assertThat(said(scan(agent, town.checkOut(town.here, town.device(town.here).tag(), pupil))))
          .isEqualTo("OK LENT");
    }
    assertThat(said(scan(agent, town.checkOut(town.here, town.device(town.here).tag(), ben))))
        .isEqualTo("REFUSED LIMIT_REACHED");
    assertThat(said(scan(agent, town.checkOut(town.here, town.device(town.here).tag(), ada))))
        .as("the second of a group that may have two")
        .isEqualTo("OK LENT");
    assertThat(said(scan(agent, town.checkOut(town.here, town.device(town.here).tag(), ada))))
        .isEqualTo("REFUSED LIMIT_REACHED");
  }

  @Test
  void l066_piecesAreChargedUntilAVersionSaysOtherwise() throws Exception {
    Policies.Card card = running();
    assertThat(card.draft().piecesCharged()).isTrue();
    PolicyDraft draft = with(card.draft(), card.draft().limits(), card.draft().incidents(), false);

    done(asRegion(() -> policies.edit(card.id(), card.version(), draft)));

    assertThat(card(card.id()).draft().piecesCharged()).isFalse();
    assertThat(card(card.id()).history().get(0).changes())
        .containsExactly(new PolicyHistory.Change("piecesCharged", "YES", "NO"));
    assertThat(asRegion(() -> policies.proposal(Optional.empty())).orElseThrow().piecesCharged())
        .as("the next version begins as this one")
        .isFalse();
  }

  @Test
  void theSecondWhoSavesIsToldWhoWasFasterAndNothingIsOverwritten() throws Exception {
    Policies.Card card = running();
    PolicyDraft first = card.draft().copiedTo("Le premier", card.draft().startsOn().orElseThrow());
    PolicyDraft second = card.draft().copiedTo("Le second", card.draft().startsOn().orElseThrow());
    done(asRegion(() -> policies.edit(card.id(), card.version(), first)));

    Answer<UUID> answer =
        asRegion(() -> policies.edit(card.id(), card.version(), second)).orElseThrow();

    assertThat(answer).isInstanceOf(Answer.Stale.class);
    Answer.Stale<UUID> stale = (Answer.Stale<UUID>) answer;
    assertThat(stale.by()).contains("Rita Région");
    assertThat(card(card.id()).draft().name()).isEqualTo("Le premier");
    done(asRegion(() -> policies.edit(card.id(), stale.version(), second)));
    assertThat(card(card.id()).draft().name()).isEqualTo("Le second");
  }

  @Test
  void aPolicyThatContradictsItselfIsNotSavedAndAPriceMendsIt() throws Exception {
    Policies.Card card = running();
    Map<IncidentKind, IncidentRule> charged = new EnumMap<>(IncidentKind.class);
    charged.put(
        IncidentKind.LOSS,
        new IncidentRule(
            IncidentRule.Replacement.NONE,
            false,
            IncidentRule.ChargeKind.REPLACEMENT_PRICE,
            true,
            true));
    PolicyDraft draft = with(card.draft(), card.draft().limits(), charged);

    assertThat(refused(asRegion(() -> policies.edit(card.id(), card.version(), draft))))
        .containsExactly("charge_LOSS chargeWithoutPrice");

    SchoolYear year = SchoolYear.of(card.draft().startsOn().orElseThrow());
    List<PriceList.Price> lines = asRegion(() -> prices.of(year)).orElseThrow();
    assertThat(lines).extracting(PriceList.Price::accessory).containsExactly("", "Chargeur");
    List<Prices.Typed> typed = new ArrayList<>();
    lines.forEach(l -> typed.add(new Prices.Typed(l, Optional.of(new BigDecimal("389")), true)));
    assertThat(doneOf(asRegion(() -> prices.set(year, typed)))).isEqualTo(2);
    done(asRegion(() -> policies.edit(card.id(), card.version(), draft)));
    assertThat(card(card.id()).draft().incidents().get(IncidentKind.LOSS))
        .isEqualTo(charged.get(IncidentKind.LOSS));
  }

  @Test
  void aVersionThatIsOverNeverChangesAndOneThatBeganIsNeverRemoved() throws Exception {
    Policies.Card old = running();
    saveNow(d -> d);

    PolicyDraft renamed = old.draft().copiedTo("Autre", old.draft().startsOn().orElseThrow());
    assertThat(refused(asRegion(() -> policies.edit(old.id(), old.version(), renamed))))
        .containsExactly("name policyOver");
    assertThat(refused(asRegion(() -> policies.remove(old.id(), old.version()))))
        .containsExactly("name policyBegun");
    PolicyDraft next = asRegion(() -> policies.proposal(Optional.empty())).orElseThrow();
    UUID coming = done(asRegion(() -> policies.create(next)));
    done(asRegion(() -> policies.remove(coming, 0)));
    assertThat(asRegion(() -> policies.find(coming))).isEmpty();
  }

  @Test
  void theCalendarClosesDaysButNeverTheDayOnWhichLoansEnd() throws Exception {
    saveNow(d -> yearly(d, "06-30"));
    LocalDate end = LocalDate.of(SchoolYear.of(today().plusDays(1)).begins() + 1, 6, 30);
    LocalDate before = end.minusDays(3);

    assertThat(refusedOf(asRegion(() -> calendar.close(Optional.of(before), Optional.of(end), ""))))
        .containsExactly("from closesLoanEnd");
    assertThat(
            doneOf(
                asRegion(
                    () ->
                        calendar.close(
                            Optional.of(before), Optional.of(before.plusDays(1)), "Pont"))))
        .isEqualTo(2);
    assertThat(asRegion(calendar::show).orElseThrow().days())
        .extracting(OpenCalendar.ClosedDay::label)
        .containsExactly("Pont", "Pont");
    assertThat(reference.of(town.authority).policy().openDays().closed()).contains(before);
    assertThat(asRegion(() -> calendar.open(before))).isTrue();
    assertThat(asRegion(() -> calendar.open(before))).isFalse();
    done2(asRegion(() -> calendar.keepTimeIn("Indian/Reunion")));
    assertThat(reference.of(town.authority).zone().getId()).isEqualTo("Indian/Reunion");
    assertThat(refusedOf(asRegion(() -> calendar.keepTimeIn("Mars/Olympus"))))
        .containsExactly("zone zoneUnknown");
  }

  @Test
  void nobodyOfAnotherAuthorityAndNobodyOfOneSchoolSeesThePolicy() throws Exception {
    Policies.Card card = running();
    LendingTown other = LendingTown.found(database);

    assertThat(acting.as(other.region(), Role.REGION_MANAGER, () -> policies.find(card.id())))
        .isEmpty();
    assertThat(acting.as(town.manager(town.here), Role.REGION_MANAGER, () -> policies.versions()))
        .isEmpty();
  }

  private interface Change {
    PolicyDraft of(PolicyDraft draft);
  }

  /** Saves a version that is in force from today on. */
  private void saveNow(Change change) throws Exception {
    PolicyDraft next = asRegion(() -> policies.proposal(Optional.empty())).orElseThrow();
    done(asRegion(() -> policies.create(change.of(starting(next, today())))));
  }

  private LocalDate today() {
    return LocalDate.now(ZoneId.of("Europe/Paris"));
  }

  private Policies.Card running() throws Exception {
    Policies.Line line =
        asRegion(policies::versions).orElseThrow().stream()
            .filter(v -> v.standing() == Policies.Standing.IN_FORCE)
            .findFirst()
            .orElseThrow();
    return card(line.id());
  }

  private Policies.Card card(UUID id) throws Exception {
    return asRegion(() -> policies.find(id)).orElseThrow();
  }

  private <T> T asRegion(Callable<T> work) throws Exception {
    return acting.as(region, Role.REGION_MANAGER, work);
  }

  private static UUID done(Optional<Answer<UUID>> answer) {
    return doneOf(answer);
  }

  private static void done2(Optional<Answer<String>> answer) {
    doneOf(answer);
  }

  private static <T> T doneOf(Optional<Answer<T>> answer) {
    assertThat(answer.orElseThrow()).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer.orElseThrow()).value();
  }

  private static List<String> refused(Optional<Answer<UUID>> answer) {
    return refusedOf(answer);
  }

  private static <T> List<String> refusedOf(Optional<Answer<T>> answer) {
    assertThat(answer.orElseThrow()).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<T>) answer.orElseThrow())
        .reasons().stream().map(PoliciesInContainerIT::said).toList();
  }

  private static String said(Refusal refusal) {
    return refusal.field() + " " + refusal.code();
  }

  private static PolicyDraft starting(PolicyDraft d, LocalDate day) {
    return d.copiedTo(d.name(), day);
  }

  private static PolicyDraft yearly(PolicyDraft d, String end) {
    return new PolicyDraft(
        d.name(),
        d.startsOn(),
        d.eligible(),
        true,
        Optional.of(MonthDay.parse("--" + end)),
        d.loanFollowsPupil(),
        d.agreement(),
        d.agreementDays(),
        d.limits(),
        EnumSet.allOf(DayOfWeek.class),
        d.returns(),
        d.incidents(),
        d.piecesCharged(),
        d.endOfSchooling(),
        d.presumedLostDays(),
        d.personalDataMonths());
  }

  private static PolicyDraft with(
      PolicyDraft d, Limits limits, Map<IncidentKind, IncidentRule> incidents) {
    return with(d, limits, incidents, d.piecesCharged());
  }

  private static PolicyDraft with(
      PolicyDraft d,
      Limits limits,
      Map<IncidentKind, IncidentRule> incidents,
      boolean piecesCharged) {
    return new PolicyDraft(
        d.name(),
        d.startsOn(),
        d.eligible(),
        d.yearly(),
        d.loanEnds(),
        d.loanFollowsPupil(),
        d.agreement(),
        d.agreementDays(),
        limits,
        d.openWeekdays(),
        d.returns(),
        incidents,
        piecesCharged,
        d.endOfSchooling(),
        d.presumedLostDays(),
        d.personalDataMonths());
  }
}
