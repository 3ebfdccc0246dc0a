package fr.gestmat.web.mealaid.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.document.DocumentAction;
import fr.gestmat.mealaid.control.document.VirusScanner;
import fr.gestmat.mealaid.entity.document.ReadNotice.Outcome;
import fr.gestmat.mealaid.entity.document.ScanState;
import fr.gestmat.mealaid.entity.document.TrustedCertificate;
import fr.gestmat.reports.attachment.AttachmentProblem;
import fr.gestmat.web.view.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code of a document has a sentence in both languages. */
class DocumentTextsTest {

  private static <T> Stream<String> keys(T[] values, Function<T, String> key) {
    return Arrays.stream(values).map(key);
  }

  static Stream<String> a_code_has_a_sentence() {
    return Stream.of(
            keys(DocumentAction.values(), DocumentAction::textKey),
            keys(AttachmentProblem.values(), p -> "aiddocument.refused.document" + p),
            keys(ScanState.values(), s -> "aiddocument.scan." + s),
            keys(Outcome.values(), o -> "aiddocument.notice." + o),
            keys(TrustedCertificate.Kind.values(), k -> "aidtrust.kind." + k),
            Arrays.stream(ScanState.values())
                .filter(ScanState::asksAgain)
                .map(s -> "aiddocument.again." + s),
            Arrays.stream(VirusScanner.Status.values())
                .filter(s -> s != VirusScanner.Status.THERE)
                .map(s -> "aiddocument.scanner." + s),
            Stream.of("TooMany", "UnknownKind", "Closed", "HandedIn")
                .map(c -> "aiddocument.refused.document" + c))
        .flatMap(keys -> keys);
  }

  @ParameterizedTest
  @MethodSource
  void a_code_has_a_sentence(String key) {
    for (Locale language : List.of(Locale.FRANCE, Locale.UK)) {
      assertThat(Texts.in(language).has(key)).as(key + " in " + language).isTrue();
    }
  }
}
