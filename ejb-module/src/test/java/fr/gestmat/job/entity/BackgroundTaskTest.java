package fr.gestmat.job.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackgroundTaskTest {

  private static final Instant NOW = Instant.parse("2026-11-23T13:05:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofMinutes(3));

  private final BackgroundTask task =
      new BackgroundTask("EXPORT", 1, null, 7, "Inès Ćosić", "{}", NOW);

  @Test
  void isTakenByOneServer() {
    assertThat(task.take("a", NOW, LATER)).isTrue();
    assertThat(task.isHeldBy("a")).isTrue();
    assertThat(task.isHeldBy("b")).isFalse();
    assertThat(task.state()).isEqualTo(TaskState.RUNNING);
  }

  @Test
  void failsWhenItsServersDieAgainAndAgain() {
    for (int i = 0; i < BackgroundTask.MOST_ATTEMPTS; i++) {
      assertThat(task.take("server" + i, NOW, LATER)).isTrue();
    }
    assertThat(task.take("last", NOW, LATER)).isFalse();
    assertThat(task.state()).isEqualTo(TaskState.FAILED);
    assertThat(task.finishedAt()).isEqualTo(NOW);
  }

  @Test
  void aFailedTaskMayBeAskedForAgainADoneOneNot() {
    task.take("a", NOW, LATER);
    task.fail("{}", NOW);
    task.askAgain();
    assertThat(task.state()).isEqualTo(TaskState.WAITING);
    assertThat(task.result()).isNull();
    task.take("a", NOW, LATER);
    task.finish("{\"rows\":3}", null, NOW);
    task.askAgain();
    assertThat(task.state()).isEqualTo(TaskState.DONE);
    assertThat(task.result()).isEqualTo("{\"rows\":3}");
  }

  @Test
  void countsAllAsDoneAtTheEnd() {
    task.take("a", NOW, LATER);
    task.progress(40, 100, LATER);
    task.finish(null, null, NOW);
    assertThat(task.done()).isEqualTo(100);
  }
}
