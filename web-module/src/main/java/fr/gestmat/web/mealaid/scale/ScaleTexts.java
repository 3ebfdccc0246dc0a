package fr.gestmat.web.mealaid.scale;

import fr.gestmat.mealaid.control.scale.Bracket;
import fr.gestmat.mealaid.control.scale.Condition;
import fr.gestmat.mealaid.control.scale.Finding;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.mealaid.control.scale.Step;
import fr.gestmat.mealaid.control.scale.Tariff;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ConditionKind;
import fr.gestmat.web.view.View;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Says scales in plain words: their lines, what checks see, and how a result was found. */
public final class ScaleTexts {

  private final View view;

  /** Says them in the visitor's language. */
  public ScaleTexts(View view) {
    this.view = view;
  }

  /** The figures of a line: "plus de 410,00 €, jusqu'à 510,00 € compris". */
  public String range(Bracket bracket, BoundStyle style) {
    return range(bracket.from(), bracket.upTo(), style);
  }

  private String range(Optional<BigDecimal> from, Optional<BigDecimal> upTo, BoundStyle style) {
    boolean begins = from.filter(value -> value.signum() > 0).isPresent();
    if (!begins && upTo.isEmpty()) {
      return view.text("scale.range.all");
    }
    String form = begins ? (upTo.isPresent() ? "between" : "from") : "upTo";
    return view.text(
        "scale.range." + style + "." + form,
        begins ? amount(from.orElseThrow()) : "",
        upTo.map(this::amount).orElse(""));
  }

  /** What a line gives: "1,50 € par repas"; for one child, as headings say. */
  public String tariff(Tariff tariff, AmountUnit unit) {
    return tariff instanceof Tariff.Effort effort
        ? view.text(
            "scale.effort",
            percent(effort.percent()),
            value(effort.least(), unit),
            value(effort.most(), unit))
        : value(tariff.most(), unit);
  }

  /** A value in a unit: "50 %", "1,50 € par repas". */
  public String value(BigDecimal value, AmountUnit unit) {
    return view.text(
        "scale.value." + unit, unit == AmountUnit.RATE ? percent(value) : amount(value));
  }

  /** A condition: "si la famille perçoit le RSA"; empty for none. */
  public String condition(Condition condition) {
    return condition.isNone() ? "" : condition(condition.kind(), condition.number());
  }

  private String condition(ConditionKind kind, int number) {
    return view.text("scale.condition." + kind + ".said", number);
  }

  /** What a line is called: its name, or its place. */
  public String name(Scale scale, int row) {
    String label = scale.brackets().get(row).label();
    return label.isEmpty() ? view.text("scale.line", row + 1) : label;
  }

  /** How checks call a line: its place and its name. */
  private String named(List<Integer> rows) {
    return String.join(
        view.text("scale.and"), rows.stream().map(row -> String.valueOf(row + 1)).toList());
  }

  /** What a check saw. */
  public String finding(Finding finding, AmountUnit unit) {
    List<Object> data = finding.data();
    String rows = named(finding.rows());
    String key = "scale.finding." + finding.code();
    return switch (finding.code()) {
      case HOLE, OVERLAP -> {
        boolean endless = data.get(2).toString().isEmpty();
        yield view.text(
                key + (endless ? ".endless" : ""),
                rows,
                amount((BigDecimal) data.get(1)),
                endless ? "" : amount((BigDecimal) data.get(2)))
            + column((Integer) data.get(0));
      }
      case NOT_MONOTONE ->
          view.text(
                  key,
                  rows,
                  value((BigDecimal) data.get(1), unit),
                  value((BigDecimal) data.get(2), unit))
              + column((Integer) data.get(0));
      case COLUMN_ORDER ->
          view.text(
              key,
              data.get(0),
              data.get(1),
              amount((BigDecimal) data.get(2)),
              value((BigDecimal) data.get(3), unit),
              value((BigDecimal) data.get(4), unit));
      case OUTLIER ->
          view.text(
              key,
              rows,
              data.get(0),
              amount((BigDecimal) data.get(1)),
              amount((BigDecimal) data.get(2)));
      case EMPTY_BRACKET ->
          view.text(key, rows, amount((BigDecimal) data.get(0)), amount((BigDecimal) data.get(1)));
      case RATE_OVER_100 -> view.text(key, rows, percent((BigDecimal) data.get(0)));
      case COLUMN_UNEXPECTED, COLUMN_GAP -> view.text(key, data.get(0), rows);
      case TWO_DEFAULTS -> view.text(key, rows) + column((Integer) data.get(0));
      case NO_BRACKET, NO_START, NO_COLUMN, UNREACHABLE -> view.text(key, rows);
    };
  }

  private String column(int children) {
    return children == 0 ? "" : " " + view.text("scale.finding.column", children);
  }

  /** A step of how a result was found. */
  public String step(Step step) {
    List<Object> data = step.data();
    String key = "scale.step." + step.code();
    return switch (step.code()) {
      case BRACKET -> {
        String range = range(bound(data.get(1)), bound(data.get(2)), (BoundStyle) data.get(3));
        String label = data.get(0).toString();
        yield label.isEmpty() ? view.text(key, range) : view.text(key + ".named", label, range);
      }
      case CONDITION_MET, CONDITION_NOT_MET ->
          view.text(key, condition((ConditionKind) data.get(0), (Integer) data.get(1)));
      case MISSING -> view.text(key, missing((Missing) data.get(0)));
      case EFFORT ->
          view.text(
              key,
              percent((BigDecimal) data.get(0)),
              amount((BigDecimal) data.get(1)),
              amount((BigDecimal) data.get(2)),
              amount((BigDecimal) data.get(3)),
              amount((BigDecimal) data.get(4)));
      case INCOME_BY_SHARE ->
          view.text(
              key,
              amount((BigDecimal) data.get(0)),
              plain((BigDecimal) data.get(1)),
              amount((BigDecimal) data.get(2)));
      case QUOTIENT, INCOME, MONTHLY_INCOME, NO_RULE ->
          view.text(key, data.stream().map(value -> amount((BigDecimal) value)).toArray());
      case COLUMN, LAST_COLUMN, NO_COLUMN, WITHHELD -> view.text(key, data.toArray());
    };
  }

  /** What has to be known, as it is asked. */
  public String missing(Missing what) {
    return view.text("scale.missing." + what);
  }

  /** "50 %". */
  public String percent(BigDecimal value) {
    return plain(value) + "\u00a0%";
  }

  /** "410,00 €". */
  public String amount(BigDecimal value) {
    return view.format().amount(value);
  }

  private String plain(BigDecimal value) {
    String text = value.stripTrailingZeros().toPlainString();
    return view.language().equals("fr") ? text.replace('.', ',') : text;
  }

  private static Optional<BigDecimal> bound(Object text) {
    return text.toString().isEmpty()
        ? Optional.empty()
        : Optional.of(new BigDecimal(text.toString()));
  }
}
