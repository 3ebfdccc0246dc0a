package fr.gestmat.system.incontainer;

import fr.gestmat.access.Caller;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests of what a family declares: a pupil holds a device, and the mother signs on. */
abstract class FamilyIncidentTest extends AgreementTest {

  protected LendingTown town;
  protected Pupil ada;
  protected Device laptop;
  protected UUID loan;
  protected Caller mother;
  protected Caller manager;

  @BeforeEach
  void aPupilWithADevice() throws Exception {
    town = LendingTown.found(database);
    ada = town.pupil(town.here, "Ada");
    laptop = town.device(town.here);
    long key = town.lend(laptop, ada, town.here);
    loan = UUID.fromString(town.value("select public_id from loan where id = ?", key));
    mother = guardian(town, ada, true).caller();
    manager = town.manager(town.here);
  }
}
