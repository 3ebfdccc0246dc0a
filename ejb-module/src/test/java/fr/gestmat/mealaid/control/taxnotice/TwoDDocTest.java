package fr.gestmat.mealaid.control.taxnotice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.entity.document.ReadNotice.Outcome;
import java.math.BigDecimal;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed on tax notices is read as it is, and believed only when it is signed. */
class TwoDDocTest {

  private static final String GS = Signed.GS;

  /** The example of the specification, printed with a lost blank: read, but not verified. */
  private static final String PRINTED =
      "DC04FR000001FFFF23DC2801FR432,75<GS>44227801234567845202146RETI PATRICK<GS>4A31072022"
          + "4Y145 RUE JULLIARD/ZASPECIMEN/78320/LEVIS STNOM<GS>4163198<GS>473001123456789"
          + "48RETISOPHIE<GS>4907019877654324V3542<GS>4W182<GS>4X3724<GS><US>"
          + "6W76EBC3I2LWHBVGNNYTL34SC6V32S2GDCIQQZLZNMTKCHNVEUISJYUQH5WE3AJJICBNG3YMQ2NXXHP5ZHVOQE3"
          + "32R6TUJDHNOHQ6BI";

  private static String printed() {
    return PRINTED.replace("<GS>", GS).replace("<US>", Signed.US);
  }

  private static TwoDDoc read(String text) {
    assertThat(CodeParser.parse(text)).isInstanceOf(CodeReading.Read.class);
    return ((CodeReading.Read) CodeParser.parse(text)).code();
  }

  private static CodeProblem problem(String text) {
    return CodeParser.parse(text) instanceof CodeReading.Unreadable unreadable
        ? unreadable.problem()
        : null;
  }

  @Test
  @DisplayName("M-M14 the printed example of a notice is read field by field")
  void readsTheExample() {
    TwoDDoc code = read(printed());
    assertThat(code.version()).isEqualTo(4);
    assertThat(code.authority() + "/" + code.certificate()).isEqualTo("FR00/0001");
    assertThat(code.issuedOn()).isEmpty();
    assertThat(code.signedOn()).contains(LocalDate.of(2000, 1, 1).plusDays(0x23DC));
    TaxNotice notice = TaxNotice.of(code).orElseThrow();
    assertThat(notice.shares()).contains(new BigDecimal("2.75"));
    assertThat(notice.reference()).contains("2278012345678");
    assertThat(notice.incomeYear()).contains(2021);
    assertThat(notice.declarants()).containsExactly("RETI PATRICK", "RETISOPHIE");
    assertThat(notice.taxNumbers()).containsExactly("3001123456789", "0701987765432");
    assertThat(notice.recoveryOn()).contains(LocalDate.of(2022, 7, 31));
    assertThat(notice.referenceIncome()).contains(new BigDecimal("63198"));
    assertThat(notice.address()).contains("145 RUE JULLIARD, ZASPECIMEN, 78320, LEVIS STNOM");
    assertThat(code.field("4V")).contains("3542");
  }

  @ParameterizedTest
  @CsvSource({"secp256r1, SHA256", "secp384r1, SHA384", "secp521r1, SHA512"})
  @DisplayName("M-M14 a signature verifies with its key, on every curve, and with no other")
  void verifiesSignatures(String curve, String digest) throws Exception {
    KeyPair key = Signed.key(curve);
    String signed = Signed.sign(Signed.notice(), key.getPrivate(), digest);
    assertThat(CodeSignature.verifies(read(signed), key.getPublic())).isTrue();
    assertThat(CodeSignature.verifies(read(signed), Signed.key(curve).getPublic())).isFalse();
    String changed = signed.replace("4118420", "4108420");
    assertThat(changed).isNotEqualTo(signed);
    assertThat(CodeSignature.verifies(read(changed), key.getPublic())).isFalse();
    assertThat(CodeSignature.verifies(read(printed()), key.getPublic())).isFalse();
  }

  @Test
  @DisplayName("M-M14 garbage, other versions and missing fields are said, not guessed")
  void saysWhatIsWrong() {
    String notice = Signed.notice() + Signed.US + "AAAAAAAA";
    assertThat(problem(notice)).isNull();
    assertThat(problem("")).isEqualTo(CodeProblem.NO_2D_DOC);
    assertThat(problem("https://example.fr")).isEqualTo(CodeProblem.NO_2D_DOC);
    assertThat(problem("DC")).isEqualTo(CodeProblem.NOT_SUPPORTED);
    assertThat(problem("DC05" + notice.substring(4))).isEqualTo(CodeProblem.NOT_SUPPORTED);
    assertThat(problem("DC\u0004\u0001binary")).isEqualTo(CodeProblem.NOT_SUPPORTED);
    assertThat(problem("DC04FR" + Signed.US + "AA")).isEqualTo(CodeProblem.HEADER);
    assertThat(problem(notice.replace("2A02", "ZZZZ"))).isEqualTo(CodeProblem.HEADER);
    assertThat(problem(Signed.notice())).isEqualTo(CodeProblem.SIGNATURE);
    assertThat(problem(Signed.notice() + Signed.US)).isEqualTo(CodeProblem.SIGNATURE);
    assertThat(problem(Signed.notice() + Signed.US + "abc!")).isEqualTo(CodeProblem.SIGNATURE);
    assertThat(problem(notice.replace("432,5", "ZZ2,5"))).isEqualTo(CodeProblem.FIELD);
    assertThat(problem(notice.replace("0701987765432", "070198"))).isEqualTo(CodeProblem.FIELD);
    assertThat(problem(notice.replace("432,5" + GS, ""))).isEqualTo(CodeProblem.INCOMPLETE);
    assertThat(problem(notice.replace("46ESSAI NADIA" + GS, ""))).isEqualTo(CodeProblem.INCOMPLETE);
    assertThat(problem(notice.replace("4A31072026", ""))).isEqualTo(CodeProblem.INCOMPLETE);
    assertThat(problem(notice.replace("4Y12 RUE DES ESSAIS/67000/STRASBOURG" + GS, "")))
        .isEqualTo(CodeProblem.INCOMPLETE);
  }

  @Test
  void aSituationDeclarativeIsNoNotice() {
    String text = Signed.notice().replace("2A032801FR", "2A031801FR") + Signed.US + "AAAAAAAA";
    assertThat(read(text).isNotice()).isFalse();
    assertThat(TaxNotice.of(read(text))).isEmpty();
    assertThat(NoticeReading.of(List.of(text), code -> Authenticity.AUTHENTIC).outcome())
        .isEqualTo(Outcome.NOT_A_NOTICE);
  }

  @Test
  void olderHeadersAreShorter() {
    String v3 =
        "DC03FR00000112421636040110M/IMPOSABLE/FRANCOIS"
            + GS
            + "4012345678901234110"
            + "42876"
            + GS;
    TwoDDoc code = read(v3 + Signed.US + "AAAAAAAA");
    assertThat(code.documentType()).isEqualTo("04");
    TaxNotice notice = TaxNotice.of(code).orElseThrow();
    assertThat(notice.referenceIncome()).contains(new BigDecimal("1042876"));
    assertThat(notice.declarants()).containsExactly("M/IMPOSABLE/FRANCOIS");
  }

  @Test
  void theFirstNoticeCountsAndNothingElseHidesIt() {
    String notice = Signed.notice() + Signed.US + "AAAAAAAA";
    NoticeReading reading =
        NoticeReading.of(
            List.of("a label", "DC09 broken", notice), code -> Authenticity.UNKNOWN_CERTIFICATE);
    assertThat(reading.outcome()).isEqualTo(Outcome.UNKNOWN_CERTIFICATE);
    assertThat(reading.text()).contains(notice);
    assertThat(NoticeReading.of(List.of(), code -> Authenticity.AUTHENTIC).outcome())
        .isEqualTo(Outcome.NO_CODE);
    assertThat(NoticeReading.of(List.of("DC09"), code -> Authenticity.AUTHENTIC).outcome())
        .isEqualTo(Outcome.UNREADABLE);
  }

  @Test
  void aFigureThatIsNoneIsUnknownAndZeroIsZero() {
    String text = Signed.notice().replace("4118420", "410") + Signed.US + "AAAAAAAA";
    assertThat(TaxNotice.of(read(text)).orElseThrow().referenceIncome()).contains(BigDecimal.ZERO);
    String odd = Signed.notice().replace("4118420", "41N/A") + Signed.US + "AAAAAAAA";
    assertThat(TaxNotice.of(read(odd)).orElseThrow().referenceIncome()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"432.5, 43123456", "432.5, 43100.25", "4118420, 4112345678901"})
  void aFigureThatNoNoticeHasIsUnknown(String field, String other) {
    String text = Signed.notice().replace("432,5", "432.5").replace(field, other);
    assertThat(text).contains(other);
    TaxNotice notice = TaxNotice.of(read(text + Signed.US + "AAAAAAAA")).orElseThrow();
    assertThat(other.startsWith("43") ? notice.shares() : notice.referenceIncome()).isEmpty();
  }

  @Test
  void aDayThatNoNoticeHasIsUnknown() {
    String text = Signed.notice().replace("4A31072026", "4A31070000") + Signed.US + "AAAAAAAA";
    assertThat(TaxNotice.of(read(text)).orElseThrow().recoveryOn()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u20ac", "\u0081", "\u0080", "\u0000", "\ufffd", "\ud83d\ude00"})
  void lettersThatCannotBeKeptMakeACodeUnreadable(String odd) {
    String accents = Signed.notice().replace("NADIA", "NAD\u00cfA") + Signed.US + "AAAAAAAA";
    assertThat(problem(accents)).isNull();
    String text = Signed.notice().replace("NADIA", odd) + Signed.US + "AAAAAAAA";
    assertThat(problem(text)).isEqualTo(CodeProblem.FIELD);
    assertThat(NoticeReading.of(List.of(text), code -> Authenticity.AUTHENTIC).outcome())
        .isEqualTo(Outcome.UNREADABLE);
  }
}
