package fr.gestmat.mealaid.control.source;

/** What the journal says of official sources. */
public enum SourceAction {
  /** What is asked, and in whose name, was set. */
  SOURCES_SET,
  /** A new token was entered. */
  SOURCES_TOKEN_SET,
  /** Calls were turned on. */
  SOURCES_TURNED_ON,
  /** Calls were turned off. */
  SOURCES_TURNED_OFF,
  /** The token was tried. */
  SOURCES_TRIED,
  /** A source answered about a family, or did not. */
  SOURCE_ANSWERED,
  /** Somebody asked a source once more. */
  SOURCE_ASKED_AGAIN
}
