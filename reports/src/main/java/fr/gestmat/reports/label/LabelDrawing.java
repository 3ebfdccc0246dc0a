package fr.gestmat.reports.label;

import com.google.zxing.common.BitMatrix;
import java.util.List;

/**
 * Where everything is on one label, in points from its left and top edges.
 *
 * @param symbol the modules, one row for bars
 * @param x left edge of the first module
 * @param y top edge of the symbol
 * @param module width of a module
 * @param rowHeight height of a row of modules: of the bars, or of a module
 * @param lines the text
 */
record LabelDrawing(
    BitMatrix symbol, double x, double y, double module, double rowHeight, List<TextLine> lines) {}
