package fr.gestmat.reports.label;

import fr.gestmat.reports.document.Typeface;
import fr.gestmat.reports.file.WholeFile;
import fr.gestmat.reports.label.Unprintable.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences.PRINT_SCALING;

/**
 * Prints labels on sheets, as a PDF of vector drawings at exact size: the file asks the printer not
 * to scale it.
 */
public final class LabelSheets {
  private static final float POINTS_PER_MILLIMETRE = 72f / 25.4f;

  /** What ZXing puts into a Code 128; no asset tag or serial number is longer. */
  private static final int LONGEST_CODE = 80;

  private LabelSheets() {}

  /**
   * Writes the labels one after the other, from the given position of the first sheet on. A label
   * that cannot be printed is left out and reported, the others are printed; the file appears
   * complete or not at all.
   *
   * @param target the file to appear; its folder exists
   * @param format the sheets
   * @param symbology the symbol on every label
   * @param firstPosition where to begin on a partly used sheet, from 1 to the format's positions
   * @param labels the labels in order, drawn from once
   * @return what was printed and what was not
   * @throws IOException when the file cannot be written
   * @throws IllegalArgumentException for a first position that the sheet does not have
   */
  public static Printed write(
      Path target,
      LabelFormat format,
      Symbology symbology,
      int firstPosition,
      Iterable<Label> labels)
      throws IOException {
    if (firstPosition < 1 || firstPosition > format.positions()) {
      throw new IllegalArgumentException("first position " + firstPosition);
    }
    // Pages wait in a temporary file, so that thousands of labels do not fill the heap.
    try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      describe(document, format);
      Typeface regular = Typeface.regular(document);
      Typeface bold = Typeface.bold(document);
      LabelLayout layout = new LabelLayout(format, symbology, regular, bold);
      List<Unprintable> unprintable = new ArrayList<>();
      int printed = 0;
      try (Pages pages = new Pages(document, format, regular, bold, firstPosition)) {
        for (Label label : labels) {
          Optional<Reason> refused = unfit(label.code());
          Optional<LabelDrawing> drawing =
              refused.isPresent() ? Optional.empty() : layout.place(label);
          if (drawing.isPresent()) {
            pages.draw(drawing.get());
            printed++;
          } else {
            unprintable.add(new Unprintable(label, refused.orElse(Reason.TOO_LONG)));
          }
        }
      }
      if (printed > 0) {
        WholeFile.<Integer, IOException>write(
            target,
            out -> {
              document.save(out);
              return document.getNumberOfPages();
            });
      }
      return new Printed(printed, document.getNumberOfPages(), unprintable);
    }
  }

  private static void describe(PDDocument document, LabelFormat format) {
    document.getDocumentInformation().setTitle("Étiquettes " + format.name());
    document.getDocumentInformation().setCreator("Gestmat");
    document.getDocumentCatalog().setLanguage("fr-FR");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setPrintScaling(PRINT_SCALING.None);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }

  /** Why no scanner would type this code; empty if one does. */
  static Optional<Reason> unfit(String code) {
    if (code.isBlank()) {
      return Optional.of(Reason.EMPTY);
    }
    boolean typeable = code.chars().allMatch(c -> c >= ' ' && c <= '~');
    if (code.length() > LONGEST_CODE) {
      return Optional.of(Reason.TOO_LONG);
    }
    return typeable && code.equals(code.strip()) ? Optional.empty() : Optional.of(Reason.CHARACTER);
  }

  /** The pages being filled; a page is finished before the next one begins. */
  private static final class Pages implements AutoCloseable {
    private final PDDocument document;
    private final LabelFormat format;
    private final Typeface regular;
    private final Typeface bold;
    private int position;
    private Optional<PDPageContentStream> current = Optional.empty();

    Pages(PDDocument document, LabelFormat format, Typeface regular, Typeface bold, int position) {
      this.document = document;
      this.format = format;
      this.regular = regular;
      this.bold = bold;
      this.position = position;
    }

    void draw(LabelDrawing drawing) throws IOException {
      if (position > format.positions()) {
        close();
        position = 1;
      }
      if (current.isEmpty()) {
        PDRectangle size =
            new PDRectangle(
                (float) format.pageWidth() * POINTS_PER_MILLIMETRE,
                (float) format.pageHeight() * POINTS_PER_MILLIMETRE);
        PDPage page = new PDPage(size);
        document.addPage(page);
        current = Optional.of(new PDPageContentStream(document, page));
      }
      PDPageContentStream content = current.get();
      double left = format.left(position) * POINTS_PER_MILLIMETRE;
      double top = (format.pageHeight() - format.top(position)) * POINTS_PER_MILLIMETRE;
      SymbolPath.draw(
          content,
          drawing.symbol(),
          left + drawing.x(),
          top - drawing.y(),
          drawing.module(),
          drawing.rowHeight());
      for (TextLine line : drawing.lines()) {
        content.beginText();
        content.setFont((line.bold() ? bold : regular).font(), (float) line.size());
        content.newLineAtOffset((float) (left + line.x()), (float) (top - line.baseline()));
        content.showText(line.text());
        content.endText();
      }
      position++;
    }

    @Override
    public void close() throws IOException {
      if (current.isPresent()) {
        current.get().close();
        current = Optional.empty();
      }
    }
  }
}
