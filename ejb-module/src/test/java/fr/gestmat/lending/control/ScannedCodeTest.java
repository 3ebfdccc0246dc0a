package fr.gestmat.lending.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.gestmat.lending.entity.ConditionGrade;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a scanned code is read before anything is looked up. */
class ScannedCodeTest {

  private static final TagScheme OURS =
      new TagScheme(
          "GE-",
          Optional.of(Pattern.compile("GE-\\d{6}")),
          Optional.of(Pattern.compile("[A-Z0-9]*[A-Z][A-Z0-9]*")),
          CheckDigit.LUHN);
  private static final TagScheme SPACED =
      new TagScheme(
          "", Optional.of(Pattern.compile("GE-\\d{3} \\d{3}")), Optional.empty(), CheckDigit.NONE);

  /** 8 is the Luhn digit of 00421. */
  private static final String TAG = "GE-004218";

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void l029_is_compared_in_normal_form(String name, String raw, String normal) {
    ScannedCode code = ScannedCode.read(raw, TagScheme.OPEN);

    assertThat(code.refusal()).isEmpty();
    assertThat(code.command()).isEmpty();
    assertThat(code.normal()).isEqualTo(normal);
  }

  static Stream<Arguments> l029_is_compared_in_normal_form() {
    return Stream.of(
        arguments("as it is", "GE-1", "GE-1"),
        arguments("blanks around", "  GE-1 \r\n", "GE-1"),
        arguments("inner blanks folded", "GE \u00a0 \u2009 1", "GE 1"),
        arguments("lower case", "ge-1a", "GE-1A"),
        arguments("AIM prefix of Code 128", "]C0GE-1", "GE-1"),
        arguments("AIM prefix of a DataMatrix and FNC1", "]d2\u001dGE-1", "GE-1"),
        arguments("AIM prefix before blanks", " ]Q1 GE-1", "GE-1"),
        arguments("a bracket that is no prefix", "]-1", "]-1"),
        arguments("byte order mark", "\ufeffGE-1\u0000", "GE-1"),
        arguments("accents stay", "é-1", "É-1"),
        arguments("emoji stay", "💻", "💻"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void is_refused_before_any_look_up(String name, String raw, TagScheme scheme, ScanReason why) {
    assertThat(ScannedCode.read(raw, scheme).refusal()).contains(why);
  }

  static Stream<Arguments> is_refused_before_any_look_up() {
    return Stream.of(
        arguments("nothing", "", OURS, ScanReason.CODE_EMPTY),
        arguments("blanks", " \t\r\n ", OURS, ScanReason.CODE_EMPTY),
        arguments("only a prefix", "]C0", OURS, ScanReason.CODE_EMPTY),
        arguments("65 characters", "A".repeat(65), OURS, ScanReason.CODE_TOO_LONG),
        arguments("10 KB", "A".repeat(10_240), OURS, ScanReason.CODE_TOO_LONG),
        arguments("beyond 10 KB", " ".repeat(10_241), OURS, ScanReason.CODE_TOO_LONG),
        arguments("a control character inside", "GE\u0007-1", OURS, ScanReason.CODE_UNREADABLE),
        arguments("a direction mark inside", "GE\u202e-1", OURS, ScanReason.CODE_UNREADABLE),
        arguments("half an emoji", "GE\ud83d-1", OURS, ScanReason.CODE_UNREADABLE),
        arguments("two lines", "AB1\nAB2", OURS, ScanReason.CODE_SEVERAL),
        arguments("two columns", "AB1\tAB2", TagScheme.OPEN, ScanReason.CODE_SEVERAL),
        arguments("two of ours", "GE-004218 GE-004218", OURS, ScanReason.CODE_SEVERAL),
        arguments("two of ours glued", "GE-004218GE-004218", OURS, ScanReason.CODE_SEVERAL),
        arguments("five of ours", "GE-004218".repeat(8), OURS, ScanReason.CODE_SEVERAL),
        arguments("two spaced", "GE-004 218 GE-004 901", SPACED, ScanReason.CODE_SEVERAL),
        arguments("L033 a soda can, EAN-13", "5449000000996", OURS, ScanReason.CODE_FOREIGN),
        arguments("L033 EAN-8", "96385074", OURS, ScanReason.CODE_FOREIGN),
        arguments("L033 UPC-A", "036000291452", OURS, ScanReason.CODE_FOREIGN),
        arguments("L033 GTIN-14", "15449000000993", OURS, ScanReason.CODE_FOREIGN),
        arguments(
            "L033 without a serial pattern", "5449000000996", SPACED, ScanReason.CODE_FOREIGN),
        arguments("our prefix, wrong check digit", "GE-004219", OURS, ScanReason.CODE_MISREAD),
        arguments("our prefix, no digits", "GE-", OURS, ScanReason.CODE_MISREAD));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void is_worth_a_look_up(String name, String raw, TagScheme scheme) {
    assertThat(ScannedCode.read(raw, scheme).refusal()).isEmpty();
  }

  static Stream<Arguments> is_worth_a_look_up() {
    TagScheme thirteenDigits =
        new TagScheme(
            "", Optional.of(Pattern.compile("\\d{13}")), Optional.empty(), CheckDigit.NONE);
    TagScheme digitSerials =
        new TagScheme(
            "GE-",
            Optional.of(Pattern.compile("GE-\\d{6}")),
            Optional.of(Pattern.compile("GE-X|\\d{12,13}")),
            CheckDigit.LUHN);
    return Stream.of(
        arguments("our tag", TAG, OURS),
        arguments("64 characters", "A".repeat(64), OURS),
        arguments("13 digits with a wrong check digit", "5449000000995", OURS),
        arguments("9 digits", "123456784", OURS),
        arguments("EAN where any code may be a tag", "5449000000996", TagScheme.OPEN),
        arguments("EAN that fits our tags", "5449000000996", thirteenDigits),
        arguments("EAN that fits serial numbers", "5449000000996", digitSerials),
        arguments("our prefix on a serial number", "GE-X", digitSerials),
        arguments("one spaced tag", "GE-004 218", SPACED),
        arguments("a tag and something", "GE-004218 X", OURS));
  }

  @Test
  void l011_quotes_the_code_as_received() {
    assertThat(ScannedCode.read(" ge-9 ", TagScheme.OPEN).quoted()).isEqualTo("ge-9");
    assertThat(ScannedCode.read("x".repeat(100), TagScheme.OPEN).quoted())
        .isEqualTo("x".repeat(64) + "…");
    assertThat(ScannedCode.read("x".repeat(63) + "💻💻", TagScheme.OPEN).quoted())
        .isEqualTo("x".repeat(63) + "…");
    assertThat(ScannedCode.read("x".repeat(20_000), TagScheme.OPEN).quoted()).hasSize(65);
  }

  @ParameterizedTest
  @EnumSource
  void a_command_card_is_read_in_any_case(ScanCommand command) {
    ScannedCode code = ScannedCode.read(" " + command.card().toLowerCase() + "\r", OURS);

    assertThat(code.refusal()).isEmpty();
    assertThat(code.command()).contains(command);
  }

  @Test
  void a_grade_card_sets_its_grade() {
    assertThat(ScanCommand.GRADE_DAMAGED.card()).isEqualTo("GESTMAT-GRADE-DAMAGED");
    assertThat(ScanCommand.GRADE_DAMAGED.grade()).contains(ConditionGrade.DAMAGED);
    assertThat(ScanCommand.GRADE_NEW.reason()).isEqualTo(ScanReason.COMMAND_GRADE);
    assertThat(ScanCommand.UNDO.grade()).isEmpty();
    assertThat(ScanCommand.CHECK_IN.grade()).isEmpty();
  }

  @Test
  void a_printed_label_is_known_by_its_form() {
    assertThat(OURS.isTag(TAG)).isTrue();
    assertThat(OURS.isTag("GE-004219")).isFalse();
    assertThat(OURS.isTag("PF3ABC")).isFalse();
    assertThat(TagScheme.OPEN.isTag(TAG)).isFalse();
  }

  @Test
  void l029_tags_are_stored_in_the_form_that_scans_are_compared_in() {
    assertThat(ScannedCode.normalForm("\t ge  1 ")).isEqualTo("GE 1");
  }
}
