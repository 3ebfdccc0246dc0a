package fr.gestmat.lending.boundary.desk;

import fr.gestmat.lending.control.desk.SessionScan;
import fr.gestmat.reports.document.ReceiptLine;
import fr.gestmat.reports.document.SessionReceipt;
import java.util.List;

/**
 * What one agent scanned at one school, from an instant on.
 *
 * @param receipt who, where and when
 * @param scans the scans in order
 */
public record DeskSession(SessionReceipt receipt, List<SessionScan> scans) {

  /** How many scans came to a result. */
  public long count(ReceiptLine.Result result) {
    return scans.stream().filter(scan -> scan.result() == result).count();
  }
}
