package fr.gestmat.reports.photo;

/** Why a file is not taken as a photo. */
public enum PhotoProblem {
  /** Nothing was sent. */
  EMPTY,
  /** More than {@link Photo#MOST_BYTES}. */
  TOO_LARGE,
  /** Neither JPEG nor PNG, whatever its name says. */
  NOT_A_PHOTO,
  /** It begins like a photo and can't be read to its end. */
  DAMAGED,
  /** More than {@link Photo#MOST_PIXELS}. */
  TOO_MANY_PIXELS
}
