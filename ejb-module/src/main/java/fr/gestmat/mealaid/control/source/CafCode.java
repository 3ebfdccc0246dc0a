package fr.gestmat.mealaid.control.source;

import java.util.Set;

/**
 * The return codes of the CAF's own service, which older answers carry in place of an error of the
 * API: struck off, being affiliated, suspended, dead, unknown, without right (the family has to
 * justify), or a fault of theirs (asked again).
 */
enum CafCode {
  /** The family gives a document. */
  JUSTIFY(Set.of("101", "102", "111", "121", "122", "131", "132", "133", "141")),
  /** A fault on their side. */
  RETRY(Set.of("201", "211", "221", "231", "241")),
  /** No code of the CAF, or one that nobody knows. */
  UNKNOWN(Set.of());

  private final Set<String> codes;

  CafCode(Set<String> codes) {
    this.codes = codes;
  }

  /** What a code asks for. */
  static CafCode of(String code) {
    for (CafCode kind : values()) {
      if (kind.codes.contains(code.strip())) {
        return kind;
      }
    }
    return UNKNOWN;
  }
}
