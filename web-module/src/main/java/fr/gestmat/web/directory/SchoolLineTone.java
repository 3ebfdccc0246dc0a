package fr.gestmat.web.directory;

import fr.gestmat.directory.boundary.ImportReport.SchoolLine;
import fr.gestmat.directory.boundary.ImportReport.Standing;
import fr.gestmat.web.view.Tone;

/** How a school of a report looks, and the word for it. */
public final class SchoolLineTone {

  private SchoolLineTone() {}

  /** Colour and shape. */
  public static Tone of(SchoolLine school) {
    return switch (word(school)) {
      case "applied" -> Tone.OK;
      case "other" -> Tone.NEUTRAL;
      case "held" -> Tone.WARNING;
      default -> Tone.WAITING;
    };
  }

  /** The end of the key of its sentence. */
  public static String word(SchoolLine school) {
    if (school.applied()) {
      return "applied";
    }
    if (school.standing() == Standing.OTHER) {
      return "other";
    }
    return school.manyLeave() && !school.leavingConfirmed() ? "held" : "waiting";
  }
}
