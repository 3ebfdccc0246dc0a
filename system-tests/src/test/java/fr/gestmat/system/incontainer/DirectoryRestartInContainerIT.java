package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.directory.boundary.ImportReport;
import fr.gestmat.directory.entity.ImportState;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What becomes of an import when its server dies, or loses its lease, between two schools. */
class DirectoryRestartInContainerIT extends DirectoryImportTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject private Interruption interruption;

  @Test
  void aSchoolThatFailsStaysAsItWasAndTheOthersGoOnAfterARestart() throws Exception {
    load(twoSchools());
    interruption.when(
        authority,
        () -> {
          throw new IllegalStateException("the server dies here");
        });

    UUID id = handIn(changedInBoth(), true);
    await(id, ImportState.READY);
    confirm(id, Set.of(), Set.of(A, B));
    awaitFailure(id);

    assertThat(classes()).as("A is done, B is whole as it was").containsExactly("A NEW", "B OLD");
    assertThat(pupils("LEFT")).isZero();
    assertThat(journal("PUPIL_LEFT")).isZero();

    assertThat(asAdmin(() -> imports.retry(id))).isTrue();
    await(id, ImportState.DONE);

    assertThat(classes()).containsExactly("A NEW", "B NEW");
    assertThat(pupils("LEFT")).isEqualTo(1);
    assertThat(journal("PUPIL_LEFT")).isEqualTo(1);
    assertThat(journal("PUPIL_CHANGED")).isEqualTo(40);
  }

  @Test
  void aServerThatLostItsLeaseAndTheOneThatTookOverChangeEachSchoolOnce() throws Exception {
    load(twoSchools());
    UUID id = handIn(changedInBoth(), true);
    await(id, ImportState.READY);
    interruption.when(authority, () -> apart(() -> loseTheLease(id)));

    confirm(id, Set.of(), Set.of(A, B));
    await(id, ImportState.DONE);
    awaitBothRuns(id);

    assertThat(classes()).containsExactly("A NEW", "B NEW");
    assertThat(journal("PUPIL_LEFT")).isEqualTo(1);
    assertThat(journal("PUPIL_CHANGED")).isEqualTo(40);
    assertThat(asAdmin(() -> imports.report(id)).orElseThrow().summary().state())
        .isEqualTo(ImportState.DONE);
  }

  /** Everybody changes class in both schools, and one pupil leaves B, which comes after A. */
  private static AafSet changedInBoth() {
    AafSet set = new AafSet().school(7, A).school(8, B);
    for (int i = 1; i <= 40; i++) {
      set.pupil(i, "PUPIL" + i, "Zoé", 7, List.of("7$NEW"), List.of());
    }
    return set.pupil(42, "NEUVE", "Éva", 8, List.of("8$NEW"), List.of());
  }

  /** On a thread of its own, outside the transaction of the school. */
  private void apart(Callable<?> work) {
    try {
      asAdmin(work);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The task looks as if its server fell silent, until another thread has taken it over. */
  private boolean loseTheLease(UUID id) throws SQLException {
    territory.run(
        "update background_task set held_until = '2020-01-01' where parameters = ? and state ="
            + " 'RUNNING'",
        id.toString());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (attempts(id) < 2) {
      assertThat(System.nanoTime()).as("another thread takes over").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    return true;
  }

  private long attempts(UUID id) throws SQLException {
    return territory.number(
        "select attempts from background_task where parameters = ? order by id desc limit 1",
        id.toString());
  }

  private void awaitBothRuns(UUID id) throws SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (territory.number(
            "select count(*) from background_task where parameters = ? and state in ('WAITING',"
                + " 'RUNNING')",
            id.toString())
        > 0) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private void awaitFailure(UUID id) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    ImportReport report = asAdmin(() -> imports.report(id)).orElseThrow();
    while (!report.failed()) {
      assertThat(System.nanoTime()).as("waiting for the failure").isLessThan(deadline);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      report = asAdmin(() -> imports.report(id)).orElseThrow();
    }
  }

  /** Which classes the pupils of each school are in: those of before, or those of the new set. */
  private List<String> classes() throws SQLException {
    return territory.rows(
        "select distinct concat_ws(' ', if(s.uai = ?, 'A', 'B'), if(c.name = 'NEW', 'NEW', 'OLD'))"
            + " from pupil p join school s on s.id = p.school_id join pupil_class k on k.pupil_id ="
            + " p.id join school_class c on c.id = k.class_id where p.authority_id = ? and p.status"
            + " = 'ACTIVE' order by 1",
        A,
        authority);
  }
}
