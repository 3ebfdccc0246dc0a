package fr.gestmat.bench.load;

/** The two scans of a loan, named as the API names them. */
public enum ScanKind {
  /** Hands a device over. */
  CHECK_OUT("LENT", "check-out"),
  /** Takes it back. */
  CHECK_IN("RETURNED", "check-in");

  private final String reason;
  private final String text;

  ScanKind(String reason, String text) {
    this.reason = reason;
    this.text = text;
  }

  /** Code of the reason that an answer gives when the scan was done. */
  String reason() {
    return reason;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
