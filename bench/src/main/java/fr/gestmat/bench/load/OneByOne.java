package fr.gestmat.bench.load;

import java.util.concurrent.TimeUnit;

/** A desk scans alone, each scan when the one before was answered: what one scan costs. */
public final class OneByOne {

  private OneByOne() {}

  /**
   * Lends and takes back so many times.
   *
   * @throws Exception when a scan is not done as expected
   */
  public static Latencies run(Desk desk, int loans) throws Exception {
    Latencies times = new Latencies();
    for (int scan = 0; scan < 2 * loans; scan++) {
      ScanKind kind = desk.next();
      long start = System.nanoTime();
      desk.scan();
      times.of(kind).recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
    }
    return times;
  }
}
