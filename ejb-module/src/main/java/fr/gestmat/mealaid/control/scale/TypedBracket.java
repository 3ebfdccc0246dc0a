package fr.gestmat.mealaid.control.scale;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.entity.scale.ConditionKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a scale as somebody typed it or a sheet said it: texts, which may be unreadable.
 *
 * @param label its name
 * @param children the number of children that it is for
 * @param from its lower bound
 * @param upTo its upper bound
 * @param condition name of a {@link ConditionKind}; empty for none
 * @param number the number of the condition
 * @param value what it gives
 * @param percent the effort rate, if it is one
 * @param least what that gives at least
 * @param most what that gives at most
 */
public record TypedBracket(
    String label,
    String children,
    String from,
    String upTo,
    String condition,
    String number,
    String value,
    String percent,
    String least,
    String most) {

  private static final int LONGEST_LABEL = 80;
  private static final int MOST_CHILDREN = 20;
  private static final Pattern EUROS = Pattern.compile("\\d{1,8}(\\.\\d{1,2})?");
  private static final Pattern PERCENT = Pattern.compile("\\d{1,4}(\\.\\d{1,4})?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

  /** An empty line. */
  public static TypedBracket empty() {
    return new TypedBracket("", "", "", "", "", "", "", "", "", "");
  }

  /** A line as a published scale has it. */
  public static TypedBracket of(Bracket bracket) {
    Condition condition = bracket.condition();
    boolean effort = bracket.tariff() instanceof Tariff.Effort;
    return new TypedBracket(
        bracket.label(),
        bracket.column().map(String::valueOf).orElse(""),
        typed(bracket.from()),
        typed(bracket.upTo()),
        condition.isNone() ? "" : condition.kind().name(),
        condition.number() == 0 ? "" : String.valueOf(condition.number()),
        effort ? "" : typed(Optional.of(bracket.tariff().most())),
        bracket.tariff() instanceof Tariff.Effort e ? typed(Optional.of(e.percent())) : "",
        effort ? typed(Optional.of(bracket.tariff().least())) : "",
        effort ? typed(Optional.of(bracket.tariff().most())) : "");
  }

  /** Whether nothing was typed. */
  public boolean isBlank() {
    return (label + children + from + upTo + condition + number + value + percent + least + most)
        .isBlank();
  }

  /** Whether it is an effort rate. */
  public boolean isEffort() {
    return !(percent + least + most).isBlank();
  }

  /**
   * What the line says.
   *
   * @param bracket that, if all of it can be read
   * @param reasons what can't, each with the name of its part as the field
   */
  public record Reading(Optional<Bracket> bracket, List<Refusal> reasons) {}

  /** Reads the line: amounts as French people type them, with a comma or a point. */
  public Reading read() {
    List<Refusal> reasons = new ArrayList<>();
    if (label.length() > LONGEST_LABEL) {
      reasons.add(Refusal.of("label", "labelTooLong", LONGEST_LABEL));
    }
    Optional<BigDecimal> lower = number("from", from, EUROS, reasons);
    Optional<BigDecimal> upper = number("upTo", upTo, EUROS, reasons);
    Optional<Integer> column = column(reasons);
    Condition wanted = condition(reasons);
    @Nullable Tariff tariff = isEffort() ? effort(reasons) : flat(reasons);
    if (!reasons.isEmpty() || tariff == null) {
      return new Reading(Optional.empty(), reasons);
    }
    return new Reading(
        Optional.of(new Bracket(label.strip(), column, lower, upper, wanted, tariff)), reasons);
  }

  private Optional<Integer> column(List<Refusal> reasons) {
    if (children.isBlank()) {
      return Optional.empty();
    }
    if (!NUMBER.matcher(children.strip()).matches()
        || Integer.parseInt(children.strip()) > MOST_CHILDREN
        || Integer.parseInt(children.strip()) < 1) {
      reasons.add(Refusal.of("children", "childrenUnreadable", children, MOST_CHILDREN));
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(children.strip()));
  }

  private Condition condition(List<Refusal> reasons) {
    ConditionKind kind = ConditionKind.NONE;
    for (ConditionKind one : ConditionKind.values()) {
      if (one.name().equals(condition)) {
        kind = one;
      }
    }
    if (!condition.isBlank() && kind == ConditionKind.NONE && !condition.equals("NONE")) {
      reasons.add(Refusal.of("condition", "conditionUnknown", condition));
    }
    if (!kind.isNumbered()) {
      return Condition.of(kind);
    }
    if (!NUMBER.matcher(number.strip()).matches() || Integer.parseInt(number.strip()) < 1) {
      reasons.add(Refusal.of("number", "numberMissing"));
      return Condition.NONE;
    }
    return new Condition(kind, Integer.parseInt(number.strip()));
  }

  private @Nullable Tariff flat(List<Refusal> reasons) {
    if (value.isBlank()) {
      reasons.add(Refusal.of("value", "valueMissing"));
      return null;
    }
    return number("value", value, EUROS, reasons).map(Tariff.Flat::new).orElse(null);
  }

  private @Nullable Tariff effort(List<Refusal> reasons) {
    if (!value.isBlank()) {
      reasons.add(Refusal.of("value", "valueAndEffort"));
    }
    if (percent.isBlank() || least.isBlank() || most.isBlank()) {
      reasons.add(Refusal.of("percent", "effortIncomplete"));
      return null;
    }
    Optional<BigDecimal> share = number("percent", percent, PERCENT, reasons);
    Optional<BigDecimal> low = number("least", least, EUROS, reasons);
    Optional<BigDecimal> high = number("most", most, EUROS, reasons);
    if (share.isEmpty() || low.isEmpty() || high.isEmpty()) {
      return null;
    }
    if (low.get().compareTo(high.get()) > 0) {
      reasons.add(Refusal.of("most", "mostBelowLeast"));
      return null;
    }
    return new Tariff.Effort(share.get(), low.get(), high.get());
  }

  private static Optional<BigDecimal> number(
      String field, String text, Pattern form, List<Refusal> reasons) {
    String plain = text.replaceAll("[\\s\\u00a0\\u202f€%]", "").replace(',', '.');
    if (plain.isEmpty()) {
      return Optional.empty();
    }
    if (!form.matcher(plain).matches()) {
      reasons.add(Refusal.of(field, "numberUnreadable", text));
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(plain));
  }

  private static String typed(Optional<BigDecimal> value) {
    return value
        .map(one -> one.stripTrailingZeros())
        .map(one -> one.scale() < 0 ? one.setScale(0) : one)
        .map(one -> one.scale() == 1 ? one.setScale(2) : one)
        .map(one -> one.toPlainString().replace('.', ','))
        .orElse("");
  }
}
