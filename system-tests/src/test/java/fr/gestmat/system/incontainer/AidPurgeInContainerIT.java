package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.followup.FollowUps;
import fr.gestmat.mealaid.boundary.retention.Retention;
import fr.gestmat.mealaid.control.retention.PurgeJob;
import fr.gestmat.mealaid.control.retention.RetentionPeriods;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a night forgets, of whom it tells before, and what is left. */
class AidPurgeInContainerIT extends AidReviewTest {

  @Inject private PurgeJob job;
  @Inject private Retention retention;
  @Inject private FollowUps followUps;

  private void closedLongAgo() throws Exception {
    town.run(
        "update aid_campaign set opens_on = '2016-06-01', full_effect_until = '2016-10-01',"
            + " closes_on = '2017-03-31' where id = ?",
        town.campaign);
  }

  private void over(File file) throws Exception {
    town.run(
        "update aid_application set purge_on = utc_date() - interval 1 day where id = ?",
        file.key());
  }

  private String name(File file) throws Exception {
    return town.value(
        "select concat(child_given_name, '/', applicant_name) from aid_application where id = ?",
        file.key());
  }

  private String proofs(String kind, boolean done) throws Exception {
    return town.value(
        "select count(*) from aid_purge where authority_id = ? and kind = ? and done = ?",
        town.authority,
        kind,
        done);
  }

  @Test
  @DisplayName("M-I09, M-I10, M-I16 told first, forgotten later, counted for ever")
  void forgets() throws Exception {
    File decided = inReview("Awa");
    done(decide(decided, GRANT));
    File review = inReview("Binta");
    closedLongAgo();

    assertThat(job.night(town.authority)).isEqualTo(new PurgeJob.Night(1, 0, 0));
    assertThat(town.notices(decided)).contains("AID_ENDS", "AID_ENDS_OFFICER");
    assertThat(town.notices(review)).doesNotContain("AID_ENDS");
    assertThat(job.night(town.authority)).isEqualTo(new PurgeJob.Night(0, 0, 0));
    assertThat(name(decided)).isEqualTo("Awa/Fatou Diallo");

    over(decided);
    over(review);
    assertThat(job.night(town.authority)).isEqualTo(new PurgeJob.Night(0, 1, 0));
    assertThat(name(decided)).isEqualTo("/");
    assertThat(name(review)).isEqualTo("Binta/Fatou Diallo");
    assertThat(
            town.value(
                "select count(*) from aid_decision where application_id = ? and inputs = '{}'"
                    + " and decided_by = ''",
                decided.key()))
        .isEqualTo("1");
    assertThat(town.events(decided)).isEmpty();
    assertThat(proofs("APPLICATION", true)).isEqualTo("1");
    assertThat(ada(() -> reviews.file(decided.id()))).isEmpty();
    assertThat(ada(() -> followUps.board(Optional.empty())).orElseThrow().figures().whole())
        .satisfies(
            whole -> {
              assertThat(whole.received()).isEqualTo(2);
              assertThat(whole.granted()).isEqualTo(1);
              assertThat(whole.amount()).isPositive();
            });
  }

  @Test
  @DisplayName("M-I14 an error with one stops no other, and is written down without a name")
  void goesOn() throws Exception {
    File bad = town.submitted("Awa", "400.00", "REFUSED");
    File good = town.submitted("Binta", "400.00", "REFUSED");
    File other = town.submitted("Coumba");
    town.run(
        "update aid_application set child_key = ? where id = ?",
        "forgotten:" + bad.id(),
        other.key());
    closedLongAgo();
    over(bad);
    over(good);
    PurgeJob.Night night = job.night(town.authority);
    assertThat(night.failed()).isEqualTo(1);
    assertThat(night.purged()).isEqualTo(1);
    assertThat(name(bad)).startsWith("Awa");
    assertThat(name(good)).isEqualTo("/");
    assertThat(proofs("APPLICATION", false)).isEqualTo("1");
  }

  @Test
  @DisplayName("M-I13 kept a month longer when it is over: the archive gives it back")
  void keepsLonger() throws Exception {
    File file = town.submitted("Awa", "400.00", "REFUSED");
    town.run(
        "update aid_application set state = 'ARCHIVED', archived_from = 'REFUSED',"
            + " hidden_by_family = true where id = ?",
        file.key());
    assertThat(codes(ada(() -> retention.extend(file.id()).orElseThrow())))
        .containsExactly("notEnding");
    over(file);
    done(ada(() -> retention.extend(file.id()).orElseThrow()));
    assertThat(town.state(file)).isEqualTo("REFUSED");
    assertThat(
            town.value(
                "select concat(hidden_by_family, purge_on > utc_date() + interval 20 day)"
                    + " from aid_application where id = ?",
                file.key()))
        .isEqualTo("11");
    closedLongAgo();
    job.night(town.authority);
    assertThat(name(file)).startsWith("Awa");
  }

  @Test
  void a_draft_of_a_closed_campaign_goes_whole() throws Exception {
    File draft = town.submitted("Awa");
    town.run(
        "update aid_application set state = 'DRAFT', submitted_at = null, number = null,"
            + " draft_saved_at = utc_timestamp(6) where id = ?",
        draft.key());
    assertThat(job.night(town.authority).purged()).isZero();
    closedLongAgo();
    assertThat(job.night(town.authority).purged()).isEqualTo(1);
    assertThat(town.column("select id from aid_application where id = ?", draft.key())).isEmpty();
    assertThat(proofs("DRAFT", true)).isEqualTo("1");
  }

  @Test
  void an_authority_decides_once_at_a_time() throws Exception {
    RetentionPeriods shorter = new RetentionPeriods(3, 6, 4, 20);
    assertThat(decide(0, shorter)).isInstanceOf(Answer.Done.class);
    assertThat(decide(0, shorter)).isInstanceOf(Answer.Stale.class);
    assertThat(decide(1, new RetentionPeriods(3, 6, 1, 20))).isInstanceOf(Answer.Refused.class);
  }

  private Answer<RetentionPeriods> decide(int version, RetentionPeriods periods) throws Exception {
    return acting.as(
        town.as(town.ada, Role.AID_MANAGER),
        Role.AID_MANAGER,
        () -> retention.decide(version, periods));
  }
}
