package fr.gestmat.filestore.entity;

/**
 * What a file is.
 *
 * @param purpose why it is kept
 * @param fileName name for people; path separators, control characters and what a disk refuses are
 *     replaced, and it is cut at 200 characters
 * @param mediaType media type in ASCII
 */
public record FileLabel(FilePurpose purpose, String fileName, String mediaType) {

  private static final int LONGEST_NAME = 200;

  /** Makes the name harmless. */
  public FileLabel {
    String safe = fileName.strip().replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]", "_");
    fileName =
        safe.isEmpty() ? "fichier" : safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
  }
}
