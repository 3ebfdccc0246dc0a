package fr.gestmat.reports.sheet;

/**
 * What a sheet may hold; beyond it is refused before it can fill the memory.
 *
 * @param fileBytes size of the file as it was sent
 * @param inflatedBytes size of all parts of an XLSX once inflated (ZIP bombs)
 * @param zipEntries parts of an XLSX
 * @param rows rows of data, headings not counted
 * @param columns columns
 * @param cellLength characters of one cell; a longer cell marks its row, not the sheet
 */
public record SheetLimits(
    long fileBytes, long inflatedBytes, int zipEntries, int rows, int columns, int cellLength) {
  private static final long MEBIBYTE = 1L << 20;

  /**
   * Limits for a delivery, a takeover of devices or the pupils of an authority.
   *
   * @return 20 MiB, 256 MiB inflated, 1,000 parts, 300,000 rows, 200 columns, 2,000 characters
   */
  public static SheetLimits usual() {
    return new SheetLimits(20 * MEBIBYTE, 256 * MEBIBYTE, 1_000, 300_000, 200, 2_000);
  }
}
