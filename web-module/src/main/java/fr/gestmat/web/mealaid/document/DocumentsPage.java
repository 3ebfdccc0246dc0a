package fr.gestmat.web.mealaid.document;

import fr.gestmat.mealaid.boundary.document.DocumentLine;
import fr.gestmat.mealaid.control.application.AskedDocuments.Asked;
import fr.gestmat.mealaid.control.document.NoticeReport;
import fr.gestmat.mealaid.control.document.VirusScanner;
import fr.gestmat.mealaid.entity.document.ScanState;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Tone;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The documents of an application.
 *
 * @param application public id
 * @param back where one goes back to
 * @param slots one for each kind that is asked for or was given
 * @param others one for each kind that nobody asks for in this situation and nobody gave
 * @param notices what the codes of tax notices say
 * @param scanner whether documents are scanned at present
 * @param errors what was not taken
 */
public record DocumentsPage(
    UUID application,
    String back,
    List<Slot> slots,
    List<Slot> others,
    List<NoticeReport> notices,
    VirusScanner.Status scanner,
    List<FieldError> errors) {

  /**
   * A kind of document.
   *
   * @param kind its code
   * @param asked whether the family's situation asks for it; empty if not
   * @param lines what is there
   * @param reusable what the visitor gave for another child
   * @param open whether more may be added
   */
  public record Slot(
      String kind,
      Optional<Asked> asked,
      List<DocumentLine> lines,
      List<DocumentLine> reusable,
      boolean open) {

    /** Whether it stands among the first, as it is asked for or something is there. */
    boolean counts() {
      return asked.isPresent() || !lines.isEmpty();
    }
  }

  /** Copies the lists. */
  public DocumentsPage {
    slots = List.copyOf(slots);
    others = List.copyOf(others);
    notices = List.copyOf(notices);
    errors = List.copyOf(errors);
  }

  /** Whether something is still being looked at, so that the page looks again by itself. */
  public boolean waits() {
    return slots.stream()
        .flatMap(slot -> slot.lines().stream())
        .anyMatch(
            line ->
                line.reading()
                    || (line.scan() == ScanState.PENDING && scanner == VirusScanner.Status.THERE));
  }

  /** Whether something of the others was refused, so that it is seen. */
  public boolean refusedOther() {
    return others.stream()
        .anyMatch(slot -> errors.stream().anyMatch(e -> e.field().equals("file-" + slot.kind())));
  }

  /** What was read of a document. */
  public Optional<NoticeReport> notice(DocumentLine line) {
    return notices.stream().filter(n -> n.document().equals(line.id())).findFirst();
  }

  /** How a state sounds. */
  public static Tone tone(ScanState state) {
    return switch (state) {
      case SAFE -> Tone.OK;
      case PENDING, ERROR -> Tone.WAITING;
      case INFECTED, CORRUPT -> Tone.REFUSED;
    };
  }

  /** Size in kilobytes, at least one. */
  public static long kilobytes(DocumentLine line) {
    return Math.max(1, (line.bytes() + 512) / 1024);
  }
}
