package fr.gestmat.bench;

import fr.gestmat.bench.heap.Attached;
import fr.gestmat.bench.heap.LiveHeap;
import java.time.Duration;
import java.util.concurrent.Callable;

/** What work adds to the live heap of the server. */
final class ServerHeap {

  private static final Duration PAUSE = Duration.ofMillis(200);

  private ServerHeap() {}

  /** Bytes; the time of this run is not that of the product, as it collects all the while. */
  static long growth(Product product, Callable<?> work) throws Exception {
    try (Attached server = Attached.to(product.serverProcess())) {
      long before = LiveHeap.now(server.beans());
      try (LiveHeap heap = new LiveHeap(server.beans(), PAUSE)) {
        work.call();
        return Math.max(0, heap.highest() - before);
      }
    }
  }
}
