package fr.gestmat.lending.boundary.stock;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.LastChange;
import fr.gestmat.lending.control.declare.DeclarationRule;
import fr.gestmat.lending.control.declare.DeclarationRule.Wish;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.control.declare.DeclaredEffect;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LendingRight;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Says of a device what no scan says: lost, stolen, in repair, out of use, sent away. For who runs
 * the stock of the school where it is, where it belongs, or where it is going.
 */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Declarations {

  @Inject private CurrentCaller caller;
  @Inject private Today today;
  @Inject private Choices choices;
  @Inject private DeclaredDevices devices;
  @Inject private DeclaredEffect effect;
  @Inject private LastChange lastChange;

  /**
   * Declares something.
   *
   * @param version of the device as the form had it
   * @param school UAI of the school that the device is sent to, if it is sent
   * @param wish what is declared, without the school
   * @return the state where the device stands now; empty if there is no such device for the caller
   */
  public Optional<Answer<DeviceState>> declare(
      UUID id, int version, Optional<String> school, Wish wish) {
    Caller who = caller.get();
    Scope scope = who.scope(Stock.MANAGERS);
    return devices.lock(id, scope).map(device -> declare(who, device, version, school, wish));
  }

  /** Where a device may be sent: any school of the authority, whoever sends it. */
  public List<Choices.School> destinations() {
    return choices.allSchools(caller.get().authorityId());
  }

  /** Takes the last declaration back, as long as nothing else happened to device and loan. */
  public Optional<Answer<DeviceState>> undo(UUID id, int version) {
    Caller who = caller.get();
    return devices
        .lock(id, who.scope(Stock.MANAGERS))
        .map(
            device -> {
              if (device.version() != version) {
                return stale(device);
              }
              return effect.undo(who, device)
                  ? new Answer.Done<>(device.state())
                  : Answer.refused(Refusal.of("what", "undoTooLate"));
            });
  }

  private Answer<DeviceState> declare(
      Caller who, Device device, int version, Optional<String> school, Wish typed) {
    if (device.version() != version) {
      return stale(device);
    }
    Wish wish = school.flatMap(this::key).map(typed::to).orElse(typed);
    Optional<DeviceState.Transition> transition =
        wish.what()
            .of(device.state(), device.conditionGrade())
            .filter(t -> right(who).includes(t.by()));
    List<Refusal> reasons =
        DeclarationRule.refusals(
            wish, transition, device.placeSchoolId(), today.in(who.authorityId()));
    if (transition.isEmpty() || !reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    effect.apply(who, device, wish, transition.get().event());
    return new Answer.Done<>(device.state());
  }

  private Answer<DeviceState> stale(Device device) {
    return lastChange
        .of("DEVICE", device.id())
        .<Answer<DeviceState>>map(
            last ->
                new Answer.Stale<>(
                    Optional.of(last.actorName()),
                    Optional.of(last.happenedAt()),
                    device.version()))
        .orElseGet(() -> new Answer.Stale<>(Optional.empty(), Optional.empty(), device.version()));
  }

  private Optional<Long> key(String uai) {
    return destinations().stream()
        .filter(s -> s.uai().equals(uai))
        .map(Choices.School::key)
        .findFirst();
  }

  static LendingRight right(Caller who) {
    return who.scope(Stock.MANAGERS).wholeAuthority() ? LendingRight.REGION : LendingRight.STOCK;
  }
}
