package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.lending.boundary.desk.HandOvers;
import fr.gestmat.lending.control.reminder.ForgettingJob;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A parent comes for a device in the pupil's stead. */
class HandOverInContainerIT extends AgreementTest {

  @Inject private HandOvers handOvers;
  @Inject private ForgettingJob forgetting;

  private Optional<Answer<UUID>> note(Caller who, UUID loan, Optional<UUID> parent)
      throws Exception {
    return acting.as(who, roleOf(who), () -> handOvers.note(loan, parent));
  }

  private static UUID id(LendingTown town, Caller guardian) throws Exception {
    return UUID.fromString(
        town.value("select public_id from guardian where id = ?", guardian.guardianId()));
  }

  private static List<String> noted(LendingTown town) throws Exception {
    return town.column(
        "select concat(k.name, ' ', k.noted_by) from loan_collection k join loan l on l.id ="
            + " k.loan_id where l.authority_id = ?",
        town.authority);
  }

  @Test
  void a_guardian_with_authority_collects_and_leaves_a_trace() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    UUID mother = id(town, guardian(town, ada, true).caller());
    UUID aunt = id(town, guardian(town, ada, false).caller());
    Device device = town.device(town.here);
    long key = town.lend(device, ada, town.here);
    UUID loan = UUID.fromString(town.value("select public_id from loan where id = ?", key));
    Caller agent = town.agent(town.here);

    assertThat(codes(note(agent, loan, Optional.of(aunt)).orElseThrow()))
        .as("without parental authority")
        .containsExactly("noGuardianship");
    assertThat(note(town.agent(town.there), loan, Optional.of(mother))).isEmpty();
    done(note(agent, loan, Optional.of(mother)).orElseThrow());
    done(note(agent, loan, Optional.of(mother)).orElseThrow());
    assertThat(noted(town)).containsExactly("Mère Essai Zoé Agent");
    assertThat(town.journal(device)).containsExactly("COLLECTOR_NOTED");

    done(note(agent, loan, Optional.empty()).orElseThrow());
    assertThat(noted(town)).isEmpty();
    done(note(agent, loan, Optional.of(mother)).orElseThrow());
    scan(agent, town.checkIn(town.here, device.tag()));
    assertThat(codes(note(agent, loan, Optional.empty()).orElseThrow()))
        .containsExactly("loanOver");

    town.run(
        "update loan set returned_at = '2020-01-01', recorded_return_at = '2020-01-01' where id ="
            + " ?",
        key);
    forgetting.forget(town.authority);
    assertThat(noted(town)).as("forgotten with the pupil").isEmpty();
  }
}
