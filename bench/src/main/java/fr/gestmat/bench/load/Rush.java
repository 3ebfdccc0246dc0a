package fr.gestmat.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Many people who each ask a few times, every request at a moment that was drawn before, whether or
 * not those before were answered. An answer's time counts from that moment on.
 */
public final class Rush {

  private Rush() {}

  /** Asks for something. */
  @FunctionalInterface
  public interface Request {
    /**
     * Asks, and looks at the answer.
     *
     * @throws IOException if it was not answered as expected
     */
    void send(HttpConnection connection) throws IOException;
  }

  /**
   * A request at its moment.
   *
   * @param kind what its time is counted with
   * @param dueMillis after the beginning
   * @param request what is asked for
   */
  public record Due(String kind, int dueMillis, Request request) {}

  /**
   * Sends everything.
   *
   * @param connections as many requests are answered at once
   * @return times in microseconds, by kind
   * @throws Exception when a request is not answered as expected
   */
  public static Map<String, Histogram> run(int port, int connections, List<Due> all)
      throws Exception {
    List<Due> order = all.stream().sorted(Comparator.comparingInt(Due::dueMillis)).toList();
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    List<Callable<Map<String, Histogram>>> tasks = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      tasks.add(() -> send(port, order, next, start));
    }
    Map<String, Histogram> times = new TreeMap<>();
    for (Map<String, Histogram> own : FlatOut.together(tasks)) {
      own.forEach((kind, some) -> times.computeIfAbsent(kind, k -> new Histogram(3)).add(some));
    }
    return times;
  }

  private static Map<String, Histogram> send(
      int port, List<Due> order, AtomicInteger next, long start) throws IOException {
    Map<String, Histogram> times = new TreeMap<>();
    try (HttpConnection connection = new HttpConnection(port)) {
      for (int i = next.getAndIncrement(); i < order.size(); i = next.getAndIncrement()) {
        Due due = order.get(i);
        long intended = start + TimeUnit.MILLISECONDS.toNanos(due.dueMillis());
        for (long left = intended - System.nanoTime();
            left > 0;
            left = intended - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        due.request().send(connection);
        times
            .computeIfAbsent(due.kind(), k -> new Histogram(3))
            .recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - intended));
      }
    }
    return times;
  }
}
