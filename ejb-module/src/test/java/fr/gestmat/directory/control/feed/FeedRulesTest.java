package fr.gestmat.directory.control.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.directory.entity.GuardianshipKind;
import fr.gestmat.directory.entity.Uai;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          EXTERNE LIBRE                              | DAY                    | 0
          EXTERNE SURVEILLE                          | DAY                    | 0
          EXTERNE SURVEILLÉ                          | DAY                    | 0
          DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT     | HALF_BOARDER           | 0
          DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT 1   | HALF_BOARDER           | 1
          DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT 4   | HALF_BOARDER           | 4
          DEMI-PENSIONNAIRE DANS L’ÉTABLISSEMENT 5   | HALF_BOARDER           | 5
          DEMI-PENSIONNAIRE AU TICKET                | HALF_BOARDER_TICKET    | 0
          DEMI-PENSIONNAIRE HORS L'ETABLISSEMENT     | HALF_BOARDER_ELSEWHERE | 0
          INTERNE DANS L'ETABLISSEMENT               | BOARDER                | 0
          INTERNE HEBERGE                            | BOARDER_HOUSED         | 0
          """)
  void a_known_regime_has_a_meaning(String text, BoardingStatus status, int meals) {
    assertThat(Regime.of(text))
        .contains(new Regime(status, meals == 0 ? OptionalInt.empty() : OptionalInt.of(meals)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"INTERNE 5 JOURS", "", "DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT 6", "LUNE"})
  void an_unknown_regime_has_none(String text) {
    assertThat(Regime.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "OLD, 0, false",
    "OLD, 1, true",
    "OLD, 2, true",
    "OLD, 3, false",
    "NEW, 0, false",
    "NEW, 1, true",
    "NEW, 2, false"
  })
  void authority_is_read_in_the_form_of_the_set(LinkCodes codes, int authority, boolean legal) {
    assertThat(codes.legal(authority)).isEqualTo(legal);
  }

  @ParameterizedTest
  @CsvSource({"3, 0, OLD", "0, 3, NEW", "0, 0, NEW", "5, 2, OLD", "2, 5, NEW", "3, 3, NEW"})
  void the_form_of_a_set_is_that_of_most_links(long oldLinks, long newLinks, LinkCodes form) {
    assertThat(LinkCodes.of(oldLinks, newLinks)).isEqualTo(form);
  }

  /** The ministry's nomenclature N_LIEN_ELEVE_RESPONSABLE (BCN), old codes and new ones. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1  | père                          | FATHER
          2  | mère                          | MOTHER
          3  | tuteur                        | TUTOR
          4  | autre membre de la famille    | RELATIVE
          5  | aide sociale à l'enfance      | CHILD_WELFARE
          6  | autre cas                     | OTHER
          7  | élève lui-même                | SELF
          10 | mère                          | MOTHER
          20 | père                          | FATHER
          37 | fratrie                       | RELATIVE
          38 | ascendant                     | RELATIVE
          39 | autre membre de la famille    | RELATIVE
          41 | éducateur                     | CARER
          42 | assistant familial            | CARER
          43 | garde d'enfants               | CARER
          50 | tuteur                        | TUTOR
          51 | aide sociale à l'enfance      | CHILD_WELFARE
          70 | élève lui-même                | SELF
          90 | autre lien                    | OTHER
          """)
  void a_link_code_says_who_the_guardian_is(int code, String label, GuardianshipKind kind) {
    assertThat(LinkCodes.kind(code)).as(label).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 9, 11, 30, 40, 52, 60, 80, 99})
  void a_link_code_of_no_list_says_nothing(int code) {
    assertThat(LinkCodes.kind(code)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0750655E, true", "0750655F, false", "0000000A, true", "0000000V, false"})
  void the_letter_of_a_school_code_is_computed(String uai, boolean right) {
    assertThat(Uai.hasRightLetter(uai)).isEqualTo(right);
  }

  @Test
  void names_are_compared_without_accents_hyphens_and_apostrophes() {
    assertThat(NameKey.tokens("Le Goff", "Anaïs")).containsExactly("legoff", "le", "goff", "anais");
    assertThat(NameKey.tokens("O’Brien-Œuf", "Jean-Éloi"))
        .containsExactly("obrienoeuf", "o", "brien", "oeuf", "jeaneloi", "jean", "eloi");
    assertThat(NameKey.line("D'Artagnan", "Çédric")).isEqualTo("d artagnan cedric");
    assertThat(NameKey.words("  -- 'x' \t Ÿmåge")).containsExactly("x", "ymage");
  }

  @Test
  void control_characters_and_odd_blanks_never_pass() {
    assertThat(FeedText.clean(" a\u0000b\u00a0\u00a0c\td ")).isEqualTo("a b c d");
    assertThat(FeedText.clean("déjà propre")).isEqualTo("déjà propre");
  }
}
