package fr.gestmat.reports.attachment;

/** Why a file is not taken. */
public enum AttachmentProblem {
  /** Nothing was sent, or nothing is in it. */
  EMPTY,
  /** More than {@link Attachment#MOST_BYTES}. */
  TOO_LARGE,
  /** Its name has no ending. */
  NO_EXTENSION,
  /** Its name ends like something else than a document. */
  WRONG_EXTENSION,
  /** It is neither a PDF nor a picture that we take, whatever its name says. */
  UNKNOWN_KIND,
  /** A PDF that asks for a password. */
  PASSWORD,
  /** It begins like a document and can't be read. */
  DAMAGED,
  /** A picture of more than {@link Attachment#MOST_PIXELS}. */
  TOO_MANY_PIXELS,
  /** A PDF without a page, or with more than {@link Attachment#MOST_PAGES}. */
  PAGES,
  /** Only a picture of it may be kept, and this machine cannot draw it. */
  CANNOT_BE_DRAWN,
  /** Only a picture of it may be kept, and it has more pages than {@link Attachment#COPY_PAGES}. */
  COPY_PAGES
}
