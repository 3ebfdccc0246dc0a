package fr.gestmat.web.mealaid.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.notice.entity.NoticeKind;
import fr.gestmat.web.view.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of an application names every mail that can be about one. */
class MailTextsTest {

  static Stream<NoticeKind> kinds() {
    return Arrays.stream(NoticeKind.values()).filter(NoticeKind::mealAid);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_mail_has_a_name(NoticeKind kind) {
    assertThat(Texts.in(Locale.FRANCE).has("review.mail." + kind)).isTrue();
    assertThat(Texts.in(Locale.UK).has("review.mail." + kind)).isTrue();
  }
}
