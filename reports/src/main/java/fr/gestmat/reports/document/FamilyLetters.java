package fr.gestmat.reports.document;

import fr.gestmat.reports.file.WholeFile;
import fr.gestmat.reports.spreadsheet.RowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * Letters to families who have no mail address: a page for each pupil, in the order they come, to
 * be handed out in class.
 */
public final class FamilyLetters {
  private static final float TITLE = 16;
  private static final float BODY = 11.5f;
  private static final float LEADING = 1.4f;
  private static final float BOTTOM = 60;
  private static final float WIDTH = TablePages.PAGE.getWidth() - 2 * TablePages.MARGIN;
  private static final int MOST_LINES = 12;

  private FamilyLetters() {}

  /**
   * A letter.
   *
   * @param pupil the pupil's name
   * @param schoolClass the class; empty if none
   * @param subject what it is about
   * @param parts what it says
   */
  public record Letter(String pupil, String schoolClass, String subject, List<Part> parts) {
    /** Keeps its own copy. */
    public Letter {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A part of a letter.
   *
   * @param intro a sentence or two
   * @param lines what it is about, one line each
   */
  public record Part(String intro, List<String> lines) {
    /** Keeps its own copy. */
    public Part {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Writes the letters. The file appears complete or not at all.
   *
   * @param <E> what reading the letters may throw
   * @param target the file to appear; its folder exists
   * @param authority on whose behalf
   * @param school who writes
   * @param day the date of the letters
   * @param letters one for each pupil
   * @return how many pages it has
   * @throws IOException when the file cannot be written
   * @throws E when the letters cannot be read
   */
  public static <E extends Exception> int write(
      Path target, String authority, String school, LocalDate day, RowSource<Letter, E> letters)
      throws IOException, E {
    return WholeFile.<Integer, E>write(
        target,
        out -> {
          try (PDDocument document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            document.getDocumentInformation().setTitle("Courriers aux familles");
            document.getDocumentCatalog().setLanguage("fr-FR");
            Typeface regular = Typeface.regular(document);
            Typeface bold = Typeface.bold(document);
            letters.pushTo(
                letter -> {
                  try (Pen pen = new Pen(document, regular, bold)) {
                    pen.letter(letter, authority, school, day);
                  }
                });
            if (document.getNumberOfPages() == 0) {
              document.addPage(new PDPage(TablePages.PAGE));
            }
            new PageFooters(document).write(school);
            document.save(out);
            return document.getNumberOfPages();
          }
        });
  }

  /** One letter being written. */
  private static final class Pen implements AutoCloseable {
    private final PDDocument document;
    private final Typeface regular;
    private final Typeface bold;
    private PDPageContentStream content;
    private float y;

    Pen(PDDocument document, Typeface regular, Typeface bold) throws IOException {
      this.document = document;
      this.regular = regular;
      this.bold = bold;
      this.content = open();
    }

    void letter(Letter letter, String authority, String school, LocalDate day) throws IOException {
      paragraph(school, bold, BODY, 0);
      paragraph(authority, regular, BODY, 0);
      y -= BODY;
      paragraph(FrenchTime.day(day.atStartOfDay(ZoneOffset.UTC)), regular, BODY, 0);
      y -= BODY;
      paragraph(
          "À la famille de "
              + letter.pupil()
              + (letter.schoolClass().isEmpty() ? "" : ", classe " + letter.schoolClass()),
          bold,
          BODY,
          0);
      y -= BODY;
      paragraph(letter.subject(), bold, TITLE, 0);
      y -= BODY;
      for (Part part : letter.parts()) {
        paragraph(part.intro(), regular, BODY, 0);
        for (String line : part.lines()) {
          paragraph("– " + line, regular, BODY, BODY);
        }
        y -= BODY;
      }
    }

    @Override
    public void close() throws IOException {
      content.close();
    }

    private PDPageContentStream open() throws IOException {
      PDPage page = new PDPage(TablePages.PAGE);
      document.addPage(page);
      y = TablePages.PAGE.getHeight() - TablePages.MARGIN;
      return new PDPageContentStream(document, page);
    }

    private void paragraph(String words, Typeface typeface, float size, float indent)
        throws IOException {
      for (String line :
          typeface.wrap(typeface.printable(words), size, WIDTH - indent, MOST_LINES)) {
        if (y - size * LEADING < BOTTOM) {
          content.close();
          content = open();
        }
        y -= size * LEADING;
        content.beginText();
        content.setFont(typeface.font(), size);
        content.newLineAtOffset(TablePages.MARGIN + indent, y);
        content.showText(line);
        content.endText();
      }
    }
  }
}
