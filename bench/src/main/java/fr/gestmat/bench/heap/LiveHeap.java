package fr.gestmat.bench.heap;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import javax.management.MBeanServerConnection;

/** What is alive on the heap of a virtual machine with G1 while something runs. */
public final class LiveHeap implements AutoCloseable {

  private final MBeanServerConnection machine;
  private final Duration pause;
  private final Thread watcher;
  private volatile boolean running = true;
  private volatile long highest;

  /**
   * Begins to watch.
   *
   * @param machine the virtual machine's beans
   * @param pause between two full collections
   */
  public LiveHeap(MBeanServerConnection machine, Duration pause) {
    this.machine = machine;
    this.pause = pause;
    watcher = new Thread(this::watch, "live-heap");
    watcher.start();
  }

  /** This virtual machine. */
  public static MBeanServerConnection here() {
    return ManagementFactory.getPlatformMBeanServer();
  }

  /**
   * Bytes that a full collection leaves, as the collector itself counted them: what others allocate
   * before somebody looks is not alive for that.
   *
   * @throws UncheckedIOException if the virtual machine does not answer
   */
  public static long now(MBeanServerConnection machine) {
    try {
      ManagementFactory.getPlatformMXBean(machine, MemoryMXBean.class).gc();
      return ManagementFactory.getPlatformMXBeans(machine, GarbageCollectorMXBean.class).stream()
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The most that a collection left while this was open. */
  public long highest() {
    return highest;
  }

  @Override
  public void close() throws InterruptedException {
    running = false;
    watcher.interrupt();
    watcher.join();
  }

  private void watch() {
    while (running) {
      highest = Math.max(highest, now(machine));
      try {
        Thread.sleep(pause.toMillis());
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
