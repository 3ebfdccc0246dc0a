package fr.gestmat.reports.photo;

import fr.gestmat.reports.pdf.PdfFile;
import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * A paper that somebody sends as a proof: a PDF as it came, or a picture of it as {@link Photo}
 * keeps one. The bytes say what it is, not its name.
 *
 * @param content its bytes
 * @param mediaType {@code application/pdf} or {@code image/jpeg}
 * @param ending how its name ends
 */
public record SentPaper(byte[] content, String mediaType, String ending) {

  private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

  /**
   * Takes a file as a paper.
   *
   * @param file the bytes as they were sent, at most {@link Photo#MOST_BYTES}
   * @throws PhotoException if it is neither a PDF nor a picture that can be read
   */
  public static SentPaper of(byte[] file) throws PhotoException {
    if (file.length > Photo.MOST_BYTES) {
      throw new PhotoException(PhotoProblem.TOO_LARGE);
    }
    if (file.length < PDF.length || !Arrays.equals(PDF, Arrays.copyOf(file, PDF.length))) {
      return new SentPaper(Photo.of(file).jpeg(), "image/jpeg", ".jpg");
    }
    try (PDDocument document = PdfFile.open(file)) {
      if (document.getNumberOfPages() == 0) {
        throw new PhotoException(PhotoProblem.DAMAGED);
      }
      return new SentPaper(file, "application/pdf", ".pdf");
    } catch (IOException | RuntimeException e) {
      // Without its pages, or closed by a password: nobody could read it.
      throw new PhotoException(PhotoProblem.DAMAGED);
    }
  }
}
