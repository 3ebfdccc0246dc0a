package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.lending.control.count.CountAnswer;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sentences of inventories. */
public final class CountTexts {

  private CountTexts() {}

  /** Why a use case did nothing. */
  static List<FieldError> errors(View view, Answer<?> answer) {
    return answer instanceof Answer.Refused<?> refused
        ? refused.reasons().stream()
            .map(
                r ->
                    new FieldError(
                        r.field(), view.text("count.refused." + r.code(), r.data().toArray())))
            .toList()
        : List.of();
  }

  /**
   * The sentence of an answer. When its first datum may not be said (a name), or there is none,
   * another sentence stands for it: the key with {@code .unnamed}.
   */
  public static String sentence(View view, CountAnswer answer) {
    String key = "count.answer." + answer.finding();
    List<Object> values = new ArrayList<>();
    values.add(answer.tag().orElse(answer.code()));
    boolean unnamed = !answer.values().isEmpty() && answer.values().get(0).isEmpty();
    for (int i = 0; i < answer.values().size(); i++) {
      String value = answer.values().get(i);
      boolean instant = i == 1 && !value.isEmpty();
      values.add(instant ? view.format().time(Instant.parse(value)) : value);
    }
    return view.text(unnamed ? key + ".unnamed" : key, values.toArray());
  }
}
