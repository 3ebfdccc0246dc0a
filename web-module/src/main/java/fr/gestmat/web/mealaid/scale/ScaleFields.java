package fr.gestmat.web.mealaid.scale;

import fr.gestmat.mealaid.control.scale.TypedBracket;
import fr.gestmat.mealaid.control.scale.TypedScale;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The editor of a scale as a plain form: what is asked, and what came back. */
final class ScaleFields {

  private static final int MOST = 520;

  private final View view;

  ScaleFields(View view) {
    this.view = view;
  }

  /** What is asked of the scale as a whole. */
  List<Field> head(TypedScale typed, List<FieldError> errors) {
    List<Field> fields = new ArrayList<>();
    fields.add(select("kind", ScaleKind.values(), typed.kind()));
    if (typed.kind().usesTaxIncome()) {
      fields.add(
          Field.select(
                  "monthly",
                  view.text("scale.field.monthly"),
                  List.of(
                      new Field.Choice("", view.text("scale.monthly.no")),
                      new Field.Choice("true", view.text("scale.monthly.yes"))))
              .value(typed.monthly() ? "true" : "")
              .mandatory());
    }
    fields.add(select("unit", AmountUnit.values(), typed.unit()));
    fields.add(select("style", BoundStyle.values(), typed.style()));
    fields.add(
        Field.of("date", "startsOn", view.text("scale.field.startsOn"))
            .hint(view.text("scale.field.startsOn.hint"))
            .value(typed.startsOn().map(Object::toString).orElse(""))
            .mandatory());
    return fields.stream().map(field -> field.errors(errors)).toList();
  }

  private <E extends Enum<E>> Field select(String name, E[] constants, E chosen) {
    return Field.select(
            name,
            view.text("scale.field." + name),
            Arrays.stream(constants)
                .map(
                    one ->
                        new Field.Choice(
                            one.name(),
                            view.text("scale." + name.toLowerCase(Locale.ROOT) + "." + one.name())))
                .toList())
        .value(chosen.name())
        .mandatory();
  }

  /** Reads the form; lines by their typed order, then as they came; taken out lines are gone. */
  static TypedScale read(Posted posted) {
    record Placed(double order, TypedBracket line) {}
    List<Placed> lines = new ArrayList<>();
    int rows = posted.number("rows", 0, MOST).orElse(0);
    for (int i = 0; i < rows; i++) {
      String row = String.valueOf(i);
      if (!posted.yes("remove" + row)) {
        UnaryOperator<String> part = name -> posted.text(name + row);
        TypedBracket line =
            new TypedBracket(
                part.apply("label"),
                part.apply("children"),
                part.apply("from"),
                part.apply("upTo"),
                part.apply("condition"),
                part.apply("number"),
                part.apply("value"),
                part.apply("percent"),
                part.apply("least"),
                part.apply("most"));
        lines.add(new Placed(order(posted.text("order" + row), i), line));
      }
    }
    lines.sort(Comparator.comparingDouble(Placed::order));
    return new TypedScale(
        posted.one("kind", ScaleKind.class).orElse(ScaleKind.FAMILY_QUOTIENT),
        posted.one("unit", AmountUnit.class).orElse(AmountUnit.RATE),
        posted.one("style", BoundStyle.class).orElse(BoundStyle.UPPER_INCLUDED),
        posted.yes("monthly"),
        posted.day("startsOn"),
        lines.stream().map(Placed::line).toList());
  }

  private static double order(String text, int otherwise) {
    try {
      return text.isEmpty() ? otherwise + 1 : Double.parseDouble(text.replace(',', '.'));
    } catch (NumberFormatException e) {
      return otherwise + 1;
    }
  }
}
