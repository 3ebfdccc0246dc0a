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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
  @Inject private Choices choices;
  @Inject private Journal journal;

  /**
   * A device with its repairs.
   *
   * @param assetTag its tag
   * @param repairs the latest first
   */
  public record Card(String assetTag, List<Repair> repairs) {}

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
    return devices
        .find(device, caller.get().scope(MANAGERS))
        .map(d -> new Card(d.assetTag(), rows.ofDevice(d.id())));
  }

  /** Keeps what is said of a repair; a cost may become a charge, by policy. */
  public Optional<Answer<UUID>> describe(UUID device, UUID repair, int version, Form form) {
    Caller who = caller.get();
    Scope scope = who.scope(MANAGERS);
    return devices
        .lock(device, scope)
        .flatMap(
            d ->
                rows.ofDevice(d.id()).stream()
                    .filter(r -> r.id().equals(repair))
                    .findFirst()
                    .map(r -> describe(who, scope, d, r, version, form)));
  }

  private Answer<UUID> describe(
      Caller who, Scope scope, Device device, Repair repair, int version, Form form) {
    Optional<SwapDevices.Named> swap =
        form.swapTag().isEmpty() ? Optional.empty() : swaps.find(scope, repair, form.swapTag());
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
    form.cost()
        .filter(c -> !form.warranty())
        .ifPresent(
            cost ->
                repair
                    .incidentKey()
                    .ifPresent(key -> incidents.repairCosts(key, cost, who.name())));
    journal.write(
        new JournalEvent(
            who.authorityId(),
            repair.schoolId(),
            who.accountId(),
            who.name(),
            LendingAction.REPAIR_DESCRIBED.name(),
            "DEVICE",
            device.id(),
            null,
            Json.createObjectBuilder()
                .add("ticket", form.ticket())
                .add("repairer", form.repairer())
                .add("warranty", form.warranty())
                .add("withoutAccessories", form.withoutAccessories())
                .add("swap", form.swapTag())
                .add("cost", form.cost().map(BigDecimal::toPlainString).orElse(""))
                .build()
                .toString()));
    return new Answer.Done<>(repair.id());
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
    if (!form.costReadable()) {
      wrong.add(Refusal.of("cost", "amountUnreadable"));
    } else if (form.cost().filter(c -> c.signum() < 0).isPresent()) {
      wrong.add(Refusal.of("cost", "amountNegative"));
    } else if (form.cost()
        .filter(c -> c.compareTo(MOST) > 0 || c.stripTrailingZeros().scale() > 2)
        .isPresent()) {
      wrong.add(Refusal.of("cost", "amountUnreadable"));
    }
    return wrong;
  }
}
