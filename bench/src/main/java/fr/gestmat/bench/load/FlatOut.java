package fr.gestmat.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Every desk scans as fast as it is answered. */
public final class FlatOut {

  private FlatOut() {}

  /**
   * Scans for a while.
   *
   * @return scans a second, check-outs and check-ins together
   * @throws Exception when a scan is not done as expected
   */
  public static double run(List<? extends Desk> desks, Duration duration) throws Exception {
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    long scans = 0;
    for (long counted :
        together(
            desks.stream().map(desk -> (Callable<Long>) () -> scanUntil(desk, end)).toList())) {
      scans += counted;
    }
    return scans / ((System.nanoTime() - start) / 1e9);
  }

  private static long scanUntil(Desk desk, long end) throws Exception {
    long scans = 0;
    while (System.nanoTime() - end < 0) {
      desk.scan();
      scans++;
    }
    if (desk.next() == ScanKind.CHECK_IN) {
      desk.finish();
      scans++;
    }
    return scans;
  }

  /** Runs every task on a thread of its own. */
  static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
