package fr.gestmat.identity.control.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names inside a ZIP are the family's, and lead nowhere. */
class PersonalArchiveTest {

  @ParameterizedTest
  @CsvSource({
    "documents/avis d'impôt.pdf, fichiers/documents/1-avis d_impôt.pdf",
    "documents/../../etc/passwd, fichiers/documents/_/_/etc/1-passwd",
    "C:\\evil.pdf, fichiers/1-C__evil.pdf"
  })
  void an_entry_stays_in_its_folder(String name, String entry) {
    assertThat(PersonalArchive.entryName(1, name)).isEqualTo(entry);
  }
}
