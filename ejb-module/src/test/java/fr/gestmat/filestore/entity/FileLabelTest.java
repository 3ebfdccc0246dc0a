package fr.gestmat.filestore.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileLabelTest {

  @ParameterizedTest
  @CsvSource({
    "Matériels du lycée.xlsx, Matériels du lycée.xlsx",
    "../../etc/passwd, .._.._etc_passwd",
    "'  ', fichier",
    "'a\tb\r\nc', a_b__c",
    "C:\\x?.csv, C__x_.csv"
  })
  void aNameNeverLeavesItsFolderOrItsHeader(String typed, String safe) {
    assertThat(new FileLabel(FilePurpose.UPLOAD, typed, "text/csv").fileName()).isEqualTo(safe);
  }

  @org.junit.jupiter.api.Test
  void aLongNameIsCut() {
    assertThat(new FileLabel(FilePurpose.UPLOAD, "x".repeat(900), "text/csv").fileName())
        .hasSize(200);
  }
}
