package fr.gestmat.reports.document;

import fr.gestmat.reports.file.WholeFile;
import fr.gestmat.reports.spreadsheet.RowSource;
import fr.gestmat.reports.tagged.Description;
import fr.gestmat.reports.tagged.StructureTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A document to print: a title, a few facts, one table over as many A4 pages as it needs with its
 * headings on each, totals at the end, and pages that say "Page 2 sur 3". A screen reader finds its
 * title, its language, the cells of the table and the heading of each (PDF/UA-1).
 */
public final class TableDocument {
  private TableDocument() {}

  /**
   * Writes the document. The file appears complete or not at all.
   *
   * @param <R> the row
   * @param <E> what reading the rows may throw
   * @param target the file to appear; its folder exists
   * @param head what stands above the table
   * @param columns the columns from left to right
   * @param rows the rows
   * @param totals asked for after the last row
   * @return how many pages it has
   * @throws IOException when the file cannot be written
   * @throws E when the rows cannot be read
   */
  public static <R, E extends Exception> int write(
      Path target,
      DocumentHead head,
      List<DocumentColumn<R>> columns,
      RowSource<R, E> rows,
      Supplier<List<Fact>> totals)
      throws IOException, E {
    return WholeFile.<Integer, E>write(
        target,
        out -> {
          try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            Description.write(document, head.title());
            StructureTree structure = new StructureTree(document);
            try (TablePages<R> pages = new TablePages<>(document, structure, head, columns)) {
              rows.pushTo(pages::row);
              pages.totals(totals.get());
            }
            new PageFooters(document).write(head.footer());
            structure.finish();
            document.save(out);
            return document.getNumberOfPages();
          }
        });
  }
}
