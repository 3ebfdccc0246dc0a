package fr.gestmat.reports.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
  private static final String HEADER = "\uFEFFN° de série;Nombre;Prix;Achat;Prêté le;Complet\r\n";

  @TempDir Path folder;

  private String write(Lent... rows) throws Exception {
    Path target = folder.resolve("prets.csv");
    Written written = CsvFile.write(target, Lent.TABLE, RowSource.of(List.of(rows)));
    assertThat(written).isEqualTo(new Written(rows.length, 1, 0));
    return Files.readString(target);
  }

  @Test
  void writesWhatFrenchSpreadsheetsExpect() throws Exception {
    assertThat(write(Lent.full()))
        .isEqualTo(HEADER + "5CD1234XYZ;-3;-38,50;01/09/2026;23/11/2026 14:05;oui\r\n");
  }

  @Test
  void l106_neutralisesFormulasInTextOnly() throws Exception {
    assertThat(write(Lent.of("=cmd|' /C calc'!A0"), Lent.of("-12"), Lent.of("@\"a;b")))
        .isEqualTo(
            HEADER + "'=cmd|' /C calc'!A0;;;;;\r\n" + "'-12;;;;;\r\n" + "\"'@\"\"a;b\";;;;;\r\n");
  }

  @Test
  void l105_aFailingRowLeavesNoFile() {
    Path target = folder.resolve("prets.csv");
    assertThatThrownBy(
            () ->
                CsvFile.<Lent, SQLException>write(
                    target,
                    Lent.TABLE,
                    sink -> {
                      sink.accept(Lent.full());
                      throw new SQLException("cursor lost");
                    }))
        .isInstanceOf(SQLException.class);
    assertThat(folder).isEmptyDirectory();
  }
}
