package fr.gestmat.lending.control.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.AgreementCode;
import fr.gestmat.lending.control.agreement.PaperRule.Named;
import fr.gestmat.lending.control.agreement.PaperRule.Problem;
import fr.gestmat.lending.control.agreement.PaperRule.Verdict;
import fr.gestmat.lending.control.agreement.SigningRule.Facts;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.agreement.SigningRule.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private static Facts facts(String text) {
    return new Facts(
        text.contains("cancelled"),
        text.contains("expired")
            ? Optional.of(TODAY.minusDays(1))
            : text.contains("lastDay") ? Optional.of(TODAY) : Optional.empty(),
        text.contains("back") || text.contains("out") ? 2 : 0,
        text.contains("out") ? 1 : 0,
        text.contains("promised") ? 1 : 0,
        text.contains("minor"),
        text.contains("P"),
        text.contains("G"),
        text.contains("declined"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'', AWAITED",
    "P, SIGNED",
    "minor P, AWAITED",
    "minor G, AWAITED",
    "minor P G, SIGNED",
    "declined, DECLINED",
    "P declined, SIGNED",
    "out P, SIGNED",
    "back P, CLOSED",
    "back, CLOSED",
    "back promised, AWAITED",
    "expired P, EXPIRED",
    "lastDay P, SIGNED",
    "cancelled P G, CANCELLED",
    "back expired, CLOSED",
  })
  void l010_where_an_agreement_stands(String text, Standing standing) {
    assertThat(facts(text).on(TODAY)).isEqualTo(standing);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({
    "'', PUPIL, ''",
    "minor P, GUARDIAN, ''",
    "declined, PUPIL, ''",
    "P, PUPIL, alreadySigned",
    "minor G, GUARDIAN, alreadySigned",
    "promised, PUPIL, lineWithoutDevice",
    "promised P, PUPIL, lineWithoutDevice alreadySigned",
    "back, PUPIL, CLOSED",
    "expired, PUPIL, EXPIRED",
    "cancelled, PUPIL, CANCELLED",
  })
  void l063_l069_what_keeps_from_signing(String text, Party party, String codes) {
    assertThat(SigningRule.agreement(facts(text), party, TODAY))
        .extracting(Refusal::code)
        .containsExactly(codes.isEmpty() ? new String[0] : codes.split(" ", -1));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"'', nothingLent", "out, stillOut", "back, ''"})
  void a_receipt_says_that_everything_is_back(String text, String code) {
    assertThat(SigningRule.receipt(facts(text), false))
        .extracting(Refusal::code)
        .containsExactly(code.isEmpty() ? new String[0] : new String[] {code});
    assertThat(SigningRule.receipt(facts("back"), true))
        .extracting(Refusal::code)
        .containsExactly("alreadySigned");
  }

  @ParameterizedTest(name = "{0} {1}: {2} {3}")
  @CsvSource({
    "SIGNATURE, minor, '', PUPIL GUARDIAN",
    "SIGNATURE, minor P, '', GUARDIAN",
    "SIGNATURE, '', '', PUPIL",
    "TEXT, minor, '', ''",
    "SIGNATURE, P, ALREADY_SIGNED, ''",
    "SIGNATURE, expired, EXPIRED, ''",
    "SIGNATURE, back, EXPIRED, ''",
    "TEXT, cancelled, CANCELLED, ''",
    "SIGNATURE, promised, NO_DEVICE, ''",
    "RECEIPT, back P, '', PUPIL",
    "RECEIPT, out P, NOT_RETURNED, ''",
  })
  void a_page_files_itself_or_says_why_not(
      AgreementCode.Page page, String text, String problem, String parties) {
    Verdict verdict =
        PaperRule.judge(
            Optional.of(new AgreementCode(page, "x")),
            Optional.of(new Named(true, facts(text), false)),
            TODAY);

    assertThat(verdict.problem().map(Problem::name).orElse("")).isEqualTo(problem);
    assertThat(verdict.parties())
        .extracting(Party::name)
        .containsExactly(parties.isEmpty() ? new String[0] : parties.split(" ", -1));
  }

  @Test
  void a_page_without_a_known_agreement_of_ours_waits() {
    Optional<AgreementCode> code =
        Optional.of(new AgreementCode(AgreementCode.Page.SIGNATURE, "x"));
    assertThat(PaperRule.judge(Optional.empty(), Optional.empty(), TODAY).problem())
        .contains(Problem.NO_CODE);
    assertThat(PaperRule.judge(code, Optional.empty(), TODAY).problem()).contains(Problem.UNKNOWN);
    assertThat(
            PaperRule.judge(code, Optional.of(new Named(false, facts(""), false)), TODAY).problem())
        .contains(Problem.OTHER_SCHOOL);
  }

  @Test
  void fields_are_filled_in_once_and_nothing_else_is() {
    String filled =
        MergeText.fill(
            "{eleve.prenom} {eleve.nom}, {eleve.classe} $1",
            Map.of(
                MergeField.PUPIL_GIVEN_NAME, "{eleve.nom}",
                MergeField.PUPIL_FAMILY_NAME, "O'Neill \\ $0"));
    assertThat(filled).isEqualTo("{eleve.nom} O'Neill \\ $0,  $1");
  }

  @ParameterizedTest
  @CsvSource({
    "'Bonjour {eleve.nom}', ''",
    "'Bonjour {eleve.mom}', unknownField",
    "'${eleve.nom} {{eleve.nom}}', looseBrace",
    "'{T(java.lang.Runtime)} {eleve.nom}', unknownField",
    "'{', looseBrace",
    "'<b>{eleve.nom}</b>', ''",
  })
  void a_text_holds_known_fields_only(String body, String code) {
    List<Refusal> found = TextRule.refusals(new TextRule.Typed("Nom", "Titre", body, ""));
    assertThat(found)
        .extracting(Refusal::code)
        .containsExactly(code.isEmpty() ? new String[0] : new String[] {code});
  }

  @Test
  void an_unknown_field_is_named() {
    assertThat(TextRule.refusals(new TextRule.Typed("Nom", "Titre", "{eleve.mom} {x}", "")).get(0))
        .isEqualTo(Refusal.of("texte", "unknownField", "eleve.mom, x"));
  }

  @Test
  void a_digest_does_not_depend_on_line_ends_and_changes_with_any_part() {
    byte[] one = new TextRule.Typed("Nom", "Titre", "a\r\nb", "").digest();
    assertThat(one).isEqualTo(new TextRule.Typed("Autre nom", "Titre", "a\nb", "").digest());
    assertThat(one).isNotEqualTo(new TextRule.Typed("Nom", "Titre", "a\nb", "c").digest());
    assertThat(one).isNotEqualTo(new TextRule.Typed("Nom", "Titrea", "\nb", "").digest());
    assertThat(one).hasSize(32);
  }
}
