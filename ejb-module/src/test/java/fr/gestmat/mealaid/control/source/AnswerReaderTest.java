package fr.gestmat.mealaid.control.source;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.source.SourceAnswer.FamilyQuotient;
import fr.gestmat.mealaid.control.source.SourceAnswer.Later;
import fr.gestmat.mealaid.control.source.SourceAnswer.NotFound;
import fr.gestmat.mealaid.control.source.SourceAnswer.Proof;
import fr.gestmat.mealaid.control.source.SourceAnswer.Refused;
import fr.gestmat.mealaid.control.source.SourceAnswer.Scholarship;
import fr.gestmat.mealaid.entity.source.MinistryBoarding;
import fr.gestmat.mealaid.entity.source.Provider;
import fr.gestmat.mealaid.entity.source.ScholarshipStatus;
import fr.gestmat.mealaid.entity.source.SourceKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

  private static final String QUOTIENT =
      """
      {"data": {"quotient_familial": {"fournisseur": "%s", "valeur": %s, "annee": 2026, "mois": %s,
         "annee_calcul": 2026, "mois_calcul": 10},
        "allocataires": [{"nom_naissance": "VIDAL", "nom_usage": null, "prenoms": "ODILE",
          "date_naissance": "1985-02-03", "sexe": "F"}],
        "enfants": [{"nom_naissance": "VIDAL", "nom_usage": null, "prenoms": "MARIUS JEAN",
          "date_naissance": "2013-04-05", "sexe": "M"},
          {"nom_naissance": "BRUN", "nom_usage": "VIDAL", "prenoms": "ANA", "date_naissance": "?"}]},
       "links": {}, "meta": %s}
      """;

  private static final String PUPIL =
      """
      {"data": {"identite": {"nom": "VIDAL", "prenom": "MARIUS", "sexe": "M",
          "date_naissance": "2013-04-05"}, "annee_scolaire": "2026-2027", %s
        "etablissement": {"code_uai": "0990421T", "code_ministere_tutelle": "06"}},
       "links": {}, "meta": {}}
      """;

  private static SourceAnswer quotient(int status, String body) {
    return AnswerReader.read(
        SourceKind.FAMILY_QUOTIENT, new HttpAnswer(status, body, Optional.empty()));
  }

  private static SourceAnswer pupil(int status, String body) {
    return AnswerReader.read(
        SourceKind.SCHOLARSHIP, new HttpAnswer(status, body, Optional.empty()));
  }

  private static String error(String code) {
    return "{\"errors\": [{\"code\": \"%s\", \"title\": \"T\", \"detail\": \"D\", \"meta\": {}}]}"
        .formatted(code);
  }

  @ParameterizedTest
  @CsvSource({"CNAF, CNAF", "CAF, CNAF", "MSA, MSA"})
  @DisplayName("M-N17: a quotient is one of the CAF or the MSA, with its month and who says it")
  void a_quotient(String supplier, Provider provider) {
    FamilyQuotient answer =
        (FamilyQuotient) quotient(200, QUOTIENT.formatted(supplier, "412", "9", "{}"));
    assertThat(answer.value()).isEqualByComparingTo("412");
    assertThat(answer.month()).isEqualTo(YearMonth.of(2026, 9));
    assertThat(answer.computed()).contains(YearMonth.of(2026, 10));
    assertThat(answer.provider()).isEqualTo(provider);
    assertThat(answer.children()).hasSize(2);
    assertThat(answer.children().get(1).birthDate()).isEmpty();
    assertThat(answer.proof()).isEmpty();
  }

  @Test
  @DisplayName("M-N16: the proof is kept when the source gives one")
  void a_proof() {
    FamilyQuotient answer =
        (FamilyQuotient)
            quotient(
                200,
                QUOTIENT.formatted(
                    "CNAF",
                    "412.5",
                    "9",
                    "{\"pdf_verification_link\": \"https://preuve.invalid/v/1\","
                        + " \"pdf_verification_code\": \"AB12-X9K3-TZ\"}"));
    assertThat(answer.proof()).contains(new Proof("https://preuve.invalid/v/1", "AB12-X9K3-TZ"));
    assertThat(answer.value()).isEqualTo(new BigDecimal("412.5"));
  }

  @Test
  @DisplayName("M-N16: a link that is no address of the web is no proof")
  void no_proof() {
    FamilyQuotient answer =
        (FamilyQuotient)
            quotient(
                200,
                QUOTIENT.formatted(
                    "CNAF",
                    "412",
                    "9",
                    "{\"pdf_verification_link\": \"javascript:alert(1)\","
                        + " \"pdf_verification_code\": \"AB12\"}"));
    assertThat(answer.proof()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "-1", "null", "\"412\""})
  @DisplayName("M-N09, M-F05: a quotient of 0 or without value asks for a document, never 0")
  void never_zero(String value) {
    assertThat(quotient(200, QUOTIENT.formatted("CNAF", value, "9", "{}")))
        .isEqualTo(new NotFound(ValueReader.NO_QUOTIENT));
  }

  @ParameterizedTest
  @CsvSource(
      value = {"CNAF|13", "CNAF|null", "CNAF|9.5", "DGFIP|9", "|9"},
      delimiter = '|',
      emptyValue = "")
  @DisplayName("M-N17: a tax office's quotient or an impossible month is for a person")
  void not_ours(String supplier, String month) {
    assertThat(
            quotient(200, QUOTIENT.formatted(supplier == null ? "" : supplier, "412", month, "{}")))
        .isEqualTo(new Refused(200, AnswerReader.UNREADABLE, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "404, 37003, NOT_FOUND",
    "404, 30003, NOT_FOUND",
    "429, 00429, LATER",
    "502, 37999, LATER",
    "504, 37002, LATER",
    "504, 30002, LATER",
    "401, 00101, REFUSED",
    "403, 00100, REFUSED",
    "422, 00366, REFUSED",
    "400, 00001, REFUSED",
    "500, 00999, REFUSED",
    "503, 00503, REFUSED",
    "302, 00302, REFUSED",
  })
  @DisplayName("M-F25: only 404 asks for documents, only 429, 502 and 504 mean later")
  void statuses(int status, String code, String wanted) {
    for (SourceAnswer answer : List.of(quotient(status, error(code)), pupil(status, error(code)))) {
      switch (wanted) {
        case "NOT_FOUND" -> assertThat(answer).isEqualTo(new NotFound(code));
        case "LATER" -> assertThat(answer).isEqualTo(new Later(Optional.empty(), code));
        default -> assertThat(answer).isEqualTo(new Refused(status, code, "D"));
      }
    }
  }

  @Test
  @DisplayName("M-F25: how long to wait is taken from a 429, and no answer is like a 504")
  void wait_and_silence() {
    assertThat(
            AnswerReader.read(
                SourceKind.FAMILY_QUOTIENT,
                new HttpAnswer(429, error("00429"), Optional.of(Duration.ofSeconds(7)))))
        .isEqualTo(new Later(Optional.of(Duration.ofSeconds(7)), "00429"));
    assertThat(AnswerReader.read(SourceKind.SCHOLARSHIP, HttpAnswer.NONE))
        .isEqualTo(new Later(Optional.empty(), AnswerReader.NO_ANSWER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"101", "102", "111", "121", "122", "131", "132", "133", "141"})
  @DisplayName("M-N10: the CAF's codes of a file that gives no right ask for a document")
  void caf_justifies(String code) {
    assertThat(quotient(502, error(code))).isEqualTo(new NotFound(code));
    assertThat(quotient(500, error(code))).isEqualTo(new NotFound(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"201", "211", "221", "231", "241"})
  @DisplayName("M-N10: the CAF's technical codes mean later")
  void caf_again(String code) {
    assertThat(quotient(502, error(code))).isEqualTo(new Later(Optional.empty(), code));
    assertThat(quotient(500, error(code))).isEqualTo(new Later(Optional.empty(), code));
  }

  @Test
  @DisplayName("M-N14: each failure of the pupils' service is told from the others")
  void distinct_failures() {
    Set<SourceAnswer> failures = new HashSet<>();
    failures.add(pupil(200, "{\"info-scolarite\": false}"));
    failures.add(pupil(404, error("30003")));
    failures.add(pupil(500, ""));
    failures.add(pupil(504, error("30002")));
    failures.add(pupil(418, error("30777")));
    assertThat(failures).hasSize(5).noneMatch(SourceAnswer.Value.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>404</html>", "[]", "{}", "{\"errors\": []}", "\u0000{"})
  @DisplayName("M-F25: a 404 that the API does not explain never asks a family for documents")
  void a_page_of_a_proxy(String body) {
    assertThat(quotient(404, body)).isInstanceOf(Refused.class);
    assertThat(quotient(200, body)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "true|1|GRANTED|1",
        "true|6|GRANTED|6",
        "true|7|GRANTED|",
        "true|null|GRANTED|",
        "false|null|NOT_GRANTED|",
        "null|null|UNKNOWN|"
      },
      delimiter = '|')
  @DisplayName("M-N01: a scholarship and its level")
  void scholarships(String holds, String level, ScholarshipStatus status, Integer read) {
    Scholarship answer =
        (Scholarship)
            pupil(
                200,
                PUPIL.formatted(
                    "\"est_scolarise\": true, \"est_boursier\": %s, \"echelon_bourse\": %s,"
                        .formatted(holds, level)));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.level()).isEqualTo(Optional.ofNullable(read));
    assertThat(answer.uai()).contains("0990421T");
    assertThat(answer.boarding()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "0|DAY|NO",
        "1|DAY_SUPERVISED|NO",
        "2|HALF_BOARDER|YES",
        "3|BOARDER|BY_CAMPAIGN",
        "4|BOARDER_IN_TOWN|BY_CAMPAIGN",
        "5|BOARDER_HOUSED|BY_CAMPAIGN",
        "6|HALF_BOARDER_ELSEWHERE|YES",
        "7||ASK",
        "||ASK"
      },
      delimiter = '|')
  @DisplayName("M-N04: the ministry's régimes, and what to do where it says none")
  void regimes(String code, MinistryBoarding boarding, MinistryBoarding.Canteen canteen) {
    String regime = code == null ? "null" : "{\"code\": \"" + code + "\", \"libelle\": \"x\"}";
    Scholarship answer =
        (Scholarship)
            pupil(
                200,
                PUPIL.formatted(
                    "\"est_scolarise\": true, \"est_boursier\": true, \"regime_pensionnat\": "
                        + regime
                        + ","));
    assertThat(answer.boarding()).isEqualTo(Optional.ofNullable(boarding));
    assertThat(MinistryBoarding.canteen(answer.boarding())).isEqualTo(canteen);
  }

  @Test
  @DisplayName("M-F26: no enrolment, or another school, is a warning and no refusal")
  void warnings() {
    Scholarship answer =
        (Scholarship)
            pupil(200, PUPIL.formatted("\"est_scolarise\": false, \"est_boursier\": false,"));
    assertThat(answer.warnings("0990421T")).containsExactly(Scholarship.Warning.NOT_ENROLLED);
    assertThat(answer.warnings("0990001A"))
        .containsExactly(Scholarship.Warning.NOT_ENROLLED, Scholarship.Warning.OTHER_SCHOOL);
    assertThat(answer.warnings("0990421t")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999", "1e30"})
  @DisplayName("M-F25: figures and codes that no register holds are for a person")
  void figures_beyond_all_measure(String value) {
    assertThat(quotient(200, QUOTIENT.formatted("CNAF", value, "9", "{}")))
        .isInstanceOf(Refused.class);
    assertThat(quotient(404, error("é".repeat(60)))).isInstanceOf(Refused.class);
  }

  @Test
  void the_sentence_of_a_source_is_cut() {
    Refused answer =
        (Refused) quotient(422, error("1").replace("\"D\"", "\"" + "a".repeat(900) + "\""));
    assertThat(answer.said()).hasSize(400);
  }
}
