package fr.gestmat.reports.label;

/**
 * Where the labels are on a sheet, or on a roll, where each label is a page. Lengths are in
 * millimetres, from the top left corner.
 *
 * @param key the stable key that is stored and sent
 * @param name the French name, with maker, reference and size
 * @param pageWidth width of the sheet
 * @param pageHeight height of the sheet
 * @param marginLeft from the edge of the sheet to the first label
 * @param marginTop from the edge of the sheet to the first label
 * @param columns labels side by side
 * @param rows labels one below the other
 * @param labelWidth width of one label
 * @param labelHeight height of one label
 * @param gapX between two columns
 * @param gapY between two rows
 * @param padding what stays blank inside each edge of a label, wide enough for the printer's own
 *     margin where labels touch the edge of the sheet
 * @param dpi dots per inch of the printer that such sheets are made for: the modules of a symbol
 *     are whole dots
 */
public record LabelFormat(
    String key,
    String name,
    double pageWidth,
    double pageHeight,
    double marginLeft,
    double marginTop,
    int columns,
    int rows,
    double labelWidth,
    double labelHeight,
    double gapX,
    double gapY,
    double padding,
    int dpi) {
  private static final double TOLERANCE = 0.01;

  /**
   * Checks that the labels are on the sheet.
   *
   * @throws IllegalArgumentException when they are not, or a length makes no sense
   */
  public LabelFormat {
    boolean counted = columns > 0 && rows > 0 && dpi > 0;
    boolean sane =
        labelWidth > 2 * padding
            && labelHeight > 2 * padding
            && Math.min(Math.min(marginLeft, marginTop), Math.min(gapX, gapY)) >= 0;
    double right = marginLeft + columns * labelWidth + (columns - 1) * gapX;
    double bottom = marginTop + rows * labelHeight + (rows - 1) * gapY;
    if (!counted || !sane || right > pageWidth + TOLERANCE || bottom > pageHeight + TOLERANCE) {
      throw new IllegalArgumentException("label format " + key);
    }
  }

  /**
   * Labels on one sheet.
   *
   * @return at least 1
   */
  public int positions() {
    return columns * rows;
  }

  /**
   * The left edge of a label.
   *
   * @param position from 1 to {@link #positions()}, row by row
   * @return millimetres from the left edge of the sheet
   */
  public double left(int position) {
    int column = (position - 1) % columns;
    return marginLeft + column * (labelWidth + gapX);
  }

  /**
   * The top edge of a label.
   *
   * @param position from 1 to {@link #positions()}, row by row
   * @return millimetres from the top edge of the sheet
   */
  public double top(int position) {
    int row = (position - 1) / columns;
    return marginTop + row * (labelHeight + gapY);
  }
}
