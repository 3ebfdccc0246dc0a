package fr.gestmat.bench.territory;

import java.util.Arrays;

/** How many loans a pupil and a device had together before: what a scan costs may not follow it. */
public enum PastLoans {
  /** Both are new. */
  NONE(0),
  /** More than a schooling makes. */
  FORTY(40),
  /** A device lent for days. */
  FOUR_HUNDRED(400),
  /** A device lent for hours. */
  TWO_THOUSAND(2_000);

  private final int loans;

  PastLoans(int loans) {
    this.loans = loans;
  }

  /** Number of past loans. */
  public int loans() {
    return loans;
  }

  /** Pairs of all depths together. */
  static int pairs(int pairsPerDepth) {
    return pairsPerDepth * values().length;
  }

  /** Past loans of all pairs together. */
  static int loans(int pairsPerDepth) {
    return pairsPerDepth * Arrays.stream(values()).mapToInt(PastLoans::loans).sum();
  }

  /** Depth that a loan belongs to when all these loans are put in a row, pair after pair. */
  static PastLoans of(int pairsPerDepth, int loan) {
    for (PastLoans depth : values()) {
      if (loan < depth.end(pairsPerDepth)) {
        return depth;
      }
    }
    throw new IllegalArgumentException("no such loan: " + loan);
  }

  /** Place of that loan's pair among those of its depth. */
  static int place(int pairsPerDepth, int loan) {
    PastLoans depth = of(pairsPerDepth, loan);
    return depth.offset(pairsPerDepth, loan) / depth.loans;
  }

  /** How many loans that pair had before this one. */
  static int turn(int pairsPerDepth, int loan) {
    PastLoans depth = of(pairsPerDepth, loan);
    return depth.offset(pairsPerDepth, loan) % depth.loans;
  }

  private int offset(int pairsPerDepth, int loan) {
    return loan - (end(pairsPerDepth) - pairsPerDepth * loans);
  }

  private int end(int pairsPerDepth) {
    int end = 0;
    for (PastLoans depth : values()) {
      end += pairsPerDepth * depth.loans;
      if (depth == this) {
        break;
      }
    }
    return end;
  }
}
