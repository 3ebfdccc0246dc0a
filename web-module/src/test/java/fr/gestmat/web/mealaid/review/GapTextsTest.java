package fr.gestmat.web.mealaid.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.decision.Gap;
import fr.gestmat.mealaid.control.eligibility.Unknown;
import fr.gestmat.mealaid.control.form.DocumentKind;
import fr.gestmat.mealaid.control.scale.Missing;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can be missing has its words, in both languages. */
class GapTextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "_en"})
  void everything_that_can_be_missing_has_words(String language) throws IOException {
    Properties review = texts("review", language);
    Stream.of(Unknown.values())
        .filter(unknown -> unknown != Unknown.INCOME)
        .forEach(unknown -> assertThat(review).containsKey("review.gap.what." + unknown));
    Stream.of(Missing.values())
        .forEach(figure -> assertThat(review).containsKey("review.gap.what." + figure));
    Stream.of(Gap.Way.values()).forEach(way -> assertThat(review).containsKey("review.gap." + way));
    Properties documents = texts("aiddocument", language);
    Stream.of(DocumentKind.values())
        .forEach(kind -> assertThat(documents).containsKey("aiddocument.kind." + kind));
  }

  private static Properties texts(String name, String language) throws IOException {
    Properties texts = new Properties();
    try (var in =
        new InputStreamReader(
            GapTextsTest.class.getResourceAsStream(
                "/fr/gestmat/web/text/" + name + language + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(in);
    }
    return texts;
  }
}
