package fr.gestmat.web.view;

import java.util.Locale;

/** The meanings that have a colour, a shape and a word of their own on every page. */
public enum Tone {
  /** Done: green, a circle with a tick. */
  OK,
  /** Needs a look: amber, a triangle. */
  WARNING,
  /** Not done: red, an octagon. */
  REFUSED,
  /** Not known yet: grey, three dots. */
  WAITING,
  /** Neither good nor bad: blue, a disc. */
  NEUTRAL;

  /** The name that style sheet and icons use. */
  public String css() {
    return name().toLowerCase(Locale.ROOT);
  }
}
