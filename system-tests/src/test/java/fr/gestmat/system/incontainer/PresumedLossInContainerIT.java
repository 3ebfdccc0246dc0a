package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.incident.Claims;
import fr.gestmat.lending.control.incident.PresumedLoss;
import fr.gestmat.system.incontainer.LendingTown.Device;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Devices that do not come back: presumed lost, or claimed to have been returned. */
class PresumedLossInContainerIT extends IncidentTest {

  @Inject private Claims claims;
  @Inject private PresumedLoss presumed;

  @Test
  void l073_l075_lossesArePresumedOncePastTheIntervalAndNeverOfAClaim() throws Exception {
    town.run(
        "update lending_policy set presumed_lost_days = 30 where authority_id = ?", town.authority);
    Device claimed = town.device(town.here);
    town.lend(claimed, town.pupil(town.here, "Ben"), town.here);
    Device late = town.device(town.here);
    town.lend(late, town.pupil(town.here, "Cléo"), town.here);
    due(laptop, 31);
    due(claimed, 31);
    due(late, 30);
    assertThat(refusedState(asManager(() -> claims.claim(claimed.publicId(), Optional.empty()))))
        .containsExactly("claimedOn claimDateMissing");
    asManager(() -> claims.claim(claimed.publicId(), Optional.of(today().minusDays(40))));
    assertThat(
            refusedState(
                asManager(
                    () -> claims.claim(claimed.publicId(), Optional.of(today().minusDays(40))))))
        .as("needs an open loan")
        .contains("claimedOn claimWithoutLoan");

    presumed.run();
    presumed.run();

    assertThat(town.state(laptop)).isEqualTo("LOST");
    assertThat(town.journal(laptop)).containsExactly("PRESUMED_LOST");
    assertThat(charges()).containsExactly("PROPOSED 389.00 LOSS");
    assertThat(town.loans(claimed)).containsExactly("CLAIMED_RETURNED Ben");
    assertThat(town.state(late)).as("30 days are not past").isEqualTo("ON_LOAN");
    town.run(
        "update lending_policy set presumed_lost_days = null where authority_id = ?",
        town.authority);
    due(late, 300);
    presumed.run();
    assertThat(town.state(late)).as("no interval, no presumption").isEqualTo("ON_LOAN");
  }

  @Test
  @DisplayName("L019 a claim is refused while nothing can be written down, and the school knows it")
  void aClaimIsRefusedThatNobodyCanBeToldOf() throws Exception {
    UUID device = laptop.publicId();
    asManager(() -> claims.claim(device, Optional.of(today().minusDays(3))));

    Trouble.noNoticeOf(
        town.authority,
        () ->
            assertThat(asManager(() -> claims.refuse(device, "Ni à la loge, ni au CDI.")))
                .contains(new Answer.Done<>(false)));

    assertThat(town.loans(laptop)).containsExactly("OPEN Ada");
    assertThat(told()).isEmpty();
  }

  @Test
  void l073_aClaimThatIsNotFoundIsRefusedWithAReasonAndTheLoanIsOpenAgain() throws Exception {
    UUID device = laptop.publicId();
    assertThat(refusedState(asManager(() -> claims.refuse(device, "Introuvable"))))
        .as("nobody said so")
        .containsExactly("motif noClaim");
    asManager(() -> claims.claim(device, Optional.of(today().minusDays(3))));
    assertThat(asManager(() -> claims.claimed(device))).contains(today().minusDays(3));
    assertThat(refusedState(asManager(() -> claims.refuse(device, "  "))))
        .containsExactly("motif claimReasonMissing");
    assertThat(
            as(
                town.manager(town.there),
                Role.LOAN_MANAGER,
                () -> claims.refuse(device, "Introuvable")))
        .as("L043 no such device for another school")
        .isEmpty();

    assertThat(asManager(() -> claims.refuse(device, "Ni à la loge, ni au CDI.")))
        .as("the family will be told")
        .contains(new Answer.Done<>(true));

    assertThat(town.loans(laptop)).containsExactly("OPEN Ada");
    assertThat(asManager(() -> claims.claimed(device))).isEmpty();
    assertThat(town.journal(laptop)).containsExactly("CLAIMED_RETURNED", "CLAIM_REFUSED");
    assertThat(
            town.value(
                "select facts from notice where authority_id = ? and kind = 'CLAIM_REFUSED'",
                town.authority))
        .contains("Ni à la loge, ni au CDI.");
    assertThat(said(scan(agent, town.checkIn(town.here, laptop.tag()))))
        .as("a return like any other")
        .isEqualTo("OK RETURNED");
  }

  @Test
  void l075_oneRunPresumesMany() throws Exception {
    town.run(
        "update lending_policy set presumed_lost_days = 30 where authority_id = ?", town.authority);
    for (int i = 0; i < 25; i++) {
      Device each = town.device(town.here);
      town.lend(each, town.pupil(town.here, "Élève" + i), town.here);
      due(each, 60);
    }

    presumed.run();

    assertThat(
            town.value(
                "select count(*) from device where authority_id = ? and state = 'LOST'",
                town.authority))
        .isEqualTo("25");
  }

  private void due(Device device, int daysAgo) throws Exception {
    town.run(
        "update loan set due_on = ? where device_id = ?",
        today().minusDays(daysAgo).toString(),
        device.id());
  }

  private static <T> List<String> refusedState(Optional<Answer<T>> answer) {
    return reasons(answer.orElseThrow());
  }
}
