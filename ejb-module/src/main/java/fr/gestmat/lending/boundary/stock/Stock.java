package fr.gestmat.lending.boundary.stock;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.declare.Declaration;
import fr.gestmat.lending.control.declare.DeclaredEffect;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.lending.control.query.DeviceHistory;
import fr.gestmat.lending.control.query.DeviceList;
import fr.gestmat.lending.control.query.DeviceSheet;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.ExpectedAccessory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looking at the devices that one may see. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Stock {

  /** Devices on a page of the list. */
  public static final int PAGE = 50;

  /** Lines of history on a device's page. */
  public static final int HISTORY = 100;

  static final Role[] READERS = {
    Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN
  };
  static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};

  @Inject private CurrentCaller caller;
  @Inject private Today today;
  @Inject private DeviceList list;
  @Inject private DeviceSheet sheet;
  @Inject private DeviceHistory history;
  @Inject private Choices choices;
  @Inject private DeclaredEffect effect;

  /**
   * A page of devices.
   *
   * @param count how many the filter keeps, all pages together
   * @param devices those of this page, by tag
   * @param next where the next page begins; absent at the end
   */
  public record Page(long count, List<DeviceList.Line> devices, Optional<String> next) {}

  /**
   * All that a device's page says.
   *
   * @param facts what it is and where it stands
   * @param accessories what goes with it
   * @param history what happened, the latest first
   * @param older where the history goes on; absent at its beginning
   * @param possible what the caller may declare of it
   * @param mayEdit whether the caller may change its description
   * @param mayUndo whether the last declaration can be taken back
   */
  public record Card(
      DeviceSheet.Facts facts,
      List<ExpectedAccessory> accessories,
      List<DeviceHistory.Line> history,
      Optional<Long> older,
      List<Declaration> possible,
      boolean mayEdit,
      boolean mayUndo) {}

  /**
   * The devices that a filter keeps, 50 at a time.
   *
   * @param after tag after which the page begins; empty for the first
   */
  public Page list(DeviceFilter filter, String after) {
    Scope scope = caller.get().scope(READERS);
    LocalDate day = today.in(scope.authorityId());
    List<DeviceList.Line> lines = list.page(scope, filter, day, after, PAGE + 1);
    boolean more = lines.size() > PAGE;
    List<DeviceList.Line> shown = more ? lines.subList(0, PAGE) : lines;
    return new Page(
        list.count(scope, filter, day),
        shown,
        more ? Optional.of(shown.get(PAGE - 1).assetTag()) : Optional.empty());
  }

  /**
   * One device with its history.
   *
   * @param before where the history begins; {@code Long.MAX_VALUE} for the latest
   */
  public Optional<Card> find(UUID id, long before) {
    Caller who = caller.get();
    Scope scope = who.scope(READERS);
    return sheet
        .find(scope, id, today.in(scope.authorityId()))
        .map(
            facts -> {
              List<DeviceHistory.Line> lines =
                  history.page(scope, facts.key(), before, HISTORY + 1);
              boolean manages = manages(who, facts);
              boolean more = lines.size() > HISTORY;
              List<DeviceHistory.Line> shown = more ? lines.subList(0, HISTORY) : lines;
              return new Card(
                  facts,
                  sheet.accessories(facts.modelKey()),
                  shown,
                  more ? Optional.of(shown.get(HISTORY - 1).key()) : Optional.empty(),
                  manages
                      ? Declaration.possible(facts.state(), facts.grade(), Declarations.right(who))
                      : List.of(),
                  manages,
                  manages
                      && before == Long.MAX_VALUE
                      && !shown.isEmpty()
                      && effect.mayUndo(facts.version(), shown.get(0).detail()));
            });
  }

  /** The roles that see devices and loans, each on its schools. */
  public static Role[] readers() {
    return READERS.clone();
  }

  /** The schools that the caller sees devices of. */
  public List<Choices.School> schools() {
    return choices.schools(caller.get().scope(READERS));
  }

  /** The classes of a school, if the caller sees its devices. */
  public List<Choices.SchoolClass> classes(long schoolKey) {
    return caller.get().scope(READERS).covers(schoolKey)
        ? choices.classes(caller.get().authorityId(), schoolKey)
        : List.of();
  }

  /** Whether the caller runs the stock of any school. */
  public boolean mayManage() {
    return caller.get().holds(MANAGERS);
  }

  private static boolean manages(Caller who, DeviceSheet.Facts facts) {
    Scope managed = who.scope(MANAGERS);
    return managed.covers(facts.home().key())
        || managed.covers(facts.place().key())
        || facts.transitTo().filter(to -> managed.covers(to.key())).isPresent();
  }
}
