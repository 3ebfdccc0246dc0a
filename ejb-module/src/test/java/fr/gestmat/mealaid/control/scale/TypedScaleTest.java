package fr.gestmat.mealaid.control.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ConditionKind;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Scales as people type them: nothing is lost, and what can't be read is said cell by cell. */
class TypedScaleTest {

  private static final TypedBracket LINE =
      new TypedBracket("Tranche 1", "", "", "410", "", "", "1,50", "", "", "");

  static Stream<Bracket> brackets() {
    Tariff flat = Tariff.flat("1.50");
    return Stream.of(
        Bracket.between(null, "410", flat),
        Bracket.between("410.01", null, Tariff.flat("100")).called("Tranche 2"),
        Bracket.between(null, null, flat).when(Condition.of(ConditionKind.WELFARE)),
        Bracket.between("600", "999", flat).when(new Condition(ConditionKind.CHILD_RANK, 3)),
        Bracket.between("3419", "9691", flat).inColumn(8),
        Bracket.between(null, null, Tariff.effort("0.36", "2.60", "4.50")));
  }

  @ParameterizedTest
  @MethodSource("brackets")
  @DisplayName("M-F18: a copied line says the same again")
  void a_line_is_typed_as_it_was_published(Bracket bracket) {
    Bracket read = TypedBracket.of(bracket).read().bracket().orElseThrow();

    assertThat(read.label()).isEqualTo(bracket.label());
    assertThat(read.column()).isEqualTo(bracket.column());
    assertThat(read.condition()).isEqualTo(bracket.condition());
    assertThat(read.span(BoundStyle.UPPER_INCLUDED))
        .isEqualTo(bracket.span(BoundStyle.UPPER_INCLUDED));
    assertThat(read.tariff().most()).isEqualByComparingTo(bracket.tariff().most());
    assertThat(read.tariff().least()).isEqualByComparingTo(bracket.tariff().least());
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"'1 234,50', 1234.50", "'1234.5', 1234.5", "'12,5 €', 12.5", "0, 0"})
  void amounts_as_french_people_type_them(String typed, String value) {
    Bracket read =
        new TypedBracket("", "", "", "", "", "", typed, "", "", "").read().bracket().orElseThrow();

    assertThat(read.tariff().most()).isEqualByComparingTo(value);
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> unreadable() {
    return Stream.of(
        line("value", "valueMissing", "", "", "", "", "", ""),
        line("value", "numberUnreadable", "", "", "", "", "douze", ""),
        line("value", "numberUnreadable", "", "", "", "", "1,505", ""),
        line("value", "numberUnreadable", "", "", "", "", "-1", ""),
        line("from", "numberUnreadable", "", "abc", "", "", "1", ""),
        line("children", "childrenUnreadable", "0", "", "", "", "1", ""),
        line("children", "childrenUnreadable", "21", "", "", "", "1", ""),
        line("condition", "conditionUnknown", "", "", "CHEF", "", "1", ""),
        line("number", "numberMissing", "", "", "CHILD_RANK", "", "1", ""),
        line("value", "valueAndEffort", "", "", "", "", "1", "2"),
        line("percent", "effortIncomplete", "", "", "", "", "", "2"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("unreadable")
  void what_cannot_be_read_is_said(String field, String code, TypedBracket line) {
    TypedScale scale = scale(LINE, line);

    assertThat(scale.unreadable())
        .extracting(one -> one.row(), one -> one.reason().field(), one -> one.reason().code())
        .contains(tuple(1, field, code));
    assertThat(scale.scale()).isEmpty();
    assertThat(scale.findings()).isEmpty();
  }

  @Test
  void a_minimum_above_its_maximum_is_said() {
    assertThat(new TypedBracket("", "", "", "", "", "", "", "1", "5", "4").read().reasons())
        .extracting(one -> one.code())
        .containsExactly("mostBelowLeast");
    assertThat(
            new TypedBracket("x".repeat(81), "", "", "", "", "", "1", "", "", "").read().reasons())
        .extracting(one -> one.code())
        .containsExactly("labelTooLong");
  }

  @Test
  void lines_are_kept_as_they_were_typed_and_empty_ones_are_not() {
    TypedBracket odd = new TypedBracket("é\"<", "x", "1,", "", "", "", "?", "", "", "");
    TypedScale typed = scale(LINE, TypedBracket.empty(), odd);

    assertThat(typed.lines()).containsExactly(LINE, odd);
    assertThat(TypedScale.lines(typed.json())).containsExactly(LINE, odd);
    assertThat(typed.with(List.of(odd)).lines()).containsExactly(odd);
  }

  @Test
  @DisplayName("M-F10: the checks see the one start date")
  void the_start_date_is_checked() {
    TypedBracket rest = new TypedBracket("", "", "410", "", "", "", "0", "", "", "");
    assertThat(scale(LINE, rest).findings())
        .extracting(Finding::code)
        .containsExactly(Finding.Code.NO_START);
  }

  @Test
  void a_month_is_asked_of_tax_incomes_only() {
    TypedScale typed =
        new TypedScale(
            ScaleKind.FAMILY_QUOTIENT,
            AmountUnit.RATE,
            BoundStyle.UPPER_INCLUDED,
            true,
            Optional.of(LocalDate.of(2026, 9, 1)),
            List.of(LINE));

    assertThat(typed.scale().orElseThrow().monthly()).isFalse();
  }

  private static org.junit.jupiter.params.provider.Arguments line(
      String field,
      String code,
      String children,
      String from,
      String condition,
      String number,
      String value,
      String percent) {
    return org.junit.jupiter.params.provider.Arguments.arguments(
        field,
        code,
        new TypedBracket("x", children, from, "", condition, number, value, percent, "", ""));
  }

  private static TypedScale scale(TypedBracket... lines) {
    return new TypedScale(
        ScaleKind.FAMILY_QUOTIENT,
        AmountUnit.PER_MEAL,
        BoundStyle.UPPER_INCLUDED,
        false,
        Optional.empty(),
        List.of(lines));
  }
}
