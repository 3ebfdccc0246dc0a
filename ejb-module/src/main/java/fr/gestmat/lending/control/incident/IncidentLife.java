package fr.gestmat.lending.control.incident;

import fr.gestmat.lending.control.LendingPolicy;
import fr.gestmat.lending.control.charge.ChargeLife;
import fr.gestmat.lending.control.charge.ChargeRows;
import fr.gestmat.lending.control.charge.RepairCharge;
import fr.gestmat.lending.control.incident.IncidentPolicy.Verdict;
import fr.gestmat.lending.control.incident.RepairRows.Repair;
import fr.gestmat.lending.control.policy.IncidentRule;
import fr.gestmat.lending.control.policy.PolicyRows;
import fr.gestmat.lending.control.policy.PriceList;
import fr.gestmat.lending.control.policy.SchoolYear;
import fr.gestmat.lending.entity.ChargeState;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.lending.entity.IncidentState;
import fr.gestmat.lending.entity.Loan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps incidents in step with devices: whatever declares a device lost or stolen opens or decides
 * its incident, whatever finds it closes the incident and drops or refunds its charge. The caller
 * holds the lock of the device.
 */
@ApplicationScoped
public class IncidentLife {

  @Inject private IncidentRows incidents;
  @Inject private RepairRows repairs;
  @Inject private ChargeRows charges;
  @Inject private ChargeLife chargeLife;
  @Inject private IncidentNotices notices;
  @Inject private PolicyRows policies;
  @Inject private PriceList prices;
  @Inject private Clock clock;

  /** Somebody was the last to hold a device; empty when nobody did. */
  public record Holder(long loanKey, long pupilKey, long schoolKey, String category) {

    /** The holder by a loan. */
    public static Holder of(Loan loan) {
      return new Holder(loan.id(), loan.pupilId(), loan.schoolId(), loan.category());
    }
  }

  /** What was said of an incident. */
  public record Story(
      IncidentKind kind,
      LocalDate happenedOn,
      String place,
      String text,
      String policeReport,
      Optional<LocalDate> policeReportOn,
      boolean byFamily,
      String by) {}

  /** Opens an incident that nobody decided yet. None may run for the device. */
  public Incident declare(Device device, String category, Optional<Holder> holder, Story story) {
    long key =
        incidents.add(
            new IncidentRows.Declared(
                device.authorityId(),
                holder.map(Holder::schoolKey).orElse(device.placeSchoolId()),
                device.id(),
                holder.map(Holder::category).orElse(category),
                holder.map(Holder::loanKey).orElse(null),
                holder.map(Holder::pupilKey).orElse(null),
                story.kind(),
                story.happenedOn(),
                story.place(),
                story.text(),
                story.byFamily(),
                story.by(),
                story.policeReport(),
                story.policeReportOn()),
            clock.instant());
    return incidents.get(key);
  }

  /**
   * A device was declared lost or stolen: its incident, declared before or just now, is decided.
   * Another one that still runs is superseded, and what it asked for is dropped: a family never
   * pays for one laptop twice.
   *
   * @param declaration what the undo of this gives back
   */
  public Incident declaredGone(
      Device device, String category, Optional<Holder> holder, Story story, UUID declaration) {
    Optional<Incident> running = incidents.running(device.id());
    Incident incident =
        running
            .filter(i -> i.kind() == story.kind() && i.state() == IncidentState.DECLARED)
            .orElseGet(
                () -> {
                  running.ifPresent(old -> supersede(old, story.by(), declaration));
                  return declare(device, category, holder, story);
                });
    return decide(incident, story.by());
  }

  private void supersede(Incident old, String by, UUID declaration) {
    incidents.end(old.key(), IncidentState.CANCELLED, "SUPERSEDED", by, clock.instant());
    incidents.endedBy(old.key(), declaration);
    giveBack(old, by, Optional.of(declaration));
  }

  /** What policy says of an incident as it stands now; nothing is written. */
  public Verdict verdict(Incident incident) {
    LendingPolicy policy = policies.inForce(incident.authorityId(), incident.happenedOn());
    return IncidentPolicy.decide(
        new IncidentPolicy.Facts(
            policy.on(incident.kind()),
            incident.pupilKey().isPresent(),
            !incident.policeReport().isEmpty(),
            price(incident)));
  }

  private Optional<BigDecimal> price(Incident incident) {
    return prices.amount(
        incident.modelKey(), PriceList.DEVICE, SchoolYear.of(incident.happenedOn()));
  }

  /** Applies policy to a declared incident, and proposes its charge. */
  public Incident decide(Incident incident, String by) {
    if (incident.state() != IncidentState.DECLARED) {
      return incident;
    }
    IncidentRule rule =
        policies.inForce(incident.authorityId(), incident.happenedOn()).on(incident.kind());
    Verdict verdict = verdict(incident);
    incidents.decide(incident, verdict, rule.charge(), rule.refundIfFound(), by, clock.instant());
    verdict.charge().ifPresent(amount -> charge(incident, amount, null, by));
    notices.decided(incident, verdict.reasons());
    return incidents.get(incident.key());
  }

  /** The school has looked at a police report: policy may give a new device now. */
  public Incident reported(Incident incident) {
    if (incident.state() == IncidentState.DECIDED && !incident.replaced()) {
      incidents.grant(incident.key(), verdict(incident).replacement());
    }
    return incidents.get(incident.key());
  }

  /**
   * The cost of a repair is said or corrected: what the incident asks the family for follows it, as
   * long as nobody validated it. It is asked once.
   *
   * @param repair the repair as it was before
   * @param cost what the family could be asked for, in euros; empty if unknown, or under warranty
   * @param corrected whether that was changed
   */
  public void repairCosts(
      Repair repair, Optional<BigDecimal> cost, boolean corrected, ChargeLife.Actor by) {
    Optional<Incident> incident = repair.incidentKey().map(incidents::get);
    if (incident.filter(i -> i.chargeKind() == IncidentRule.ChargeKind.REPAIR_COST).isEmpty()) {
      return;
    }
    Optional<BigDecimal> due = cost.flatMap(c -> due(incident.get(), c));
    Optional<ChargeRows.Charge> charge = charges.ofRepair(by.authorityId(), repair.key());
    boolean askedOtherwise =
        charges.ofIncident(by.authorityId(), incident.get().key()).stream()
            .anyMatch(c -> c.state() != ChargeState.CANCELLED);
    switch (RepairCharge.decide(
        due,
        charge.map(c -> new RepairCharge.Standing(c.state(), c.amount())),
        askedOtherwise,
        corrected)) {
      case NOTHING -> {}
      case PROPOSED -> charge(incident.get(), due.orElseThrow(), repair.key(), by.name());
      case CHANGED -> chargeLife.correct(charge.orElseThrow(), due.orElseThrow(), by);
      case DROPPED -> drop(charge.orElseThrow(), by);
    }
  }

  /** What a repair of this cost asks for, as it was decided; a mistake asks for nothing. */
  private Optional<BigDecimal> due(Incident incident, BigDecimal cost) {
    return incident.state() == IncidentState.CANCELLED || incident.pupilKey().isEmpty()
        ? Optional.empty()
        : IncidentPolicy.repairCharge(cost, price(incident));
  }

  /** Drops a proposal; a cost that is corrected again may be asked for again. */
  private void drop(ChargeRows.Charge charge, ChargeLife.Actor by) {
    boolean dropped =
        chargeLife.move(charge, charge.state().on(ChargeState.Event.CANCEL).orElseThrow(), by);
    if (dropped) {
      charges.partFromRepair(charge.key());
    }
  }

  /** The pupil has a new device: if an incident gave it, it is given now. */
  public void replaced(long pupilKey, String category, long loanKey) {
    incidents.replaced(pupilKey, category, loanKey);
  }

  /** Whether something was declared of a loan, which cannot vanish any more then. */
  public boolean tellsOf(long loanKey) {
    return incidents.tellsOf(loanKey);
  }

  /** The new device was not given after all. */
  public void notReplacedBy(long loanKey) {
    incidents.notReplacedBy(loanKey);
  }

  /**
   * The device is there again: its incident is over, and its charge is dropped or to be refunded if
   * it was to be, also when somebody settled the incident before.
   *
   * @param scan the scan, or the declaration, that found it
   */
  public void found(long deviceKey, String by, UUID scan) {
    incidents
        .lastGone(deviceKey)
        .filter(i -> i.state().isRunning() || i.closing().equals("SETTLED"))
        .ifPresent(
            incident -> {
              if (incident.state().isRunning()) {
                incidents.end(incident.key(), IncidentState.CLOSED, "FOUND", by, clock.instant());
                incidents.endedBy(incident.key(), scan);
              }
              notices.found(incident);
              if (incident.refundIfFound()) {
                giveBack(incident, by, Optional.of(scan));
              }
            });
  }

  /** The device leaves to be mended, under warranty if it has one. */
  public void sentToRepair(Device device, String reason, String by, LocalDate today) {
    Optional<Incident> breakage =
        incidents.running(device.id()).filter(i -> i.kind() == IncidentKind.BREAKAGE);
    Optional<LocalDate> warranty =
        Optional.ofNullable(device.purchase())
            .flatMap(p -> Optional.ofNullable(p.warrantyEndsOn()));
    repairs.send(
        device.authorityId(),
        device.placeSchoolId(),
        device.id(),
        breakage.map(Incident::key),
        reason,
        warranty.filter(end -> !end.isBefore(today)).isPresent(),
        by,
        clock.instant());
  }

  /** The device did not leave to be mended after all. */
  public void notSentToRepair(long deviceKey) {
    repairs.forget(deviceKey);
  }

  /** The device is back from repair: a breakage is over if it was mended. */
  public void backFromRepair(long deviceKey, boolean mended, String by, UUID scan) {
    repairs.end(deviceKey, by, scan, clock.instant());
    if (mended) {
      repaired(deviceKey, by, scan);
    }
  }

  /** The device will not come back from repair: it is lost, stolen or withdrawn there. */
  public void goneFromRepair(long deviceKey, String by, UUID declaration) {
    repairs.end(deviceKey, by, declaration, clock.instant());
  }

  private void repaired(long deviceKey, String by, UUID scan) {
    incidents
        .running(deviceKey)
        .filter(i -> i.kind() == IncidentKind.BREAKAGE)
        .ifPresent(
            incident -> {
              incidents.end(incident.key(), IncidentState.CLOSED, "REPAIRED", by, clock.instant());
              incidents.endedBy(incident.key(), scan);
            });
  }

  /** The declaration was taken back: the incident never was, and nothing is asked for it. */
  public void takenBack(long deviceKey, String by) {
    incidents.running(deviceKey).ifPresent(incident -> cancel(incident, by));
  }

  /** It was declared by mistake: whatever was asked is dropped. */
  public boolean cancel(Incident incident, String by) {
    boolean ended =
        incidents.end(incident.key(), IncidentState.CANCELLED, "MISTAKE", by, clock.instant());
    if (ended) {
      giveBack(incident, by, Optional.empty());
    }
    return ended;
  }

  /** Whether the finance system was told already of a charge that a scan or declaration moved. */
  public boolean isToldOf(UUID scan) {
    return charges.isToldOf(scan);
  }

  /** What a scan, or a declaration, did to incidents, repairs and charges is undone with it. */
  public void undone(UUID scan) {
    incidents.reopen(scan);
    repairs.reopen(scan);
    charges.putBack(scan, clock.instant());
  }

  private void giveBack(Incident incident, String by, Optional<UUID> scan) {
    ChargeLife.Actor actor = new ChargeLife.Actor(incident.authorityId(), null, by);
    for (ChargeRows.Charge charge : charges.ofIncident(incident.authorityId(), incident.key())) {
      charge
          .state()
          .on(ChargeState.Event.FOUND)
          .ifPresent(
              t -> {
                if (chargeLife.move(charge, t, actor)) {
                  scan.ifPresent(id -> charges.movedBy(charge.key(), id, t.from()));
                }
              });
    }
  }

  private void charge(Incident incident, BigDecimal amount, @Nullable Long repair, String by) {
    charges.propose(
        new ChargeRows.Proposed(
            incident.authorityId(),
            incident.schoolId(),
            incident.pupilKey().orElseThrow(),
            incident.deviceKey(),
            incident.loanKey().orElse(null),
            incident.key(),
            repair,
            "",
            incident.kind().name(),
            amount,
            by),
        clock.instant());
  }
}
