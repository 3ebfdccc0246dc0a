package fr.gestmat.lending.control.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.CheckDigit;
import fr.gestmat.lending.control.TagScheme;
import fr.gestmat.lending.control.delivery.DeliveryJudge.KnownDevice;
import fr.gestmat.lending.control.delivery.DeliveryJudge.Outcome;
import fr.gestmat.lending.control.delivery.DeliveryJudge.Verdict;
import fr.gestmat.lending.control.delivery.DeliveryReader.Understood;
import fr.gestmat.lending.control.sheet.Columns;
import fr.gestmat.lending.control.sheet.SheetField;
import fr.gestmat.reports.sheet.SheetRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a delivery understands of a supplier's row, and what becomes of it. */
class DeliveryRulesTest {

  private static final List<String> HEADINGS =
      List.of("N° de série", "Étiquette", "Désignation", "RNE", "Garantie jusqu'au", "Prix TTC");
  private static final TagScheme SCHEME =
      new TagScheme(
          "GM", Optional.of(Pattern.compile("GM\\d{7}")), Optional.empty(), CheckDigit.LUHN);
  private static final String TAG = CheckDigit.LUHN.complete("GM000042");
  private static final String OTHER_TAG = CheckDigit.LUHN.complete("GM000043");

  private final DeliveryJudge judge =
      new DeliveryJudge(Map.of("0670001A", 7L), Optional.empty(), Map.of("probook 450", 3L));

  private static Understood read(String... cells) {
    return new DeliveryReader(
            new Columns<>(SheetField.propose(DeliveryField.class, HEADINGS)), SCHEME)
        .read(new SheetRow(2, List.of(cells), Optional.empty()));
  }

  private Verdict judged(String serial, String tag, String model, String uai) {
    return judge.judge(read(serial, tag, model, uai, "", ""), Optional.empty(), Optional.empty());
  }

  @Test
  void aGoodLineIsNew() {
    Understood line =
        read(" 5cg 1 ", TAG.toLowerCase(), "ProBook 450", "0670001a", "5/9/2029", "1 234,50 €");
    assertThat(line.wrong()).isEmpty();
    assertThat(line.row())
        .isEqualTo(
            new DeliveryRow(
                2,
                TAG,
                "5CG 1",
                "ProBook 450",
                "0670001A",
                Optional.of(LocalDate.of(2029, 9, 5)),
                Optional.of(new BigDecimal("1234.50"))));
    assertThat(judge.judge(line, Optional.empty(), Optional.empty()))
        .isEqualTo(new Verdict(line.row(), Outcome.NEW, Optional.empty(), 7, 3));
    assertThat(DeliveryRow.read(line.row().toJson())).isEqualTo(line.row());
  }

  @ParameterizedTest(name = "{4}")
  @CsvSource({
    "'',TAG,ProBook 450,0670001A,SERIAL_MISSING",
    "S1,'',ProBook 450,0670001A,TAG_MISSING",
    "S1,GM0000420,ProBook 450,0670001A,TAG_WRONG",
    "S1,TAG,'',0670001A,MODEL_MISSING",
    "S1,TAG,MacBook,0670001A,MODEL_UNKNOWN",
    "S1,TAG,ProBook 450,0670002B,SCHOOL_UNKNOWN",
    "S1,TAG,ProBook 450,'',SCHOOL_UNKNOWN",
  })
  void aLineIsRefusedForItsReason(
      String serial, String tag, String model, String uai, DeliveryReason why) {
    Verdict verdict = judged(serial, tag.equals("TAG") ? TAG : tag, model, uai);
    assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(verdict.reason()).contains(why);
  }

  @Test
  void aDateOrAPriceThatCannotBeReadIsRefused() {
    assertThat(read("S", TAG, "M", "", "bientôt", "").wrong()).contains(DeliveryReason.DATE_WRONG);
    for (String price : List.of("gratuit", "-1", "1e999999999", "549,901", "123456789")) {
      assertThat(read("S", TAG, "M", "", "", price).wrong())
          .as(price)
          .contains(DeliveryReason.PRICE_WRONG);
    }
  }

  @Test
  void l102_whatStandsTwiceInTheFileIsRefusedTheSecondTime() {
    assertThat(judged("S1", TAG, "ProBook 450", "0670001A").outcome()).isEqualTo(Outcome.NEW);
    assertThat(judged("S2", TAG, "ProBook 450", "0670001A").reason())
        .contains(DeliveryReason.TAG_TWICE);
    assertThat(judged("s1", OTHER_TAG, "ProBook 450", "0670001A").reason())
        .contains(DeliveryReason.SERIAL_TWICE);
  }

  @Test
  void l102_theSameLineAgainIsKnownAndAnotherOneWithItsCodesIsRefused() {
    KnownDevice here = new KnownDevice(true, TAG, "S1");
    KnownDevice elsewhere = new KnownDevice(false, OTHER_TAG, "S9");
    assertThat(
            judge
                .judge(
                    read("S1", TAG, "ProBook 450", "0670001A", "", ""),
                    Optional.of(here),
                    Optional.of(here))
                .outcome())
        .isEqualTo(Outcome.KNOWN);
    assertThat(
            judge
                .judge(
                    read("S8", OTHER_TAG, "ProBook 450", "0670001A", "", ""),
                    Optional.of(elsewhere),
                    Optional.empty())
                .reason())
        .contains(DeliveryReason.TAG_TAKEN);
    assertThat(
            judge
                .judge(
                    read(
                        "S9",
                        CheckDigit.LUHN.complete("GM000044"),
                        "ProBook 450",
                        "0670001A",
                        "",
                        ""),
                    Optional.empty(),
                    Optional.of(elsewhere))
                .reason())
        .contains(DeliveryReason.SERIAL_TAKEN);
  }
}
