package fr.gestmat.notice.boundary;

/** What became of telling somebody of something that was done, which stands in any case. */
public enum Told {
  /** A mail is on its way. */
  MAILED,
  /** Nobody can be written to. */
  NO_ADDRESS,
  /** It could not be written down: nobody is told. */
  LOST,
  /** Nobody had to be told: the family did it, or it was done before. */
  NOT_NEEDED
}
