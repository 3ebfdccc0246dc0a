package fr.gestmat.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * All applications of a campaign as one workbook, by the product's own job, from the button to the
 * file; then, once more, what a full collection leaves on the server's heap meanwhile.
 */
final class AidExport {

  /** The case asks for less than 256 MB; what is written row by row needs far less. */
  private static final double HEAP_LIMIT_MB = 64;

  private AidExport() {}

  /**
   * Measures it with what is loaded.
   *
   * @param visit an officer
   * @throws IllegalStateException if the file has not a row for each application
   */
  static List<Figure> measure(Product product, Connection owner, Visit visit) throws Exception {
    String form = "etat=TOUS&campagne=" + text(owner, "select public_id from aid_campaign");
    long sent =
        Long.parseLong(
            text(owner, "select count(*) from aid_application where submitted_at is not null"));
    long start = System.nanoTime();
    String file = export(visit, form);
    double seconds = (System.nanoTime() - start) / 1e9;
    long rows = rows(visit, file);
    if (rows != sent) {
      throw new IllegalStateException(rows + " rows in the file of " + sent + " applications");
    }
    double growth = ServerHeap.growth(product, () -> export(visit, form)) / 1e6;
    return List.of(
        Figure.of("All applications as a workbook, by the job", "%.1f s (%,d rows)", seconds, rows),
        Figure.atMost(
            HEAP_LIMIT_MB, growth, "MB", "The most that it adds to the live heap meanwhile"));
  }

  /** Where the file is taken away. */
  private static String export(Visit visit, String form) throws IOException, InterruptedException {
    return visit.file(visit.post("/dossiers/exports", form), "/dossiers/exports/");
  }

  /** Rows of all sheets below their headings. */
  private static long rows(Visit visit, String address) throws Exception {
    Path file = Files.createTempFile("gestmat-bench-", ".xlsx");
    try (InputStream content = visit.content(address)) {
      Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      return rows(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static long rows(Path file) throws IOException, XMLStreamException {
    long rows = 0;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        if (entry.getName().startsWith("xl/worksheets/sheet")) {
          try (InputStream sheet = zip.getInputStream(entry)) {
            rows += rows(sheet) - 1;
          }
        }
      }
    }
    return rows;
  }

  private static long rows(InputStream content) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XMLStreamReader sheet = factory.createXMLStreamReader(content);
    long rows = 0;
    while (sheet.hasNext()) {
      if (sheet.next() == XMLStreamReader.START_ELEMENT && sheet.getLocalName().equals("row")) {
        rows++;
      }
    }
    return rows;
  }

  private static String text(Connection owner, String sql) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
