package fr.gestmat.web.mealaid.scale;

import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.mealaid.boundary.scale.PublicSimulator.Questions;
import fr.gestmat.mealaid.control.eligibility.Facts;
import fr.gestmat.mealaid.control.eligibility.RuleCode;
import fr.gestmat.mealaid.control.eligibility.SchoolLevel;
import fr.gestmat.mealaid.control.eligibility.SchoolSector;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the simulator asks: only what the rules and the scale of the campaign look at. Every
 * question may stay open; the answer says then what it depends on.
 */
final class SimulatorFields {

  private static final int MOST_CHILDREN = 20;

  private final View view;
  private final Questions questions;
  private final Posted posted;

  SimulatorFields(View view, Questions questions, Posted posted) {
    this.view = view;
    this.questions = questions;
    this.posted = posted;
  }

  /** About the child and the school. */
  List<Field> child() {
    List<Field> fields = new ArrayList<>();
    Set<RuleCode> rules = questions.rules();
    if (rules.contains(RuleCode.COLLEGE)) {
      fields.add(yesNo("college"));
    }
    if (rules.contains(RuleCode.GRADE)) {
      fields.add(select("level", SchoolLevel.values()));
    }
    if (rules.contains(RuleCode.SECTOR)) {
      fields.add(select("sector", SchoolSector.values()));
    }
    if (rules.contains(RuleCode.SCHOOL)) {
      fields.add(yesNo("inside"));
    }
    if (rules.contains(RuleCode.HALF_BOARD)) {
      fields.add(
          select(
              "boarding",
              BoardingStatus.HALF_BOARDER,
              BoardingStatus.HALF_BOARDER_TICKET,
              BoardingStatus.DAY,
              BoardingStatus.BOARDER));
    }
    fields.add(choices("meals", IntStream.rangeClosed(1, 5).mapToObj(String::valueOf).toList()));
    if (rules.contains(RuleCode.MEALS)) {
      fields.add(Field.checkbox("health", view.text("simulator.health")).value(shown("health")));
    }
    return fields;
  }

  /** About the family. */
  List<Field> family() {
    List<Field> fields = new ArrayList<>();
    if (questions.rules().contains(RuleCode.RESIDENCE)) {
      fields.add(
          Field.of("number", "postalCode", view.text("simulator.postalCode"))
              .autocomplete("postal-code")
              .value(posted.text("postalCode")));
    }
    if (questions.rules().contains(RuleCode.CUSTODY)) {
      fields.add(yesNo("custody"));
    }
    for (Missing figure : Missing.values()) {
      if (questions.figures().contains(figure)) {
        fields.add(figure(figure));
      }
    }
    return fields;
  }

  private Field figure(Missing figure) {
    String key = "simulator." + figure;
    return switch (figure) {
      case WELFARE, SCHOLARSHIP -> yesNo(figure.name());
      case FAMILY_QUOTIENT, TAX_INCOME, TAX_SHARES, CHILDREN, CHILD_RANK ->
          Field.of("number", figure.name(), view.text(key))
              .hint(view.text(key + ".hint", String.valueOf(questions.offer().incomeYear())))
              .value(posted.text(figure.name()));
    };
  }

  /** What was typed and can't be read. */
  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    for (Missing figure : questions.figures()) {
      boolean unreadable =
          switch (figure) {
            case WELFARE, SCHOLARSHIP -> false;
            case FAMILY_QUOTIENT, TAX_INCOME -> posted.amount(figure.name()).isEmpty();
            case TAX_SHARES -> shares().isEmpty();
            case CHILDREN, CHILD_RANK -> count(figure).isEmpty();
          };
      if (unreadable && !posted.text(figure.name()).isEmpty()) {
        errors.add(new FieldError(figure.name(), view.text("simulator." + figure + ".unreadable")));
      }
    }
    String code = posted.text("postalCode");
    if (!code.isEmpty() && !code.matches("\\d{5}")) {
      errors.add(new FieldError("postalCode", view.text("simulator.postalCode.unreadable")));
    }
    return errors;
  }

  /** What is known of the child. */
  Facts facts() {
    return Facts.unknown()
        .eating(
            posted.one("boarding", BoardingStatus.class),
            posted.number("meals", 1, 5),
            posted.yes("health"))
        .learning(
            posted.answer("college"),
            posted.one("level", SchoolLevel.class),
            posted.one("sector", SchoolSector.class))
        .at(Optional.empty(), posted.answer("inside"))
        .living(
            Optional.of(posted.text("postalCode")).filter(code -> !code.isEmpty()),
            posted.answer("custody"));
  }

  /** What is known of the household. */
  Household household() {
    return new Household(
        posted.amount(Missing.FAMILY_QUOTIENT.name()),
        posted.amount(Missing.TAX_INCOME.name()),
        shares(),
        count(Missing.CHILDREN),
        count(Missing.CHILD_RANK),
        posted.answer(Missing.WELFARE.name()),
        posted.answer(Missing.SCHOLARSHIP.name()),
        false);
  }

  private Optional<BigDecimal> shares() {
    return posted
        .amount(Missing.TAX_SHARES.name())
        .filter(shares -> shares.signum() > 0)
        .filter(shares -> shares.compareTo(BigDecimal.valueOf(99)) <= 0);
  }

  private Optional<Integer> count(Missing figure) {
    return posted.number(figure.name(), 1, MOST_CHILDREN);
  }

  private Field yesNo(String name) {
    Field field =
        Field.radio(
                name,
                view.text("simulator." + name),
                List.of(
                    new Field.Choice("oui", view.text("simulator.yes")),
                    new Field.Choice("non", view.text("simulator.no")),
                    new Field.Choice("", view.text("simulator.open"))))
            .value(posted.text(name))
            .mandatory();
    String hint = "simulator." + name + ".hint";
    return view.knows(hint) ? field.hint(view.text(hint)) : field;
  }

  @SafeVarargs
  private <E extends Enum<E>> Field select(String name, E... constants) {
    List<Field.Choice> choices = new ArrayList<>();
    choices.add(new Field.Choice("", view.text("simulator.choose")));
    for (E one : constants) {
      choices.add(new Field.Choice(one.name(), view.text("simulator." + name + "." + one.name())));
    }
    return Field.select(name, view.text("simulator." + name), choices)
        .value(posted.text(name))
        .mandatory();
  }

  private Field choices(String name, List<String> values) {
    List<Field.Choice> choices = new ArrayList<>();
    choices.add(new Field.Choice("", view.text("simulator.choose")));
    values.forEach(one -> choices.add(new Field.Choice(one, one)));
    return Field.select(name, view.text("simulator." + name), choices)
        .value(posted.text(name))
        .mandatory();
  }

  private String shown(String name) {
    return posted.yes(name) ? "true" : "";
  }
}
