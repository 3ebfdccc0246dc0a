package fr.gestmat.reports.document;

import java.time.Instant;

/**
 * A scan of a session at the counter, as its receipt shows it.
 *
 * @param at when it was scanned
 * @param code the asset tag, or the code as it was scanned
 * @param pupil the pupil's name; empty for none
 * @param schoolClass the pupil's class; empty for none
 * @param result what came of it
 * @param remark the reason or the state of the device, in plain French; empty for none
 */
public record ReceiptLine(
    Instant at, String code, String pupil, String schoolClass, Result result, String remark) {

  /** What came of a scan. */
  public enum Result {
    /** The device went out. */
    LENT("Remis", "Remis"),
    /** The device came back. */
    RETURNED("Rendu", "Rendus"),
    /** Nothing changed but where it was last seen. */
    SEEN("Vu", "Vus"),
    /** The agent undid it. */
    UNDONE("Annulé", "Annulés"),
    /** Nothing was written. */
    REFUSED("Refusé", "Refusés");

    private final String one;
    private final String many;

    Result(String one, String many) {
      this.one = one;
      this.many = many;
    }

    String one() {
      return one;
    }

    String many() {
      return many;
    }
  }
}
