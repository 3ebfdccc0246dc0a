package fr.gestmat.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypefaceTest {
  private PDDocument document;
  private Typeface typeface;

  @BeforeEach
  void load() throws IOException {
    document = new PDDocument();
    typeface = Typeface.regular(document);
  }

  @AfterEach
  void close() throws IOException {
    document.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Œuvre àâäéèêëîïôùûüÿç «€» – …, Œuvre àâäéèêëîïôùûüÿç «€» – …",
    "Nguyễn, Nguyen",
    "😀, ?",
    "中, ?"
  })
  void lettersThatAreNotThereAreReplaced(String text, String expected) {
    assertThat(typeface.printable(text)).isEqualTo(expected);
  }

  @Test
  void blanksAndControlsBecomeSpacesOrNothing() {
    assertThat(typeface.printable("a\tb\u202F:\u2009c\nd\u0007\u200B")).isEqualTo("a b\u00A0: c d");
  }

  @Test
  void wrapsAfterWordsAndHyphensAndCutsTheRest() {
    float room = typeface.width("Rochefoucauld-", 10);
    assertThat(typeface.wrap("La Rochefoucauld-Montbéliard", 10, room, 3))
        .containsExactly("La", "Rochefoucauld-", "Montbéliard");
    assertThat(typeface.wrap("x".repeat(99), 10, room, 2))
        .hasSize(2)
        .allMatch(line -> typeface.width(line, 10) <= room)
        .last()
        .asString()
        .endsWith(Typeface.ELLIPSIS);
    assertThat(typeface.wrap("", 10, room, 2)).isEqualTo(List.of(""));
    assertThat(typeface.wrap("abc", 10, 0.1f, 2)).hasSize(2);
  }
}
