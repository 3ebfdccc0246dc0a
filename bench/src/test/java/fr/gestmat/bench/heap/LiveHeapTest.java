package fr.gestmat.bench.heap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;

class LiveHeapTest {

  private static final int MEGABYTE = 1 << 20;

  @Test
  void whatIsHeldIsCountedAndWhatIsDroppedIsNot() {
    long before = LiveHeap.now(LiveHeap.here());
    byte[][] held = new byte[20][MEGABYTE / 2];
    long during = LiveHeap.now(LiveHeap.here());
    Reference.reachabilityFence(held);
    held = new byte[0][];
    long after = LiveHeap.now(LiveHeap.here());
    assertThat(during - before).isBetween(9L * MEGABYTE, 25L * MEGABYTE);
    assertThat(after).isLessThan(during - 9L * MEGABYTE);
    Reference.reachabilityFence(held);
  }
}
