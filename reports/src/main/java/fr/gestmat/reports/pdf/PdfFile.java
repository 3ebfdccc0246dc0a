package fr.gestmat.reports.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;

/**
 * Opens a PDF whose sender is not known. A small file can ask for more memory than the server has;
 * nothing of it is decoded that was not counted before.
 */
public final class PdfFile {

  private PdfFile() {}

  /**
   * Opens a file, to be closed.
   *
   * @param file of some megabytes
   * @throws TooMuchException if it holds more than a scan or a letter needs
   * @throws IOException if it cannot be read
   */
  public static PDDocument open(Path file) throws IOException {
    boolean lenient = PdfBytes.check(Files.readAllBytes(file));
    return open(new RandomAccessReadBufferedFile(file.toFile()), lenient);
  }

  /**
   * The same of what is in memory.
   *
   * @throws TooMuchException if it holds more than a scan or a letter needs
   * @throws IOException if it cannot be read
   */
  public static PDDocument open(byte[] file) throws IOException {
    return open(new RandomAccessReadBuffer(file), PdfBytes.check(file));
  }

  private static PDDocument open(RandomAccessRead source, boolean lenient) throws IOException {
    Parser parser = new Parser(source);
    try {
      PDDocument document = parser.parse(lenient);
      try {
        parser.checkAll(document);
      } catch (IOException | RuntimeException e) {
        document.close();
        throw e;
      }
      return document;
    } catch (IOException | RuntimeException e) {
      IOUtils.closeQuietly(source);
      parser.check();
      throw e;
    }
  }

  /** Counts each stream as it comes, decrypted and before anybody decodes it. */
  private static final class Parser extends PDFParser {

    private final PdfBudget budget = new PdfBudget();
    private final Set<Long> counted = new HashSet<>();
    private int depth;
    private @Nullable TooMuchException refusal;

    Parser(RandomAccessRead source) throws IOException {
      super(source, "", null, null, IOUtils.createTempFileOnlyStreamCache());
    }

    /** Whoever asks for an object takes one that cannot be read for none; so all are asked for. */
    void checkAll(PDDocument document) throws IOException {
      for (COSObjectKey key : List.copyOf(document.getDocument().getXrefTable().keySet())) {
        check();
        try {
          document.getDocument().getObjectFromPool(key).getObject();
        } catch (RuntimeException e) {
          // What nothing refers to may be anything.
          continue;
        }
      }
      check();
      checkContents(document);
      check();
    }

    private void check() throws TooMuchException {
      if (refusal != null) {
        throw refusal;
      }
    }

    /** What is drawn is no picture, which may hold more. */
    private void checkContents(PDDocument document) throws IOException {
      for (PDPage page : document.getPages()) {
        for (Iterator<PDStream> i = page.getContentStreams(); i.hasNext(); ) {
          if (COSName.IMAGE.equals(i.next().getCOSObject().getCOSName(COSName.SUBTYPE))) {
            throw new TooMuchException("a picture as a page");
          }
        }
      }
    }

    @Override
    protected synchronized COSBase parseObjectDynamically(COSObjectKey key, boolean required)
        throws IOException {
      depth++;
      try {
        COSBase object = super.parseObjectDynamically(key, required);
        if (object instanceof COSStream stream) {
          budget.take(stream);
        }
        return object;
      } catch (TooMuchException e) {
        refusal = e;
        throw e;
      } finally {
        depth--;
      }
    }

    /** Outside of objects there are only the streams that say where objects are. */
    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
      COSStream stream = super.parseCOSStream(dictionary);
      if (depth == 0) {
        structure(stream);
      }
      return stream;
    }

    @Override
    protected COSBase parseObjectStreamObject(long holder, COSObjectKey key) throws IOException {
      COSBase held = document.getObjectFromPool(new COSObjectKey(holder, 0)).getObject();
      if (held instanceof COSStream stream && counted.add(holder)) {
        structure(stream);
      }
      return super.parseObjectStreamObject(holder, key);
    }

    private void structure(COSStream stream) throws IOException {
      try {
        budget.takeStructure(stream);
      } catch (TooMuchException e) {
        refusal = e;
        throw e;
      }
    }
  }
}
