package fr.gestmat.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SheetCsvTest {
  @TempDir Path folder;

  private Sheet open(byte[] content, SheetLimits limits) throws IOException {
    return Sheet.open(Files.write(folder.resolve("livraison.csv"), content), limits);
  }

  private Sheet open(String content) throws IOException {
    return open(content.getBytes(StandardCharsets.UTF_8), SheetLimits.usual());
  }

  private static List<SheetRow> rows(Sheet sheet) throws IOException {
    List<SheetRow> rows = new ArrayList<>();
    for (Optional<SheetRow> row = sheet.next(); row.isPresent(); row = sheet.next()) {
      rows.add(row.get());
    }
    return rows;
  }

  private static SheetRow row(int line, String... cells) {
    return new SheetRow(line, List.of(cells), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252", "ISO-8859-15"})
  void theCharsetIsFound(String charset) throws IOException {
    String text = "Prénom;Ville;Prix €\nZoé;Œting;38,50 €\n";
    try (Sheet sheet = open(text.getBytes(Charset.forName(charset)), SheetLimits.usual())) {
      assertThat(sheet.headings()).containsExactly("Prénom", "Ville", "Prix €");
      assertThat(rows(sheet)).containsExactly(row(2, "Zoé", "Œting", "38,50 €"));
      assertThat(sheet.problem()).isEmpty();
    }
  }

  @Test
  void utf16LittleEndianAsExcelWritesIt() throws IOException {
    byte[] text = "\uFEFFNom\tÂge\r\nZoé\t7\r\n".getBytes(StandardCharsets.UTF_16LE);
    try (Sheet sheet = open(text, SheetLimits.usual())) {
      assertThat(sheet.headings()).containsExactly("Nom", "Âge");
      assertThat(rows(sheet)).containsExactly(row(2, "Zoé", "7"));
    }
  }

  @Test
  void aByteOrderMarkIsNoPartOfAQuotedHeading() throws IOException {
    try (Sheet sheet = open("\uFEFF\"Nom; prénom\";Âge\nx;1")) {
      assertThat(sheet.headings()).containsExactly("Nom; prénom", "Âge");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "a;b\\nx;1,5\\ny;2,5",
        "a,b\\n\"x\",1;5\\ny,2",
        "a\\tb\\nx, z\\t1;5",
        "sep=;\\na;b\\nx;1",
        "\"a;c;d;e\",b\\nx,1",
        "a, c;b\\nx;1\\ny;2"
      })
  void theSeparatorIsFound(String escaped) throws IOException {
    String text = escaped.replace("\\n", "\n").replace("\\t", "\t");
    try (Sheet sheet = open(text)) {
      assertThat(sheet.headings()).as(text).hasSize(2).last().isEqualTo("b");
      assertThat(rows(sheet)).allMatch(row -> row.problem().isEmpty());
    }
  }

  @Test
  void oneColumnNeedsNoSeparator() throws IOException {
    try (Sheet sheet = open("Code\nA1\nA2")) {
      assertThat(sheet.headings()).containsExactly("Code");
      assertThat(rows(sheet)).containsExactly(row(2, "A1"), row(3, "A2"));
    }
  }

  @Test
  void lineNumbersAreThoseOfTheFile() throws IOException {
    try (Sheet sheet = open("\n\na;b\n\n1;\"x\ny\"\n;\n 2 ;\u00A0z\n")) {
      assertThat(sheet.headings()).containsExactly("a", "b");
      assertThat(rows(sheet)).containsExactly(row(5, "1", "x\ny"), row(8, "2", "z"));
    }
  }

  @Test
  void lineNumbersCountExcelsSeparatorLine() throws IOException {
    try (Sheet sheet = open("sep=;\na;b\n1;2\n")) {
      assertThat(rows(sheet)).containsExactly(row(3, "1", "2"));
    }
  }

  @Test
  void raggedRowsAreGivenWithTheirProblem() throws IOException {
    try (Sheet sheet = open("a;b;c\n1;2\n1;2;3;4\n1;2;3;;\n1;2;3\n")) {
      assertThat(rows(sheet))
          .containsExactly(
              new SheetRow(2, List.of("1", "2", ""), Optional.of(RowProblem.TOO_FEW_CELLS)),
              new SheetRow(3, List.of("1", "2", "3"), Optional.of(RowProblem.TOO_MANY_CELLS)),
              row(4, "1", "2", "3"),
              row(5, "1", "2", "3"));
    }
  }

  @Test
  void cellsAreTextAsTyped() throws IOException {
    try (Sheet sheet = open("a;b;c\n00123;=\"00456\";5\" d'écran\n\"a\"\"b\";+1;\"q\"x\n")) {
      assertThat(rows(sheet))
          .containsExactly(row(2, "00123", "00456", "5\" d'écran"), row(3, "a\"b", "+1", "qx"));
    }
  }

  @Test
  void aCellBeyondTheLimitIsCutAndSaid() throws IOException {
    SheetLimits limits = new SheetLimits(1000, 1000, 10, 10, 10, 5);
    byte[] text = "a;b\n123456;x\n".getBytes(StandardCharsets.UTF_8);
    try (Sheet sheet = open(text, limits)) {
      assertThat(rows(sheet))
          .containsExactly(
              new SheetRow(2, List.of("12345", "x"), Optional.of(RowProblem.CELL_TOO_LONG)));
    }
  }

  @Test
  void rowsBeyondTheLimitStopTheReading() throws IOException {
    SheetLimits limits = new SheetLimits(1000, 1000, 10, 2, 10, 5);
    try (Sheet sheet = open("a\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8), limits)) {
      assertThat(rows(sheet)).hasSize(2);
      assertThat(sheet.problem()).contains(new SheetProblem(SheetProblem.Kind.TOO_MANY_ROWS, 4));
    }
  }

  @Test
  void anOpenQuotationMarkIsSaidWithTheLineBefore() throws IOException {
    try (Sheet sheet = open("a;b\n1;2\n3;\"4\n5;6\n")) {
      assertThat(rows(sheet)).containsExactly(row(2, "1", "2"));
      assertThat(sheet.problem()).contains(new SheetProblem(SheetProblem.Kind.DAMAGED, 2));
    }
  }

  @Test
  void anOpenQuotationMarkDoesNotSwallowALargeFile() throws IOException {
    try (Sheet sheet = open("a;b\n1;\"2\n" + "x;y\n".repeat(2_000_000))) {
      assertThat(rows(sheet)).isEmpty();
      assertThat(sheet.problem()).contains(new SheetProblem(SheetProblem.Kind.DAMAGED, 1));
    }
  }

  @Test
  void aLastLetterCutShortDoesNotChangeTheCharset() throws IOException {
    byte[] whole = "Prénom\nZoé".getBytes(StandardCharsets.UTF_8);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
    try (Sheet sheet = open(cut, SheetLimits.usual())) {
      assertThat(sheet.headings()).containsExactly("Prénom");
    }
  }

  @Test
  void l104_fortyThousandRowsAreAllAccountedFor() throws IOException {
    StringBuilder text = new StringBuilder("N° de série;Modèle\n");
    for (int i = 1; i <= 40_000; i++) {
      text.append("5CD").append(i).append(i % 1000 == 0 ? "\n" : ";ProBook\n");
    }
    try (Sheet sheet = open(text.toString())) {
      List<SheetRow> rows = rows(sheet);
      assertThat(rows).hasSize(40_000);
      assertThat(rows.get(39_999).line()).isEqualTo(40_001);
      assertThat(rows.stream().filter(row -> row.problem().isPresent())).hasSize(40);
      assertThat(sheet.problem()).isEmpty();
    }
  }
}
