package fr.gestmat.bench.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.bench.territory.TerritoryPlan.Parties;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TerritoryPlanTest {

  private final TerritorySize size = new TerritorySize(7, 911, 1_203, 9_000, 640, 2);
  private final TerritoryPlan plan = new TerritoryPlan(size);

  @Test
  void everyOpenLoanHoldsOneDeviceAndOnePupilOfItsSchool() {
    Set<Integer> devices = new HashSet<>();
    Set<Integer> pupils = new HashSet<>();
    for (int loan = size.loans() - size.openLoans(); loan < size.loans(); loan++) {
      Parties parties = plan.parties(loan);
      assertThat(plan.isOpen(loan)).isTrue();
      assertThat(devices.add(parties.device())).isTrue();
      assertThat(pupils.add(parties.pupil())).isTrue();
      assertThat(plan.openLoanOf(parties.device())).hasValue(loan);
      assertThat(plan.schoolOfDevice(parties.device())).isEqualTo(parties.school());
      assertThat(plan.schoolOfPupil(parties.pupil())).isEqualTo(parties.school());
    }
    assertThat(lentDevices()).isEqualTo(size.openLoans());
  }

  @Test
  void whoIsFreeHoldsNothing() {
    Set<Integer> holders = new HashSet<>();
    for (int loan = size.loans() - size.openLoans(); loan < size.loans(); loan++) {
      holders.add(plan.parties(loan).pupil());
    }
    int free = 0;
    for (int school = 0; school < size.schools(); school++) {
      int here = school;
      assertThat(plan.freePupils(school))
          .doesNotContainAnyElementsOf(holders)
          .allMatch(pupil -> plan.schoolOfPupil(pupil) == here);
      assertThat(plan.freeDevices(school))
          .isNotEmpty()
          .allMatch(device -> plan.openLoanOf(device).isEmpty());
      free += plan.freePupils(school).size();
    }
    assertThat(free).isEqualTo(size.pupils() - size.openLoans() - 8);
  }

  @Test
  void everyPairHasItsNumberOfPastLoansAndNoOther() {
    Map<Integer, Integer> ofDevice = new HashMap<>();
    Map<Integer, Integer> ofPupil = new HashMap<>();
    for (int loan = 0; loan < size.loans(); loan++) {
      ofDevice.merge(plan.parties(loan).device(), 1, Integer::sum);
      ofPupil.merge(plan.parties(loan).pupil(), 1, Integer::sum);
    }
    for (PastLoans depth : PastLoans.values()) {
      assertThat(plan.pairs(depth))
          .hasSize(2)
          .allSatisfy(
              pair -> {
                assertThat(ofDevice.getOrDefault((int) pair.deviceId() - 1, 0))
                    .isEqualTo(depth.loans());
                assertThat(ofPupil.getOrDefault((int) pair.pupilId() - 1, 0))
                    .isEqualTo(depth.loans());
                assertThat(plan.stateOf((int) pair.deviceId() - 1)).isEqualTo("IN_STOCK");
              });
    }
  }

  @Test
  void aClassIsInThePupilsSchool() {
    for (int pupil = 0; pupil < size.pupils(); pupil++) {
      assertThat(plan.classOfPupil(pupil) / plan.classesASchool())
          .isEqualTo(plan.schoolOfPupil(pupil));
    }
  }

  private long lentDevices() {
    return IntStream.range(0, size.devices())
        .filter(device -> plan.stateOf(device).equals("ON_LOAN"))
        .count();
  }
}
