package fr.gestmat.reports.agreement;

import fr.gestmat.reports.document.Typeface;
import fr.gestmat.reports.file.WholeFile;
import fr.gestmat.reports.spreadsheet.RowSource;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences.PRINT_SCALING;

/**
 * Prints agreements one after the other into one PDF, each beginning on a page of its own. Pages
 * wait in a temporary file: two thousand do not fill the heap.
 */
public final class AgreementPdf {

  private AgreementPdf() {}

  /**
   * Writes the papers. The file appears complete or not at all; without a paper it does not appear.
   *
   * @param <E> what reading them may throw
   * @param target the file to appear; its folder exists
   * @param title title of the file
   * @param sheets the papers, in order
   * @return how many papers it has
   * @throws IOException when the file cannot be written
   * @throws E when the papers cannot be read
   */
  public static <E extends Exception> int write(
      Path target, String title, RowSource<AgreementSheet, E> sheets) throws IOException, E {
    try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
      describe(document, title);
      AgreementPages pages =
          new AgreementPages(document, Typeface.regular(document), Typeface.bold(document));
      int[] printed = {0};
      sheets.pushTo(
          sheet -> {
            pages.print(sheet);
            printed[0]++;
          });
      if (printed[0] > 0) {
        WholeFile.<Integer, IOException>write(
            target,
            out -> {
              document.save(out);
              return document.getNumberOfPages();
            });
      }
      return printed[0];
    }
  }

  private static void describe(PDDocument document, String title) {
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setCreator("Gestmat");
    document.getDocumentCatalog().setLanguage("fr-FR");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    // A barcode that a printer shrinks is read less well.
    preferences.setPrintScaling(PRINT_SCALING.None);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }
}
