package fr.gestmat.web.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.gestmat.mealaid.boundary.followup.FollowUps;
import fr.gestmat.mealaid.control.review.CampaignChoice;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.web.home.Shares.Share;
import fr.gestmat.web.view.Tone;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void parts_lie_beside_each_other_and_those_without_any_are_left_out() {
    Shares shares = new Shares("home.share.", 8);
    shares.add("lent", Tone.NEUTRAL, 3, "/materiels?etat=ON_LOAN");
    shares.add("ready", Tone.OK, 0, "/materiels?etat=IN_STOCK");
    shares.add("gone", Tone.REFUSED, 1, "/materiels?etat=LOST");

    assertThat(shares.drawn())
        .extracting(Share::text, Share::from, Share::width, Share::path)
        .containsExactly(
            tuple("home.share.lent", "0.00", "37.50", "/materiels?etat=ON_LOAN"),
            tuple("home.share.gone", "37.50", "12.50", "/materiels?etat=LOST"));
  }

  @Test
  void a_campaign_counts_all_that_was_sent_and_draws_what_was_answered_or_waits() {
    CampaignPicture picture =
        CampaignPicture.of(
            new FollowUps.Summary(
                new CampaignChoice.Choice(7, UUID.randomUUID(), "Aide 2026"),
                Map.of(
                    ApplicationState.GRANTED, 4L,
                    ApplicationState.REFUSED, 2L,
                    ApplicationState.CLOSED, 1L,
                    ApplicationState.WITHDRAWN, 1L,
                    ApplicationState.SUBMITTED, 2L)));

    assertThat(picture.name()).isEqualTo("Aide 2026");
    assertThat(picture.received()).isEqualTo(10);
    assertThat(picture.decided()).as("closed is an answer, too").isEqualTo(7);
    assertThat(picture.shares())
        .extracting(Share::path, Share::width)
        .containsExactly(
            tuple("/dossiers?etat=GRANTED", "40.00"),
            tuple("/dossiers?etat=REFUSED", "20.00"),
            tuple("/dossiers?etat=SUBMITTED", "20.00"));
  }
}
