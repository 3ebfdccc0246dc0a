package fr.gestmat.bench.load;

import fr.gestmat.bench.territory.LentPair;
import java.util.List;

/**
 * One desk that lends the device of a pair and takes it back, then goes on to the next pair. For
 * one thread.
 */
public abstract class Desk implements AutoCloseable {

  private final List<LentPair> pairs;
  private ScanKind next = ScanKind.CHECK_OUT;
  private int place;
  private int lentAhead;

  /** A desk with at least one pair. */
  protected Desk(List<LentPair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /** What the next scan does. */
  public final ScanKind next() {
    return lentAhead > 0 ? ScanKind.CHECK_IN : next;
  }

  /**
   * Lends the devices of the next pairs, so that the scans that follow take them back, one after
   * the other.
   *
   * @param count how many, at most as many as there are pairs
   */
  public final void lendAhead(int count) throws Exception {
    if (count > pairs.size()) {
      throw new IllegalArgumentException(count + " of " + pairs.size() + " devices");
    }
    finish();
    for (int ahead = 0; ahead < count; ahead++) {
      checkOut(pairs.get((place + ahead) % pairs.size()));
    }
    lentAhead = count;
  }

  /**
   * Does the next scan.
   *
   * @throws Exception if it is not done as expected: what is measured would be something else
   */
  public final void scan() throws Exception {
    LentPair pair = pairs.get(place % pairs.size());
    if (lentAhead > 0) {
      checkIn(pair);
      lentAhead--;
      place++;
    } else if (next == ScanKind.CHECK_OUT) {
      checkOut(pair);
      next = ScanKind.CHECK_IN;
    } else {
      checkIn(pair);
      next = ScanKind.CHECK_OUT;
      place++;
    }
  }

  /** Leaves no device out. */
  public final void finish() throws Exception {
    if (next == ScanKind.CHECK_IN) {
      scan();
    }
  }

  /** Lends the device to the pupil. */
  protected abstract void checkOut(LentPair pair) throws Exception;

  /** Takes the device back. */
  protected abstract void checkIn(LentPair pair) throws Exception;

  @Override
  public abstract void close() throws Exception;
}
