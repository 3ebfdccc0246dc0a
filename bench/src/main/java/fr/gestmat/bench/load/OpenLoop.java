package fr.gestmat.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Every desk scans once in every period, at a moment drawn within that period, whether or not the
 * scans before took long. An answer's time counts from that moment on: a scan that had to wait for
 * a slow one before it is as slow as it looks to the agent (no coordinated omission).
 */
public final class OpenLoop {

  private OpenLoop() {}

  /**
   * Scans for a while.
   *
   * @param scans how many each desk does, even, so that no device stays out
   * @param period between two scans of a desk
   * @throws Exception when a scan is not done as expected
   */
  public static Latencies run(List<? extends Desk> desks, int scans, Duration period)
      throws Exception {
    long start = System.nanoTime() + period.toNanos();
    List<Callable<Latencies>> tasks = new ArrayList<>();
    for (int i = 0; i < desks.size(); i++) {
      Desk desk = desks.get(i);
      Random moments = new Random(i);
      tasks.add(() -> scanEach(desk, start, scans, period.toNanos(), moments));
    }
    Latencies all = new Latencies();
    FlatOut.together(tasks).forEach(all::add);
    return all;
  }

  private static Latencies scanEach(Desk desk, long start, int scans, long period, Random moments)
      throws Exception {
    Latencies times = new Latencies();
    for (int scan = 0; scan < scans; scan++) {
      long intended = start + scan * period + moments.nextLong(period);
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
