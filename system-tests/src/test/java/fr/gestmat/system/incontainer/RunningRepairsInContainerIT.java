package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.boundary.incident.Repairs;
import fr.gestmat.lending.control.incident.RepairRows;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.School;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of the devices that are away to be mended. */
class RunningRepairsInContainerIT extends DeskTest {

  @Inject private Repairs repairs;

  private static Device away(LendingTown town, School school, boolean back) throws Exception {
    Device device = town.device(school, back ? "IN_STOCK" : "IN_REPAIR");
    town.run(
        "insert into repair set id = nextval(repair_seq), public_id = uuid(), authority_id = ?,"
            + " school_id = ?, device_id = ?, ticket = 'SAV-1', repairer = 'Atelier',"
            + " sent_at = utc_timestamp(6), sent_by = 'Essai',"
            + " returned_at = if(?, utc_timestamp(6), null)",
        town.authority,
        school.id(),
        device.id(),
        back);
    return device;
  }

  private List<String> tags(Caller who, long after) throws Exception {
    return acting.as(who, roleOf(who), () -> repairs.running(after)).repairs().stream()
        .map(RepairRows.Running::assetTag)
        .toList();
  }

  @Test
  void each_sees_the_own_schools_the_oldest_first_and_not_what_is_back() throws Exception {
    LendingTown town = LendingTown.found(database);
    Device first = away(town, town.here, false);
    Device elsewhere = away(town, town.there, false);
    away(town, town.here, true);
    Device last = away(town, town.here, false);

    assertThat(tags(town.manager(town.here), 0)).containsExactly(first.tag(), last.tag());
    assertThat(tags(town.region(), 0)).containsExactly(first.tag(), elsewhere.tag(), last.tag());
    assertThat(tags(LendingTown.found(database).region(), 0)).isEmpty();
  }

  @Test
  void a_long_list_goes_on() throws Exception {
    LendingTown town = LendingTown.found(database);
    for (int i = 0; i < 51; i++) {
      away(town, town.here, false);
    }
    Caller manager = town.manager(town.here);
    Repairs.RunningPage page = acting.as(manager, roleOf(manager), () -> repairs.running(0));
    assertThat(page.repairs()).hasSize(50);
    assertThat(tags(manager, page.next().orElseThrow())).hasSize(1);
  }
}
