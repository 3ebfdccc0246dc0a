package fr.gestmat.reports.card;

import fr.gestmat.reports.document.PageFooters;
import fr.gestmat.reports.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Sheets of cards with bars (Code 128) to scan, as an A4 PDF.
 *
 * @param title of the document
 * @param footer at the foot of every page, beside the page's number
 * @param columns cards side by side
 * @param rowHeight height of a card in points
 */
public record CardSheets(String title, String footer, int columns, float rowHeight) {

  /**
   * Writes the sheets. The file appears complete or not at all.
   *
   * @param target the file to appear; its folder exists
   * @param groups at least one; drawn from once
   * @return how many cards stand on them
   * @throws IOException when the file cannot be written
   */
  public int write(Path target, Iterable<CardGroup> groups) throws IOException {
    return WholeFile.<Integer, IOException>write(
        target,
        out -> {
          try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            describe(document);
            int cards = 0;
            try (CardPages pages = new CardPages(document, columns, rowHeight)) {
              for (CardGroup group : groups) {
                pages.draw(group);
                cards += group.cards().size();
              }
            }
            new PageFooters(document).write(footer);
            document.save(out);
            return cards;
          }
        });
  }

  private void describe(PDDocument document) {
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setCreator("Gestmat");
    document.getDocumentCatalog().setLanguage("fr-FR");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }
}
