package fr.gestmat.reports.sheet;

import fr.gestmat.reports.sheet.SheetProblem.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFReader;

/** The rows of the first sheet of an XLSX, pulled from its XML; only the strings are in memory. */
final class XlsxRows implements RowReader {
  private final OPCPackage opened;
  private final XMLStreamReader xml;
  private final XlsxValues values;
  private final int columns;
  private final int longest;
  private int line;

  private XlsxRows(OPCPackage opened, XMLStreamReader xml, XlsxValues values, SheetLimits limits) {
    this.opened = opened;
    this.xml = xml;
    this.values = values;
    this.columns = limits.columns() + 1;
    this.longest = limits.cellLength() + 1;
  }

  static XlsxRows open(Path file, SheetLimits limits) throws IOException {
    XlsxArchive.check(file, limits);
    OPCPackage opened = opened(file);
    try {
      XSSFReader parts = new XSSFReader(opened, true);
      XlsxValues values = XlsxValues.read(parts, limits);
      Iterator<InputStream> sheets = parts.getSheetsData();
      if (!sheets.hasNext()) {
        throw new UnreadableException(Kind.EMPTY);
      }
      return new XlsxRows(opened, SafeXml.reader(sheets.next()), values, limits);
    } catch (UnreadableException e) {
      opened.revert();
      throw e;
    } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException e) {
      opened.revert();
      throw new UnreadableException(Kind.DAMAGED);
    }
  }

  private static OPCPackage opened(Path file) throws UnreadableException {
    try {
      return OPCPackage.open(file.toFile(), PackageAccess.READ);
    } catch (OpenXML4JException | RuntimeException e) {
      throw new UnreadableException(Kind.DAMAGED);
    }
  }

  @Override
  public Optional<RawRow> read() throws IOException {
    try {
      while (xml.hasNext()) {
        if (SafeXml.next(xml) == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("row")) {
          String number = xml.getAttributeValue(null, "r");
          line = number == null ? line + 1 : Integer.parseInt(number);
          return Optional.of(new RawRow(line, cells()));
        }
      }
      return Optional.empty();
    } catch (XMLStreamException | RuntimeException e) {
      throw new UnreadableException(Kind.DAMAGED);
    }
  }

  private List<String> cells() throws XMLStreamException {
    List<String> cells = new ArrayList<>();
    while (true) {
      int event = SafeXml.next(xml);
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
        return cells;
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
        add(cells);
      }
    }
  }

  /** Cells that are left out are empty; beyond the limit one cell stands for all the others. */
  private void add(List<String> cells) throws XMLStreamException {
    String reference = xml.getAttributeValue(null, "r");
    int column = reference == null ? cells.size() : new CellReference(reference).getCol();
    String type = xml.getAttributeValue(null, "t");
    String style = xml.getAttributeValue(null, "s");
    String value = values.text(type, style, content());
    if (value.isEmpty() || column < cells.size()) {
      return;
    }
    int kept = Math.min(column, columns);
    while (cells.size() < kept) {
      cells.add("");
    }
    if (cells.size() <= columns) {
      cells.add(value);
    }
  }

  /** The text of v or of is/t, without formulas and without how to pronounce it (rPh). */
  private String content() throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean wanted = false;
    int phonetic = 0;
    while (true) {
      int event = SafeXml.next(xml);
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        phonetic += name.equals("rPh") ? 1 : 0;
        wanted = phonetic == 0 && (name.equals("v") || name.equals("t"));
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        String name = xml.getLocalName();
        if (name.equals("c")) {
          return text.toString();
        }
        phonetic -= name.equals("rPh") ? 1 : 0;
        wanted = false;
      } else if (wanted && xml.hasText() && text.length() < longest) {
        String part = xml.getText();
        text.append(part, 0, Math.min(part.length(), longest - text.length()));
      }
    }
  }

  @Override
  public boolean writesEmptyCells() {
    return false;
  }

  @Override
  public void close() throws IOException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    } finally {
      opened.revert();
    }
  }
}
