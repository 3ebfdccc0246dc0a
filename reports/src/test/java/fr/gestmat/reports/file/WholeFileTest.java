package fr.gestmat.reports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void appearsOnlyWhenItIsComplete() throws Exception {
    Path target = folder.resolve("export.csv");
    int told =
        WholeFile.write(
            target,
            out -> {
              out.write("entier".getBytes(StandardCharsets.UTF_8));
              assertThat(target).doesNotExist();
              return 6;
            });
    assertThat(told).isEqualTo(6);
    assertThat(target).hasContent("entier");
    assertThat(folder.toFile().list()).containsExactly("export.csv");
  }

  @Test
  void l105_aFailureLeavesTheOlderFileAndNothingElse() throws Exception {
    Path target = folder.resolve("export.csv");
    Files.writeString(target, "hier");
    assertThatThrownBy(
            () ->
                WholeFile.<Integer, SQLException>write(
                    target,
                    out -> {
                      out.write(1);
                      throw new SQLException("cursor lost");
                    }))
        .isInstanceOf(SQLException.class);
    assertThat(target).hasContent("hier");
    assertThat(folder.toFile().list()).containsExactly("export.csv");
  }
}
