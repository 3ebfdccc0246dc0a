package fr.gestmat.lending.boundary.kit;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.condition.CheckList;
import fr.gestmat.lending.control.declare.Declaration;
import fr.gestmat.lending.control.declare.DeclarationRule;
import fr.gestmat.lending.control.declare.DeclarationRule.Wish;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.control.declare.DeclaredEffect;
import fr.gestmat.lending.control.kit.KitReader;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The devices that came back damaged or incomplete: what differs, and what becomes of them. Nothing
 * goes back to stock but by a person.
 */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class DeviceChecks {

  /** Devices on a page. */
  public static final int PAGE = 50;

  private static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};

  @Inject private CurrentCaller caller;
  @Inject private CheckList list;
  @Inject private KitReader kits;
  @Inject private DeclaredDevices devices;
  @Inject private DeclaredEffect effect;
  @Inject private Today today;

  /** What becomes of a device that was looked at. */
  public enum Decision {
    /** It goes back to stock. */
    STOCK(Declaration.CHECKED),
    /** It goes to be mended. */
    REPAIR(Declaration.REPAIR),
    /** It is out of use for good. */
    WITHDRAW(Declaration.WITHDRAWN);

    private final Declaration declaration;

    Decision(Declaration declaration) {
      this.declaration = declaration;
    }
  }

  /**
   * What is decided.
   *
   * @param what becomes of it
   * @param grade its condition, for stock
   * @param withoutPieces whether it goes to stock although pieces are missing
   * @param reason why, for repair and withdrawal
   */
  public record Verdict(
      Decision what, Optional<ConditionGrade> grade, boolean withoutPieces, String reason) {}

  /**
   * A page of devices to check.
   *
   * @param count how many there are on all pages
   * @param devices those of this page, by tag
   * @param next tag after which the next page begins
   */
  public record Page(long count, List<CheckList.Line> devices, Optional<String> next) {}

  /**
   * The devices to check at the schools whose stock the caller runs.
   *
   * @param after tag after which the page begins; empty for the first
   */
  public Page list(String after) {
    Scope scope = caller.get().scope(MANAGERS);
    List<CheckList.Line> lines = list.page(scope, after, PAGE + 1);
    boolean more = lines.size() > PAGE;
    List<CheckList.Line> shown = more ? lines.subList(0, PAGE) : lines;
    return new Page(
        list.count(scope),
        shown,
        more ? Optional.of(shown.get(PAGE - 1).assetTag()) : Optional.empty());
  }

  /**
   * Decides on a device.
   *
   * @param version of the device as the form had it
   * @return where it stands now; empty if there is no such device for the caller
   */
  public Optional<Answer<DeviceState>> decide(UUID id, int version, Verdict verdict) {
    Caller who = caller.get();
    return devices
        .lock(id, who.scope(MANAGERS))
        .map(device -> decide(who, device, version, verdict));
  }

  private Answer<DeviceState> decide(Caller who, Device device, int version, Verdict verdict) {
    if (device.version() != version) {
      return new Answer.Stale<>(Optional.empty(), Optional.empty(), device.version());
    }
    Wish wish =
        new Wish(
            verdict.what().declaration,
            verdict.reason(),
            "",
            Optional.empty(),
            Optional.empty(),
            false);
    Optional<DeviceState.Transition> transition =
        Optional.of(device)
            .filter(d -> d.state() == DeviceState.TO_CHECK)
            .flatMap(d -> wish.what().of(d.state(), ConditionGrade.GOOD));
    List<Refusal> wrong =
        new ArrayList<>(
            DeclarationRule.refusals(
                wish, transition, device.placeSchoolId(), today.in(who.authorityId())));
    if (verdict.what() == Decision.STOCK) {
      if (verdict.grade().filter(g -> !g.needsCheck()).isEmpty()) {
        wrong.add(Refusal.of("etat", "checkedGradeMissing"));
      }
      boolean incomplete =
          kits.kit(device.id()).items().stream().anyMatch(item -> item.missing() > 0);
      if (incomplete && !verdict.withoutPieces()) {
        wrong.add(Refusal.of("sans", "piecesStillMissing"));
      }
    }
    if (!wrong.isEmpty() || transition.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    effect.apply(
        who,
        device,
        wish,
        transition.get().event(),
        verdict.what() == Decision.STOCK ? verdict.grade().orElseThrow() : device.conditionGrade());
    return new Answer.Done<>(device.state());
  }
}
