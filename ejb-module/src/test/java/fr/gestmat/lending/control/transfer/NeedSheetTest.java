package fr.gestmat.lending.control.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs that come as a spreadsheet. */
class NeedSheetTest {

  @TempDir private Path folder;

  private NeedSheet read(String csv) throws IOException {
    return NeedSheet.read(Files.writeString(folder.resolve("besoins.csv"), csv));
  }

  @Test
  void columns_are_found_by_their_headings_wherever_they_are() throws IOException {
    assertThat(read("Établissement;Élèves entrants;UAI\nLycée Kléber;1 250;0670001A\n").text())
        .isEqualTo("0670001A ; 1 250 ; Lycée Kléber");
  }

  @Test
  void without_headings_the_first_two_columns_count_and_the_first_row_is_one() throws IOException {
    assertThat(read("0670001A;120;Lycée Kléber\n0670002B;80;\n").text())
        .isEqualTo("0670001A ; 120 ; Lycée Kléber\n0670002B ; 80");
  }

  @Test
  void every_row_is_accounted_for_also_those_that_are_wrong() throws IOException {
    NeedSheet sheet = read("UAI;Entrants\n0670001A;12\nLycée Kléber;\n0679999Z;3\n");

    NeedText said = NeedText.read(sheet.text(), Set.of("0670001A"));

    assertThat(sheet.text().lines()).hasSize(3);
    assertThat(said.entrants()).isEqualTo(Map.of("0670001A", 12));
    assertThat(said.problems())
        .extracting(Refusal::code)
        .containsExactly("needUnreadable", "needUnknown");
  }

  @Test
  void what_is_no_spreadsheet_is_said() throws IOException {
    assertThat(read("").problem()).isEqualTo(Optional.of("EMPTY"));
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
    assertThat(NeedSheet.read(Files.write(folder.resolve("besoins.xlsx"), png)).problem())
        .isEqualTo(Optional.of("NOT_A_SPREADSHEET"));
  }
}
