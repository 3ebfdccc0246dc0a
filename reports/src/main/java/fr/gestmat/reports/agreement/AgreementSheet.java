package fr.gestmat.reports.agreement;

import java.util.List;

/**
 * One paper to sign, ready to be printed.
 *
 * @param textCode what the barcode of every page but the last holds, printable ASCII
 * @param signatureCode what the barcode of the last page holds, where people sign
 * @param sender who it comes from, one line each
 * @param title the heading
 * @param text paragraphs, parted by line ends
 * @param lines what it is about, with their heading each
 * @param notes paragraphs below the lines
 * @param signatures the boxes to sign in, in order
 * @param foot foot of each page
 */
public record AgreementSheet(
    String textCode,
    String signatureCode,
    List<String> sender,
    String title,
    String text,
    List<Line> lines,
    List<String> notes,
    List<Box> signatures,
    String foot) {

  /** Copies the lists. */
  public AgreementSheet {
    sender = List.copyOf(sender);
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
    signatures = List.copyOf(signatures);
  }

  /**
   * A device.
   *
   * @param code its inventory code, in bold
   * @param what what it is
   * @param more what goes with it; may be empty
   * @param value its value; may be empty
   */
  public record Line(String code, String what, String more, String value) {}

  /**
   * A place to sign.
   *
   * @param who whose signature it is
   * @param hint what to write above it, or who signed already and when
   */
  public record Box(String who, String hint) {}
}
