package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.decision.Decisions;
import fr.gestmat.mealaid.boundary.review.Reviews;
import fr.gestmat.mealaid.control.decision.DecisionOrder;
import fr.gestmat.mealaid.control.review.AidNotices;
import fr.gestmat.notice.entity.NoticeKind;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What became of the mails about an application, up to the mail server. */
class AidMailInContainerIT extends MailTest {

  @Inject private Reviews reviews;
  @Inject private Decisions decisions;

  private ReviewTown aid;

  private <T> T officer(Callable<T> work) throws Exception {
    return acting.as(aid.as(aid.ada), Role.AID_OFFICER, work);
  }

  private File taken(String child, String address) throws Exception {
    File file = aid.submitted(child);
    aid.run("update aid_application set applicant_email = ? where id = ?", address, file.key());
    assertThat(officer(() -> reviews.take(file.id(), 0).orElseThrow()))
        .isInstanceOf(Answer.Done.class);
    return file;
  }

  private List<AidNotices.Sent> mails(File file) throws Exception {
    return officer(() -> reviews.file(file.id()).orElseThrow().mails());
  }

  @Test
  @DisplayName("M-I04 a refused address is shown to the officer with why, and stops nothing")
  void a_refused_address() throws Exception {
    aid = ReviewTown.found(database);
    String wrong = "unknown" + aid.authority + "@exemple.invalid";
    String right = "famille" + aid.authority + "@exemple.invalid";
    File refused = taken("Awa", wrong);
    File told = taken("Binta", right);

    work(
        () ->
            aid.column(
                    "select state from mail where authority_id = ? order by state", aid.authority)
                .equals(List.of("FAILED", "SENT")));

    assertThat(mails(refused))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.kind()).isEqualTo(NoticeKind.AID_IN_REVIEW);
              assertThat(mail.address()).isEqualTo(wrong);
              assertThat(mail.state()).isEqualTo("FAILED");
              assertThat(mail.failure().orElseThrow()).contains("no such person");
            });
    assertThat(mails(told))
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.state()).isEqualTo("SENT");
              assertThat(mail.failure()).isEmpty();
            });
    assertThat(
            officer(
                () ->
                    decisions
                        .decide(refused.id(), 1, DecisionOrder.grant("", Map.of()))
                        .orElseThrow()))
        .isInstanceOf(Answer.Done.class);
    assertThat(aid.state(refused)).isEqualTo("GRANTED");
  }
}
