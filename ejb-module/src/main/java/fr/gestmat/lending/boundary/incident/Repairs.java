package fr.gestmat.lending.boundary.incident;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.charge.ChargeLife;
import fr.gestmat.lending.control.charge.ChargeRows;
import fr.gestmat.lending.control.charge.ChargeRows.Charge;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.control.incident.IncidentLife;
import fr.gestmat.lending.control.incident.RepairRows;
import fr.gestmat.lending.control.incident.RepairRows.Repair;
import fr.gestmat.lending.control.incident.SwapDevices;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.entity.Device;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The repairs of a device: who mends it, under which ticket and warranty, what replaces it
 * meanwhile, what it cost. A repair begins and ends with the device's declaration or scan.
 */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Repairs {

  private static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};
  private static final int PAGE = 50;
  private static final BigDecimal MOST = new BigDecimal("9999.99");

  @Inject private CurrentCaller caller;
  @Inject private DeclaredDevices devices;
  @Inject private RepairRows rows;
  @Inject private SwapDevices swaps;
  @Inject private IncidentLife incidents;
  @Inject private ChargeRows charges;
  @Inject private Choices choices;
  @Inject private Journal journal;

  /**
   * A device with its repairs.
   *
   * @param assetTag its tag
   * @param repairs the latest first
   * @param charges what was asked for them, by their keys, as far as the caller may see it
   */
  public record Card(String assetTag, List<Repair> repairs, Map<Long, Charge> charges) {}

  /**
   * What somebody says of a repair.
   *
   * @param ticket number that the repairer gave, at most 80 characters
   * @param repairer who mends it, at most 120 characters
   * @param warranty whether the warranty pays
   * @param withoutAccessories whether accessories stayed here
   * @param swapTag tag of the device that serves meanwhile; empty for none
   * @param cost euros; empty while unknown
   * @param costReadable whether what was typed as a cost is one, or nothing
   */
  public record Form(
      String ticket,
      String repairer,
      boolean warranty,
      boolean withoutAccessories,
      String swapTag,
      Optional<BigDecimal> cost,
      boolean costReadable) {}

  /**
   * A page of the repairs that run.
   *
   * @param count how many there are on all pages
   * @param repairs those of this page, those that left first before the others
   * @param next where the next page begins; absent at the end
   */
  public record RunningPage(long count, List<RepairRows.Running> repairs, Optional<Long> next) {}

  /**
   * The repairs that run in the caller's schools.
   *
   * @param school UAI of the one that is asked for; empty for all of them
   * @param after key of the last one of the page before; 0 for the first
   */
  public RunningPage running(Optional<String> school, long after) {
    Scope scope = caller.get().scope(MANAGERS);
    List<RepairRows.Running> found = rows.running(scope, school, after, PAGE + 1);
    boolean more = found.size() > PAGE;
    List<RepairRows.Running> shown = more ? found.subList(0, PAGE) : found;
    return new RunningPage(
        rows.countRunning(scope, school),
        shown,
        more ? Optional.of(shown.get(PAGE - 1).key()) : Optional.empty());
  }

  /** The schools whose repairs the caller sees. */
  public List<Choices.School> schools() {
    return choices.schools(caller.get().scope(MANAGERS));
  }

  /** The repairs of a device. */
  public Optional<Card> of(UUID device) {
    Scope scope = caller.get().scope(MANAGERS);
    return devices
        .find(device, scope)
        .map(d -> new Card(d.assetTag(), rows.ofDevice(d.id()), charges.ofRepairs(scope, d.id())));
  }

  /** Keeps what is said of a repair; a cost may become a charge, by policy. */
  public Optional<Answer<UUID>> describe(UUID device, UUID repair, int version, Form form) {
    return locked(device, repair, (who, d, r) -> describe(who, d, r, version, form));
  }

  /**
   * Corrects what a repair cost, be it back long since. What is asked for it follows as long as it
   * is not validated.
   *
   * @param cost euros; empty if it is unknown after all
   * @param readable whether what was typed is one, or nothing
   * @return empty if there is no such repair for the caller
   */
  public Optional<Answer<UUID>> correctCost(
      UUID device, UUID repair, int version, Optional<BigDecimal> cost, boolean readable) {
    return locked(
        device,
        repair,
        (who, d, r) -> {
          List<Refusal> wrong = refusals(cost, readable);
          if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
          }
          if (!rows.correctCost(r.key(), version, cost)) {
            return new Answer.Stale<>(Optional.empty(), Optional.empty(), r.version());
          }
          follow(who, r, r.warranty(), cost);
          write(
              who,
              r,
              d,
              LendingAction.REPAIR_COST_CORRECTED,
              Json.createObjectBuilder()
                  .add("ticket", r.ticket())
                  .add("cost", Json.createArrayBuilder().add(text(r.cost())).add(text(cost))));
          return new Answer.Done<>(r.id());
        });
  }

  private interface Work {
    Answer<UUID> on(Caller who, Device device, Repair repair);
  }

  /** Runs a change with the device locked and the repair read after that. */
  private Optional<Answer<UUID>> locked(UUID device, UUID repair, Work work) {
    Caller who = caller.get();
    return devices
        .lock(device, who.scope(MANAGERS))
        .flatMap(
            d ->
                rows.ofDevice(d.id()).stream()
                    .filter(r -> r.id().equals(repair))
                    .findFirst()
                    .map(r -> work.on(who, d, r)));
  }

  private Answer<UUID> describe(Caller who, Device device, Repair repair, int version, Form form) {
    Optional<SwapDevices.Named> swap =
        form.swapTag().isEmpty()
            ? Optional.empty()
            : swaps.find(who.scope(MANAGERS), repair, form.swapTag());
    List<Refusal> wrong = refusals(form, swap);
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    RepairRows.Form kept =
        new RepairRows.Form(
            form.ticket(),
            form.repairer(),
            form.warranty(),
            form.withoutAccessories(),
            swap.map(SwapDevices.Named::key),
            form.cost());
    if (!rows.describe(repair.key(), version, kept)) {
      return new Answer.Stale<>(Optional.empty(), Optional.empty(), repair.version());
    }
    follow(who, repair, form.warranty(), form.cost());
    write(
        who,
        repair,
        device,
        LendingAction.REPAIR_DESCRIBED,
        Json.createObjectBuilder()
            .add("ticket", form.ticket())
            .add("repairer", form.repairer())
            .add("warranty", form.warranty())
            .add("withoutAccessories", form.withoutAccessories())
            .add("swap", form.swapTag())
            .add("cost", text(form.cost())));
    return new Answer.Done<>(repair.id());
  }

  /** What is asked for a repair follows what it costs now. */
  private void follow(Caller who, Repair before, boolean warranty, Optional<BigDecimal> cost) {
    boolean corrected =
        warranty != before.warranty()
            || !cost.map(BigDecimal::stripTrailingZeros)
                .equals(before.cost().map(BigDecimal::stripTrailingZeros));
    incidents.repairCosts(before, cost.filter(c -> !warranty), corrected, ChargeLife.Actor.of(who));
  }

  private void write(
      Caller who, Repair repair, Device device, LendingAction action, JsonObjectBuilder detail) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            repair.schoolId(),
            who.accountId(),
            who.name(),
            action.name(),
            "DEVICE",
            device.id(),
            null,
            detail.build().toString()));
  }

  private static String text(Optional<BigDecimal> cost) {
    return cost.map(BigDecimal::toPlainString).orElse("");
  }

  private static List<Refusal> refusals(Form form, Optional<SwapDevices.Named> swap) {
    List<Refusal> wrong = new ArrayList<>();
    if (form.ticket().length() > 80) {
      wrong.add(Refusal.of("ticket", "tooLong", 80));
    }
    if (form.repairer().length() > 120) {
      wrong.add(Refusal.of("repairer", "tooLong", 120));
    }
    if (!form.swapTag().isEmpty() && swap.isEmpty()) {
      wrong.add(Refusal.of("swap", "swapUnknown", form.swapTag()));
    }
    swap.ifPresent(named -> wrong.addAll(named.refusals()));
    wrong.addAll(refusals(form.cost(), form.costReadable()));
    return wrong;
  }

  private static List<Refusal> refusals(Optional<BigDecimal> cost, boolean readable) {
    if (cost.filter(c -> c.signum() < 0).isPresent()) {
      return List.of(Refusal.of("cost", "amountNegative"));
    }
    boolean wrong =
        !readable
            || cost.filter(c -> c.compareTo(MOST) > 0 || c.stripTrailingZeros().scale() > 2)
                .isPresent();
    return wrong ? List.of(Refusal.of("cost", "amountUnreadable")) : List.of();
  }
}
