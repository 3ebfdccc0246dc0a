package fr.gestmat.bench.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerritoryRowsTest {

  private final TerritoryPlan plan =
      new TerritoryPlan(new TerritorySize(3, 300, 400, 9_000, 250, 2));

  @Test
  void everyRowHasAFieldForEachColumn() {
    for (TableLoad table : new TerritoryRows(plan).all()) {
      int columns = table.columns().split(",").length;
      List<String> lines = text(table).lines().toList();
      assertThat(lines).as(table.table()).hasSize(table.rows());
      assertThat(lines)
          .as(table.table())
          .allMatch(line -> line.split("\t", -1).length == columns)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void theSameTerritoryIsMadeEachTime() {
    List<TableLoad> first = new TerritoryRows(plan).all();
    List<TableLoad> second = new TerritoryRows(plan).all();
    for (int i = 0; i < first.size(); i++) {
      assertThat(text(first.get(i))).isEqualTo(text(second.get(i)));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 7500001A", "1, 7500002B", "349, 7500350E"})
  void aSchoolHasACodeWithItsLetter(int school, String uai) {
    assertThat(TerritoryRows.uai(school)).isEqualTo(uai);
  }

  private static String text(TableLoad table) {
    try (RowStream rows = new RowStream(table.rows(), table.writer())) {
      return new String(rows.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
