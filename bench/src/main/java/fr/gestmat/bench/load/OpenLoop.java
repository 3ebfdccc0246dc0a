package fr.gestmat.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Every desk scans once in every second, at a moment drawn within that second, whether or not the
 * scans before took long. An answer's time counts from that moment on: a scan that had to wait for
 * a slow one before it is as slow as it looks to the agent (no coordinated omission).
 */
public final class OpenLoop {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private OpenLoop() {}

  /**
   * Scans for a while.
   *
   * @param seconds how long, even, so that no device stays out
   * @throws Exception when a scan is not done as expected
   */
  public static Latencies run(List<? extends Desk> desks, int seconds) throws Exception {
    long start = System.nanoTime() + SECOND;
    List<Callable<Latencies>> tasks = new ArrayList<>();
    for (int i = 0; i < desks.size(); i++) {
      Desk desk = desks.get(i);
      Random moments = new Random(i);
      tasks.add(() -> scanEachSecond(desk, start, seconds, moments));
    }
    Latencies all = new Latencies();
    FlatOut.together(tasks).forEach(all::add);
    return all;
  }

  private static Latencies scanEachSecond(Desk desk, long start, int seconds, Random moments)
      throws Exception {
    Latencies times = new Latencies();
    for (int second = 0; second < seconds; second++) {
      long intended = start + second * SECOND + moments.nextLong(SECOND);
      for (long left = intended - System.nanoTime();
          left > 0;
          left = intended - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      Histogram ofKind = times.of(desk.next());
      desk.scan();
      ofKind.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - intended));
    }
    return times;
  }
}
