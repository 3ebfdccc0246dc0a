package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.mealaid.boundary.decision.BulkDecisions;
import fr.gestmat.mealaid.control.decision.BatchRows;
import fr.gestmat.mealaid.control.decision.BatchRows.Action;
import fr.gestmat.mealaid.control.decision.BatchRows.Batch;
import fr.gestmat.mealaid.control.decision.BatchRows.Item;
import fr.gestmat.mealaid.control.decision.BatchRows.State;
import fr.gestmat.mealaid.control.decision.BatchStep;
import fr.gestmat.mealaid.control.decision.BatchWork;
import fr.gestmat.mealaid.control.review.WorkFilter;
import fr.gestmat.mealaid.control.review.WorkList;
import fr.gestmat.system.incontainer.ReviewTown.File;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many applications in one go. */
class AidBatchInContainerIT extends AidReviewTest {

  @Inject private BulkDecisions bulk;
  @Inject private BatchRows rows;
  @Inject private BatchStep step;
  @Inject private WorkList list;

  /** A batch that nothing works on: its steps are the test's. */
  private Batch idle(Action action, List<File> files) throws Exception {
    UUID id = UUID.randomUUID();
    ada(
        () -> {
          long key =
              rows.create(
                  id, town.authority, town.campaign, action, "En lot", town.ada.account(), "Ada");
          rows.fill(
              key,
              town.authority,
              town.campaign,
              action,
              rows.keys(town.authority, town.campaign, files.stream().map(File::id).toList()));
          return null;
        });
    return rows.find(town.authority, id).orElseThrow();
  }

  private BulkDecisions.View over(UUID id) throws Exception {
    for (int i = 0; i < 400; i++) {
      BulkDecisions.View view = ada(() -> bulk.find(id).orElseThrow());
      if (view.batch().state() != State.RUNNING) {
        return view;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the batch does not end");
  }

  private static UUID begun(Answer<UUID> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<UUID>) answer).value();
  }

  @Test
  @DisplayName(
      "M-B01, M-B02, M-B06 holds what is lawful, says what it left out, guards what it holds")
  void begins() throws Exception {
    List<File> files = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      files.add(town.submitted("Enfant" + i));
    }
    town.run(
        "update aid_application set state = 'ARCHIVED', archived_from = 'GRANTED' where id = ?",
        files.get(0).key());
    ReviewTown other = ReviewTown.found(database);
    List<UUID> ids = new ArrayList<>(files.stream().map(File::id).toList());
    ids.set(1, other.submitted("Awa").id());
    Batch running = idle(Action.GRANT, List.of(files.get(2)));
    assertThat(codes(ada(() -> reviews.take(files.get(2).id(), 0).orElseThrow())))
        .containsExactly("inBatch");
    assertThat(codes(decide(files.get(2), GRANT))).containsExactly("inBatch");
    UUID id =
        begun(
            ada(
                () ->
                    bulk.begin(Optional.empty(), ids, Action.GRANT, "Accordé en lot")
                        .orElseThrow()));
    BulkDecisions.View view = over(id);
    assertThat(view.batch().total()).isEqualTo(7);
    assertThat(view.batch().leftOut()).isEqualTo(3);
    assertThat(view.batch().done()).isEqualTo(7);
    assertThat(
            town.column(
                "select distinct reason from aid_decision where campaign_id = ?", town.campaign))
        .containsExactly("Accordé en lot");
    letters(files.get(9));
    ada(() -> bulk.stop(running.id()));
    done(ada(() -> reviews.take(files.get(2).id(), 0).orElseThrow()));
    assertThat(ada(() -> bulk.find(UUID.randomUUID()))).isEmpty();
  }

  @Test
  @DisplayName("M-B03 one that fails holds up no other, and may be tried again")
  void failsAndTriesAgain() throws Exception {
    File good = town.submitted("Awa");
    File bad = town.submitted("Binta");
    Batch batch = idle(Action.GRANT, List.of(good, bad));
    step.failed(batch, new Item(bad.key(), bad.id(), 0), "failure");
    step.work(batch, new Item(good.key(), good.id(), 0));
    rows.finish(batch.key());
    BulkDecisions.View view = ada(() -> bulk.find(batch.id()).orElseThrow());
    assertThat(view.batch().done() + " " + view.batch().failed()).isEqualTo("1 1");
    assertThat(view.troubles()).extracting(one -> one.id()).containsExactly(bad.id());
    assertThat(ada(() -> bulk.goOn(batch.id()))).isTrue();
    BulkDecisions.View after = over(batch.id());
    assertThat(after.batch().done() + " " + after.batch().failed()).isEqualTo("2 0");
    assertThat(town.state(bad)).isEqualTo("GRANTED");
  }

  @Test
  @DisplayName("M-B04, M-B05 what changed meanwhile is skipped, said, and let go")
  void skipsWhatChanged() throws Exception {
    File decided = inReview("Awa");
    File unknown = town.submitted("Binta", null, "SUBMITTED");
    Batch batch = idle(Action.GRANT, List.of(decided, unknown));
    town.run("update aid_application set version = version + 1 where id = ?", decided.key());
    step.work(batch, new Item(decided.key(), decided.id(), 1));
    step.work(batch, new Item(unknown.key(), unknown.id(), 0));
    assertThat(town.state(decided)).isEqualTo("IN_REVIEW");
    BulkDecisions.View view = ada(() -> bulk.find(batch.id()).orElseThrow());
    assertThat(view.troubles())
        .extracting(one -> one.state() + " " + one.reason())
        .containsExactlyInAnyOrder("SKIPPED changed", "SKIPPED figuresMissing");
    done(decide(decided, GRANT));
  }

  @Test
  @DisplayName(
      "M-B08 one that is stuck after 24 hours is shown, and going on decides nothing twice")
  void goesOn() throws Exception {
    File first = town.submitted("Awa");
    File second = town.submitted("Binta");
    Batch batch = idle(Action.GRANT, List.of(first, second));
    step.work(batch, new Item(first.key(), first.id(), 0));
    town.run(
        "update aid_batch set created_at = utc_timestamp(6) - interval 25 hour where id = ?",
        batch.key());
    assertThat(ada(() -> bulk.find(batch.id()).orElseThrow()).stuck()).isTrue();
    assertThat(ada(() -> bulk.goOn(batch.id()))).isTrue();
    assertThat(over(batch.id()).batch().done()).isEqualTo(2);
    assertThat(
            town.value("select count(*) from aid_decision where application_id = ?", first.key()))
        .isEqualTo("1");
  }

  @Test
  @DisplayName("M-I25 one whose server died in the middle is found and finished by another")
  void isTakenOver() throws Exception {
    List<File> files = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      files.add(town.submitted("Enfant" + i));
    }
    Batch batch = idle(Action.GRANT, files);
    step.work(batch, new Item(files.get(0).key(), files.get(0).id(), 0));
    long task = town.next("background_task");
    town.run(
        "insert into background_task (id, public_id, authority_id, kind, parameters,"
            + " owner_account_id, owner_name, state, done, total, attempts, holder, held_until,"
            + " created_at, started_at) values (?, uuid(), ?, ?, ?, ?, 'Ada', 'RUNNING', 1, 3, 1,"
            + " 'serveur perdu', utc_timestamp(6) - interval 1 second, utc_timestamp(6),"
            + " utc_timestamp(6))",
        task,
        town.authority,
        BatchWork.KIND,
        BatchWork.parameters(batch.id()),
        town.ada.account());

    BulkDecisions.View view = over(batch.id());
    assertThat(view.batch().state()).isEqualTo(State.DONE);
    assertThat(view.batch().done() + " " + view.batch().failed()).isEqualTo("3 0");
    assertThat(
            town.column(
                "select count(*) from aid_decision where campaign_id = ? group by application_id",
                town.campaign))
        .as("what the first one decided is not decided again")
        .containsExactly("1", "1", "1");
    assertThat(town.value("select attempts from background_task where id = ?", task))
        .as("the same task, by another server")
        .isEqualTo("2");
  }

  @Test
  @DisplayName("M-B09 goes in units of 500 between which it stops")
  void stopsBetweenUnits() throws Exception {
    List<File> files = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      files.add(town.submitted("Enfant" + i));
    }
    Batch batch = idle(Action.TAKE, files);
    assertThat(rows.unit(batch.key(), 2)).hasSize(2);
    step.work(batch, rows.unit(batch.key(), 1).get(0));
    assertThat(ada(() -> bulk.stop(batch.id()))).isTrue();
    assertThat(rows.unit(batch.key(), 500)).isEmpty();
    BulkDecisions.View view = ada(() -> bulk.find(batch.id()).orElseThrow());
    assertThat(view.batch().done() + " " + view.batch().skipped()).isEqualTo("1 2");
    assertThat(ada(() -> bulk.stop(batch.id()))).isFalse();
  }

  @Test
  @DisplayName("M-B09 stopping holds for a unit that was read before")
  void stopsInTheMiddleOfAUnit() throws Exception {
    Batch batch = idle(Action.GRANT, List.of(town.submitted("Awa"), town.submitted("Binta")));
    List<Item> unit = rows.unit(batch.key(), 500);
    step.work(batch, unit.get(0));
    assertThat(ada(() -> bulk.stop(batch.id()))).isTrue();
    step.work(batch, unit.get(1));
    assertThat(items(batch)).containsExactly("DONE", "SKIPPED stopped");
    assertThat(
            town.column(
                "select state from aid_application where campaign_id = ? order by id",
                town.campaign))
        .containsExactly("GRANTED", "SUBMITTED");
  }

  @Test
  @DisplayName("M-B08 two servers with the same unit: what one did stays done for the other")
  void doneStaysDone() throws Exception {
    Batch batch = idle(Action.GRANT, List.of(town.submitted("Awa")));
    Item item = rows.unit(batch.key(), 500).get(0);
    step.work(batch, item);
    step.work(batch, item);
    step.failed(batch, item, "failure");
    assertThat(items(batch)).containsExactly("DONE");
  }

  @Test
  @DisplayName("M-B08 a batch that runs and is not stuck gets no second worker")
  void runsOnce() throws Exception {
    Batch batch = idle(Action.TAKE, List.of(town.submitted("Awa")));
    assertThat(ada(() -> bulk.goOn(batch.id()))).isFalse();
    assertThat(items(batch)).containsExactly("WAITING");
  }

  private List<String> items(Batch batch) throws Exception {
    return town.column(
        "select concat_ws(' ', state, nullif(reason, '')) from aid_batch_item where batch_id = ?"
            + " order by application_id",
        batch.key());
  }

  @Test
  void takes_everything_that_a_list_shows() throws Exception {
    town.submitted("Awa");
    File late = town.submitted("Binta");
    town.run("update aid_application set first_term = 2 where id = ?", late.key());
    WorkFilter filter =
        new WorkFilter(
            Optional.empty(),
            Optional.of("0990001A"),
            new WorkFilter.Assigned.Nobody(),
            Optional.of(true),
            Optional.of(WorkFilter.Flag.LATE),
            "");
    assertThat(
            codes(
                ada(() -> bulk.begin(Optional.empty(), filter, Action.REFUSE, " ").orElseThrow())))
        .containsExactly("reasonMissing");
    assertThat(
            codes(
                ada(() -> bulk.count(Optional.empty(), filter, Action.REFUSE, " ").orElseThrow())))
        .containsExactly("reasonMissing");
    assertThat(
            ada(
                () ->
                    bulk.count(Optional.empty(), filter, Action.REFUSE, "Trop tard").orElseThrow()))
        .isEqualTo(new Answer.Done<>(1));
    assertThat(list.count(town.authority, town.campaign, town.ada.account(), filter, 9)).isOne();
    assertThat(list.count(town.authority, town.campaign, town.ada.account(), WorkFilter.ALL, 9))
        .isEqualTo(2);
    assertThat(list.count(town.authority, town.campaign, town.ada.account(), WorkFilter.ALL, 1))
        .as("counts no further")
        .isOne();
    UUID id =
        begun(
            ada(
                () ->
                    bulk.begin(Optional.empty(), filter, Action.REFUSE, "Trop tard")
                        .orElseThrow()));
    assertThat(over(id).batch().done()).isEqualTo(1);
    assertThat(town.state(late)).isEqualTo("REFUSED");
  }
}
