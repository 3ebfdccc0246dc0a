package fr.gestmat.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.reports.sheet.SheetProblem.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetProblemTest {
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final SheetLimits LIMITS = new SheetLimits(1 << 20, 8 << 20, 50, 1_000, 20, 100);

  @TempDir Path folder;

  private SheetProblem problem(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("envoi"), content);
    try (Sheet sheet = Sheet.open(file, LIMITS)) {
      while (sheet.next().isPresent()) {
        // to the end, or to the problem
      }
      return sheet.problem().orElse(new SheetProblem(Kind.EMPTY, -1));
    }
  }

  private static byte[] xlsx() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.createSheet().createRow(0).createCell(0).setCellValue("Série");
      workbook.getSheetAt(0).createRow(1).createCell(0).setCellValue("5CD1");
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private static Map<String, byte[]> parts(byte[] zip) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] withPart(String name, String content) throws IOException {
    Map<String, byte[]> parts = parts(xlsx());
    parts.put(name, content.getBytes(StandardCharsets.UTF_8));
    return zip(parts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|EMPTY",
        "' \n;;\n'|EMPTY",
        "'1;2\n3;4'|NO_HEADER",
        "'<!DOCTYPE html><html><table>'|HTML",
        "' <HTML xmlns=\"x\">'|HTML",
        "'<?xml version=\"1.0\"?><html>'|HTML",
        "'<?xml version=\"1.0\"?><Workbook/>'|NOT_A_SPREADSHEET",
        "'%PDF-1.7 ...'|NOT_A_SPREADSHEET",
        "'{\\rtf1 x}'|NOT_A_SPREADSHEET",
        "'PNG\0\0\0'|NOT_A_SPREADSHEET"
      })
  void whatIsNoSheetIsNamed(String content, Kind expected) throws IOException {
    assertThat(problem(content.getBytes(StandardCharsets.UTF_8)).kind()).isEqualTo(expected);
  }

  @Test
  void anOldExcelFileIsNamed() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet();
      workbook.write(out);
    }
    assertThat(problem(out.toByteArray())).isEqualTo(new SheetProblem(Kind.OLD_EXCEL, 0));
    byte[] cut = Arrays.copyOf(out.toByteArray(), 700);
    assertThat(problem(cut).kind()).isEqualTo(Kind.DAMAGED);
  }

  @Test
  void aPasswordIsNamed() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream inner = encryptor.getDataStream(container)) {
        inner.write(xlsx());
      }
      container.writeFilesystem(out);
    }
    assertThat(problem(out.toByteArray()).kind()).isEqualTo(Kind.ENCRYPTED);
  }

  @Test
  void otherArchivesAreNamed() throws IOException {
    byte[] text = "x".getBytes(StandardCharsets.UTF_8);
    byte[] ods = "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8);
    byte[] word =
        "<Types><Override ContentType='wordprocessingml.document.main+xml'/></Types>"
            .getBytes(StandardCharsets.UTF_8);
    byte[] xlsb =
        "<Types><Default ContentType='application/vnd.ms-excel.sheet.binary.macroEnabled.main'/></Types>"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(problem(zip(Map.of("a.csv", text))).kind()).isEqualTo(Kind.NOT_A_SPREADSHEET);
    assertThat(problem(zip(Map.of("mimetype", ods))).kind()).isEqualTo(Kind.OPEN_DOCUMENT);
    assertThat(problem(zip(Map.of("[Content_Types].xml", word))).kind())
        .isEqualTo(Kind.NOT_A_SPREADSHEET);
    assertThat(problem(zip(Map.of("[Content_Types].xml", xlsb))).kind()).isEqualTo(Kind.OLD_EXCEL);
  }

  @Test
  void aTruncatedFileIsNamed() throws IOException {
    byte[] whole = xlsx();
    assertThat(problem(Arrays.copyOf(whole, whole.length / 2)).kind()).isEqualTo(Kind.DAMAGED);
  }

  @Test
  void aTruncatedSheetGivesTheRowsBefore() throws IOException {
    String cut =
        "<worksheet><sheetData><row r='1'><c t='inlineStr'><is><t>Série</t></is></c></row>"
            + "<row r='2'><c t='inlineStr'><is><t>5CD1</t></is></c></row><row r='3'><c";
    assertThat(problem(withPart(SHEET, cut))).isEqualTo(new SheetProblem(Kind.DAMAGED, 2));
  }

  @Test
  void entitiesAreNeverLoaded() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    String hostile =
        "<!DOCTYPE x [<!ENTITY e SYSTEM '"
            + secret.toUri()
            + "'>]><worksheet><sheetData><row r='1'><c t='inlineStr'><is><t>S&e;</t></is></c></row>"
            + "</sheetData></worksheet>";
    assertThat(problem(withPart(SHEET, hostile)).kind()).isEqualTo(Kind.DAMAGED);
    String strings =
        "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]><sst><si><t>&e;</t></si></sst>";
    assertThat(problem(withPart("xl/sharedStrings.xml", strings)).kind()).isEqualTo(Kind.DAMAGED);
  }

  @Test
  void aBillionLaughsAreNotLaughed() throws IOException {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 'ha'>");
    for (int i = 1; i < 10; i++) {
      laughs
          .append("<!ENTITY a")
          .append(i)
          .append(" '")
          .append(("&a" + (i - 1) + ";").repeat(10))
          .append("'>");
    }
    laughs.append("]><Types>&a9;</Types>");
    for (String part : new String[] {SHEET, "xl/workbook.xml", "xl/styles.xml"}) {
      assertThat(problem(withPart(part, laughs.toString())).kind())
          .as(part)
          .isEqualTo(Kind.DAMAGED);
    }
  }

  @Test
  void aZipBombIsNotInflated() throws IOException {
    Map<String, byte[]> parts = parts(xlsx());
    parts.put("xl/media/image1.png", new byte[9 << 20]);
    byte[] bomb = zip(parts);
    assertThat(bomb.length).isLessThan(100_000);
    assertThat(problem(bomb).kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void tooManyPartsAreRefused() throws IOException {
    Map<String, byte[]> parts = parts(xlsx());
    for (int i = 0; i < 60; i++) {
      parts.put("xl/media/" + i, new byte[0]);
    }
    assertThat(problem(zip(parts)).kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void tooManyBytesAreRefusedUnread() throws IOException {
    assertThat(problem(new byte[(1 << 20) + 1]).kind()).isEqualTo(Kind.TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource({"r='1e9'", "r='-1'", "r='A0'", "s='x'"})
  void oddReferencesDoNoHarm(String attributes) throws IOException {
    String odd =
        "<worksheet><sheetData><row r='1'><c t='inlineStr'><is><t>Série</t></is></c></row><row><c "
            + attributes
            + "><v>1</v></c></row></sheetData></worksheet>";
    assertThat(problem(withPart(SHEET, odd)).kind()).isIn(Kind.DAMAGED, Kind.EMPTY);
  }

  @Test
  void aStringThatIsNotThereIsDamage() throws IOException {
    String odd =
        "<worksheet><sheetData><row><c t='s'><v>99999</v></c></row></sheetData></worksheet>";
    assertThat(problem(withPart(SHEET, odd))).isEqualTo(new SheetProblem(Kind.DAMAGED, 0));
  }
}
