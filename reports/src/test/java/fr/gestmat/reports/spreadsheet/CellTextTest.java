package fr.gestmat.reports.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+33", "-1", "@x", "\tx", "\rx", "\nx", " =1", "\u00A0=1", "＝1", "＠x"})
  void l106_whatAProgramCouldRunIsSeen(String text) {
    assertThat(CellText.looksLikeFormula(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a=1", "5CD-1", "Élodie", "'=1", "a\tb"})
  void plainTextIsLeftAlone(String text) {
    assertThat(CellText.looksLikeFormula(text)).isFalse();
  }

  @Test
  void whatXmlForbidsIsRemoved() {
    assertThat(CellText.printable("a\u0000b\u0008c\u007Fd\uFFFEe\uD800f")).isEqualTo("abcdef");
    assertThat(CellText.printable("a\r\nb\rc\td😀")).isEqualTo("a\nb\nc\td😀");
    assertThat(CellText.printable("Noël")).isSameAs("Noël");
  }

  @Test
  void aTextThatIsTooLongSaysThatItIsCut() {
    String cut = CellText.cut("😀".repeat(20_000));
    assertThat(cut.length()).isLessThanOrEqualTo(CellText.MAX_LENGTH);
    assertThat(cut).endsWith("😀 … [texte coupé]");
    assertThat(CellText.cut("x".repeat(CellText.MAX_LENGTH))).hasSize(CellText.MAX_LENGTH);
  }
}
