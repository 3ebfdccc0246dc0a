package fr.gestmat.web.directory;

import fr.gestmat.directory.entity.ImportState;
import fr.gestmat.web.view.Tone;

/** How the state of an import looks. */
public final class ImportStateTone {

  private ImportStateTone() {}

  /** Colour and shape of a state. */
  public static Tone of(ImportState state) {
    return switch (state) {
      case RECEIVED, APPLYING -> Tone.WAITING;
      case READY -> Tone.WARNING;
      case DONE -> Tone.OK;
      case REFUSED -> Tone.REFUSED;
      case CANCELLED -> Tone.NEUTRAL;
    };
  }
}
