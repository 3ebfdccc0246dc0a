package fr.gestmat.lending.boundary.stock;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Role;
import fr.gestmat.filestore.entity.FilePurpose;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** L105, M-I22: who takes a file away must hold a role of the page that offers it, then and now. */
class DownloadsTest {

  @ParameterizedTest
  @CsvSource({
    "EXPORT, LOAN_AGENT LOAN_MANAGER REGION_MANAGER ADMIN",
    "LABELS, LOAN_AGENT LOAN_MANAGER REGION_MANAGER ADMIN",
    "REPAIRS, LOAN_MANAGER REGION_MANAGER ADMIN",
    "CERTIFICATE, LOAN_MANAGER REGION_MANAGER",
    "CLASS_SHEETS, LOAN_AGENT LOAN_MANAGER",
  })
  void a_file_is_for_the_roles_of_its_page(FilePurpose purpose, String roles) {
    assertThat(readers(purpose)).isEqualTo(roles);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"EXPORT", "LABELS", "REPAIRS", "CERTIFICATE", "CLASS_SHEETS"})
  void what_was_not_made_to_be_taken_away_here_is_for_nobody(FilePurpose purpose) {
    assertThat(readers(purpose)).isEmpty();
  }

  private static String readers(FilePurpose purpose) {
    return Arrays.stream(Downloads.readers(purpose))
        .map(Role::name)
        .collect(Collectors.joining(" "));
  }
}
