package fr.gestmat.notice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gestmat.notice.control.Letters.Head;
import fr.gestmat.notice.control.Letters.Letter;
import fr.gestmat.notice.control.Letters.Line;
import fr.gestmat.notice.entity.NoticeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of mails. */
class LettersTest {

  private static final Map<String, String> FACTS =
      Map.ofEntries(
          Map.entry("who", "la signature d'un responsable"),
          Map.entry("device", "Portable 14"),
          Map.entry("tag", "T-1"),
          Map.entry("pupil", "Léa Essai"),
          Map.entry("due", "mardi 1er juin 2027"),
          Map.entry("day", "lundi 2 novembre 2026"),
          Map.entry("when", "lundi 14 juin 2027 à 9 h"),
          Map.entry("place", "au CDI"),
          Map.entry("remark", ""),
          Map.entry("kind", "perte"),
          Map.entry("decision", "Rien n'est à payer."),
          Map.entry("amount", "39,00 €"),
          Map.entry("before", "78,00 €"),
          Map.entry("what", "la perte de Portable 14 (T-1)"),
          Map.entry("reason", "Il n'est ni au CDI ni à la loge."),
          Map.entry("class", "TG3"),
          Map.entry("child", "Léa Essai"),
          Map.entry("number", "1204"),
          Map.entry("next", "Elle est complète."),
          Map.entry("file", "facture.jpg"),
          Map.entry("until", "18 h 30"),
          Map.entry("answer", "c'est confirmé"),
          Map.entry("link", "https://gestmat.example/aide"));

  private static Head head(Optional<String> stop) {
    return new Head("Zoé Essai", "Lycée A", "Région B", Optional.empty(), stop);
  }

  @ParameterizedTest
  @EnumSource(NoticeKind.class)
  void every_kind_has_its_sentences(NoticeKind kind) {
    Letter letter = Letters.write(head(Optional.empty()), List.of(new Line(kind, FACTS)));
    assertThat(letter.subject()).isNotBlank().doesNotContain("{");
    String named =
        switch (kind) {
          case AID_LINK -> "18 h 30";
          // Officers know their files by number.
          case AID_ENDS_OFFICER -> "1204";
          default -> "Léa Essai";
        };
    assertThat(letter.text()).contains(named).doesNotContain("{");
    assertThat(letter.html()).contains(named).doesNotContain("{");
  }

  @Test
  void who_told_nobody_their_name_is_greeted_without() {
    Line line = new Line(NoticeKind.AID_LINK, FACTS);
    Head named = head(Optional.empty());
    Head unnamed = new Head("", "", "Région B", Optional.empty(), Optional.empty());
    assertThat(Letters.write(named, List.of(line)).text()).startsWith("Bonjour Zoé Essai,\n");
    assertThat(Letters.write(unnamed, List.of(line)).text()).startsWith("Bonjour,\n");
  }

  @Test
  void notices_of_one_kind_stand_together_and_the_same_is_said_once() {
    Line one = new Line(NoticeKind.DUE_SOON, FACTS);
    Map<String, String> other = new HashMap<>(FACTS);
    other.put("tag", "T-2");
    Letter letter =
        Letters.write(
            head(Optional.empty()), List.of(one, new Line(NoticeKind.DUE_SOON, other), one));
    assertThat(letter.text()).containsOnlyOnce("T-1").containsOnlyOnce("T-2");
    assertThat(letter.text()).containsOnlyOnce("prochainement");
  }

  @Test
  void what_somebody_typed_is_text_and_begins_no_line_of_its_own() {
    Map<String, String> evil = new HashMap<>(FACTS);
    evil.put("device", "<b>x</b>\r\nBcc: all@exemple.invalid $1 {tag}");
    Letter letter =
        Letters.write(head(Optional.empty()), List.of(new Line(NoticeKind.DUE_SOON, evil)));
    assertThat(letter.html()).contains("&lt;b&gt;x").doesNotContain("<b>");
    assertThat(letter.text()).doesNotContain("\nBcc").contains("$1 {tag}");
  }

  @Test
  void a_missing_value_is_an_error_not_a_hole() {
    assertThatThrownBy(() -> Letters.parts(List.of(new Line(NoticeKind.DUE_SOON, Map.of()))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_way_out_is_said_when_there_is_one() {
    Letter letter =
        Letters.write(
            head(Optional.of("https://gestmat.example/rappels-par-courriel?jeton=G1.x")),
            List.of(new Line(NoticeKind.DUE_SOON, FACTS)));
    assertThat(letter.text()).contains("https://gestmat.example/rappels-par-courriel?jeton=G1.x");
    assertThat(letter.html())
        .contains("<a href=\"https://gestmat.example/rappels-par-courriel?jeton=G1.x\">");
  }
}
