package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.boundary.decision.Decisions;
import fr.gestmat.mealaid.boundary.review.Reviews;
import fr.gestmat.mealaid.control.decision.DecisionOrder;
import fr.gestmat.mealaid.control.letter.LetterJob;
import fr.gestmat.system.incontainer.ReviewTown.File;
import fr.gestmat.system.incontainer.ReviewTown.Person;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests of the review, each in a département of its own. */
abstract class AidReviewTest extends InContainerTest {

  static final DecisionOrder GRANT = DecisionOrder.grant("", Map.of());

  @Resource(lookup = "jdbc/gestmat")
  protected DataSource database;

  @Inject protected Acting acting;
  @Inject protected Reviews reviews;
  @Inject protected Decisions decisions;
  @Inject protected LetterJob letterJob;

  protected ReviewTown town;

  @BeforeEach
  void found() throws Exception {
    if (System.getProperty("com.sun.aas.instanceRoot") != null) {
      town = ReviewTown.found(database);
    }
  }

  protected <T> T officer(Person who, Callable<T> work) throws Exception {
    return acting.as(town.as(who), Role.AID_OFFICER, work);
  }

  protected <T> T ada(Callable<T> work) throws Exception {
    return officer(town.ada, work);
  }

  protected <T> T bruno(Callable<T> work) throws Exception {
    return officer(town.bruno, work);
  }

  protected Answer<?> decide(File file, DecisionOrder order) throws Exception {
    int version = town.version(file);
    return ada(() -> decisions.decide(file.id(), version, order).orElseThrow());
  }

  protected File inReview(String child) throws Exception {
    File file = town.submitted(child);
    done(ada(() -> reviews.take(file.id(), 0).orElseThrow()));
    return file;
  }

  protected static void done(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
  }

  protected static List<String> codes(Answer<?> answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused<?>) answer).reasons().stream().map(Refusal::code).toList();
  }

  /** Waits until the letters of an application are made; the server may do it by itself. */
  protected void letters(File file) throws Exception {
    for (int i = 0; i < 100 && waiting(file); i++) {
      letterJob.work();
      if (waiting(file)) {
        Thread.sleep(50);
      }
    }
    assertThat(waiting(file)).isFalse();
  }

  private boolean waiting(File file) throws Exception {
    return !town.value(
            "select count(*) from aid_letter where application_id = ? and state = 'TO_MAKE'"
                + " and void_at is null",
            file.key())
        .equals("0");
  }
}
