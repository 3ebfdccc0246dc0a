package fr.gestmat.bench.spreadsheet;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** What is alive on the heap of this virtual machine while something runs. */
final class LiveHeap implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Thread watcher;
  private volatile boolean running = true;
  private volatile long highest;

  /** Begins to watch. */
  LiveHeap() {
    watcher = new Thread(this::watch, "live-heap");
    watcher.start();
  }

  /**
   * Bytes that a full collection leaves, as the collector itself counted them: what others allocate
   * before somebody looks is not alive for that.
   */
  static long now() {
    System.gc();
    return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
        .flatMap(collector -> Optional.ofNullable(collector.getLastGcInfo()).stream())
        .max(Comparator.comparing(GcInfo::getEndTime))
        .orElseThrow()
        .getMemoryUsageAfterGc()
        .entrySet()
        .stream()
        .filter(pool -> pool.getKey().startsWith("G1"))
        .map(java.util.Map.Entry::getValue)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  /** The most that a collection left while this was open. */
  long highest() {
    return highest;
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    watcher.join();
  }

  private void watch() {
    while (running) {
      highest = Math.max(highest, now());
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
