package fr.gestmat.lending.control.declare;

import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LendingRight;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can be declared of a device, with the events that it may mean. Which of them can happen, and
 * who may cause it, is for the table of {@link DeviceState} to say.
 */
public enum Declaration {
  /** It arrived with its delivery. */
  RECEIVED(Set.of(), DeviceEvent.RECEIVED),
  /** It was looked at and is good. */
  CHECKED(Set.of(), DeviceEvent.PASSED_CHECK),
  /** It is put aside to be looked at. */
  PUT_ASIDE(Set.of(Need.REASON), DeviceEvent.PUT_ASIDE),
  /** It goes to be mended. */
  REPAIR(Set.of(Need.REASON), DeviceEvent.SENT_TO_REPAIR),
  /** It is back from repair and good. */
  REPAIRED(Set.of(), DeviceEvent.REPAIRED),
  /** It is back from repair and still not good. */
  REPAIRED_TO_CHECK(Set.of(Need.REASON), DeviceEvent.REPAIRED_TO_CHECK),
  /** It is sent to another school. */
  SENT(Set.of(Need.SCHOOL), DeviceEvent.SENT),
  /** It arrived where it was sent. */
  ARRIVED(Set.of(), DeviceEvent.ARRIVED, DeviceEvent.ARRIVED_TO_CHECK),
  /** It stays where it is after all. */
  TRANSFER_CANCELLED(
      Set.of(), DeviceEvent.TRANSFER_CANCELLED, DeviceEvent.TRANSFER_CANCELLED_TO_CHECK),
  /** It is lost; a loan stays open on it. */
  LOST(Set.of(Need.REASON), DeviceEvent.DECLARED_LOST),
  /** It was stolen; its loan ends. */
  STOLEN(Set.of(Need.POLICE_REPORT), DeviceEvent.DECLARED_STOLEN),
  /** It was lost or stolen and is there again; its loan ends. */
  FOUND(Set.of(), DeviceEvent.FOUND_TO_CHECK, DeviceEvent.STOLEN_FOUND),
  /** It is out of use for good. */
  WITHDRAWN(Set.of(Need.REASON), DeviceEvent.WITHDRAWN),
  /** It was out of use and comes back. */
  TAKEN_BACK(Set.of(Need.REASON), DeviceEvent.TAKEN_BACK);

  private final Set<Need> needs;
  private final List<DeviceEvent> events;

  Declaration(Set<Need> needs, DeviceEvent... events) {
    this.needs = needs;
    this.events = List.of(events);
  }

  /** What a declaration must come with. */
  public enum Need {
    /** Why, in somebody's words. */
    REASON,
    /** Number and date of a police report. */
    POLICE_REPORT,
    /** Another school. */
    SCHOOL
  }

  /** Whether it must come with {@code need}. */
  public boolean needs(Need need) {
    return needs.contains(need);
  }

  /** What it means for a device in this state and condition; empty if it makes no sense there. */
  public Optional<DeviceState.Transition> of(DeviceState state, ConditionGrade grade) {
    List<DeviceState.Transition> possible =
        events.stream().flatMap(event -> state.on(event).stream()).toList();
    return possible.stream()
        .filter(t -> grade.needsCheck() == (t.to() == DeviceState.TO_CHECK))
        .findFirst()
        .or(() -> possible.stream().findFirst());
  }

  /** All that somebody with this right may declare of a device in this state. */
  public static List<Declaration> possible(
      DeviceState state, ConditionGrade grade, LendingRight right) {
    return Arrays.stream(values())
        .filter(d -> d.of(state, grade).filter(t -> right.includes(t.by())).isPresent())
        .toList();
  }
}
