package fr.gestmat.reports.sheet;

import fr.gestmat.reports.sheet.SheetProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells whether a ZIP is an XLSX, and whole, and how large it really is, before it is parsed. */
final class XlsxArchive {
  private static final int BUFFER = 1 << 16;
  private static final String TYPES = "[Content_Types].xml";

  private XlsxArchive() {}

  static void check(Path file, SheetLimits limits) throws UnreadableException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > limits.zipEntries()) {
        throw new UnreadableException(Kind.TOO_LARGE);
      }
      checkSize(zip, limits.inflatedBytes());
      checkKind(zip);
    } catch (UnreadableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException(Kind.DAMAGED);
    }
  }

  /** Inflates every part: the sizes that a bomb declares are lies. */
  private static void checkSize(ZipFile zip, long most) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long inflated = 0;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      try (InputStream in = zip.getInputStream(entries.nextElement())) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          inflated += read;
          if (inflated > most) {
            throw new UnreadableException(Kind.TOO_LARGE);
          }
        }
      }
    }
  }

  private static void checkKind(ZipFile zip) throws IOException {
    ZipEntry mime = zip.getEntry("mimetype");
    if (mime != null && content(zip, mime).contains("opendocument.spreadsheet")) {
      throw new UnreadableException(Kind.OPEN_DOCUMENT);
    }
    ZipEntry types = zip.getEntry(TYPES);
    String declared = types == null ? "" : content(zip, types);
    if (declared.contains("spreadsheetml.sheet.main+xml")
        || declared.contains("ms-excel.sheet.macroEnabled.main+xml")
        || declared.contains("spreadsheetml.template.main+xml")) {
      return;
    }
    boolean binary = declared.contains("ms-excel.sheet.binary");
    throw new UnreadableException(binary ? Kind.OLD_EXCEL : Kind.NOT_A_SPREADSHEET);
  }

  private static String content(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readNBytes(1 << 20), StandardCharsets.UTF_8);
    }
  }
}
