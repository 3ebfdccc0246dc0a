package fr.gestmat.bench.load;

import org.HdrHistogram.Histogram;

/**
 * How long scans took, in microseconds to three digits.
 *
 * @param checkOuts times of the check-outs
 * @param checkIns times of the check-ins
 */
public record Latencies(Histogram checkOuts, Histogram checkIns) {

  /** None yet. */
  public Latencies() {
    this(new Histogram(3), new Histogram(3));
  }

  /** Those of one kind. */
  public Histogram of(ScanKind kind) {
    return kind == ScanKind.CHECK_OUT ? checkOuts : checkIns;
  }

  /** Adds those of another desk or round. */
  public void add(Latencies others) {
    checkOuts.add(others.checkOuts);
    checkIns.add(others.checkIns);
  }
}
