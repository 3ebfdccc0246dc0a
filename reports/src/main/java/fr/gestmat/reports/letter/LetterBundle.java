package fr.gestmat.reports.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/** Several letters as one file, to be printed in one go. */
public final class LetterBundle {

  private LetterBundle() {}

  /**
   * One file of all their pages, in this order; titles, tags and language of the first letter are
   * kept.
   *
   * @param letters each a PDF; at least one
   * @throws IOException if one is no PDF
   */
  public static byte[] of(List<byte[]> letters) throws IOException {
    if (letters.isEmpty()) {
      throw new IllegalArgumentException("no letter");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PDFMergerUtility merger = new PDFMergerUtility();
    letters.forEach(letter -> merger.addSource(new RandomAccessReadBuffer(letter)));
    merger.setDestinationStream(out);
    merger.mergeDocuments(IOUtils.createTempFileOnlyStreamCache());
    return out.toByteArray();
  }
}
