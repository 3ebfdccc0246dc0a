package fr.gestmat.reports.spreadsheet;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.streaming.SheetDataWriter;

/**
 * POI's streaming workbook with strings in the cells (a table of shared strings would grow with the
 * rows), whose rows wait on disk compressed at the fastest level: POI's own level costs a third of
 * an export's time for a file that is deleted at once.
 */
final class XlsxStream extends SXSSFWorkbook {
  private static final int ROWS_IN_MEMORY = 16;

  XlsxStream() {
    super(null, ROWS_IN_MEMORY, false, false);
  }

  @Override
  protected SheetDataWriter createSheetDataWriter() throws IOException {
    return new FastWriter();
  }

  private static final class FastWriter extends SheetDataWriter {
    private static final int BUFFER_BYTES = 1 << 14;

    FastWriter() throws IOException {
      super();
    }

    @Override
    protected OutputStream decorateOutputStream(FileOutputStream file) throws IOException {
      return new GZIPOutputStream(file, BUFFER_BYTES) {
        {
          def.setLevel(Deflater.BEST_SPEED);
        }
      };
    }

    @Override
    protected InputStream decorateInputStream(FileInputStream file) throws IOException {
      return new GZIPInputStream(file, BUFFER_BYTES);
    }
  }
}
