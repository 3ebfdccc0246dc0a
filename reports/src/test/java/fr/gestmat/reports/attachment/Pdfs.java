package fr.gestmat.reports.attachment;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** PDFs for tests. */
final class Pdfs {

  private Pdfs() {}

  /** A change that may fail. */
  @FunctionalInterface
  interface Change {
    void to(PDDocument document) throws IOException;
  }

  /** A PDF of pages that say "page 1", "page 2". */
  static Path write(Path file, int pages, Change change) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 1; i <= pages; i++) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
          content.newLineAtOffset(72, 700);
          content.showText("page " + i);
          content.endText();
        }
      }
      change.to(document);
      document.save(file.toFile());
    }
    return file;
  }

  static Path plain(Path file, int pages) throws IOException {
    return write(file, pages, document -> {});
  }

  /** With a password to open it, or only one to change it. */
  static Path locked(Path file, String userPassword) throws IOException {
    return write(
        file,
        1,
        document -> {
          AccessPermission none = new AccessPermission();
          none.setCanModify(false);
          document.protect(new StandardProtectionPolicy("owner", userPassword, none));
        });
  }
}
