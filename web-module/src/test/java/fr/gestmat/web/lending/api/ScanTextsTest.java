package fr.gestmat.web.lending.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.ScanChoice;
import fr.gestmat.lending.control.ScanReason;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.web.view.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code has a sentence in both languages, and the sentence says all its data. */
class ScanTextsTest {

  private static final Locale[] LANGUAGES = {Locale.FRANCE, Locale.UK};

  @ParameterizedTest
  @EnumSource
  void a_reason_has_a_sentence_that_says_its_data(ScanReason reason) throws Exception {
    for (String file : new String[] {"scan.properties", "scan_en.properties"}) {
      Properties sentences = new Properties();
      try (var in = Texts.class.getResourceAsStream("/fr/gestmat/web/text/" + file);
          var reader = new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8)) {
        sentences.load(reader);
      }
      String sentence = sentences.getProperty("scan.reason." + reason);
      assertThat(sentence).as(file).isNotBlank();
      for (int i = 0; i < reason.data().size(); i++) {
        if (!reason.data().get(i).equals("schoolClass")) {
          assertThat(sentence).as(file).contains("{" + i);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource
  void a_code_has_a_sentence(String key) {
    for (Locale language : LANGUAGES) {
      assertThat(Texts.in(language).has(key)).as(key + " in " + language).isTrue();
    }
  }

  static Stream<Arguments> a_code_has_a_sentence() {
    return Stream.of(
            Arrays.stream(ScanChoice.values()).map(choice -> "scan.choice." + choice),
            Arrays.stream(ConditionGrade.values()).map(grade -> "scan.grade." + grade),
            Arrays.stream(LendingAction.values()).map(LendingAction::textKey))
        .flatMap(keys -> keys)
        .map(Arguments::of);
  }
}
