package fr.gestmat.web.lending;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.View;
import java.util.List;

/** Says in words why something was not done. */
final class Sentences {

  private Sentences() {}

  /** One sentence for each reason. */
  static List<FieldError> of(View view, List<Refusal> reasons) {
    return of(view, "stock", reasons);
  }

  /** The same, with the sentences of a bundle of its own as far as it has them. */
  static List<FieldError> of(View view, String bundle, List<Refusal> reasons) {
    return reasons.stream()
        .map(
            r -> {
              String own = bundle + ".refused." + r.code();
              return new FieldError(
                  r.field(),
                  view.text(view.knows(own) ? own : "stock.refused." + r.code(), said(view, r)));
            })
        .toList();
  }

  /** Why a use case did nothing, in the words of a bundle; nothing to say if it was done. */
  static <T> List<FieldError> of(View view, String bundle, Answer<T> answer, String firstField) {
    return answer instanceof Answer.Refused<T> refused
        ? of(view, bundle, refused.reasons())
        : of(view, answer, firstField);
  }

  /** Why a use case did nothing; nothing to say if it was done. */
  static <T> List<FieldError> of(View view, Answer<T> answer, String firstField) {
    if (answer instanceof Answer.Refused<T> refused) {
      return of(view, refused.reasons());
    }
    return answer instanceof Answer.Stale<T> stale ? of(view, stale, firstField) : List.of();
  }

  /** Somebody else was faster. */
  private static <T> List<FieldError> of(View view, Answer.Stale<T> stale, String firstField) {
    boolean known = stale.by().isPresent() && stale.at().isPresent();
    String sentence =
        known
            ? view.text("stock.stale.by", stale.by().get(), view.format().moment(stale.at().get()))
            : view.text("stock.stale");
    return List.of(new FieldError(firstField, sentence));
  }

  private static Object[] said(View view, Refusal refusal) {
    return refusal.data().stream()
        .map(d -> d instanceof java.time.LocalDate day ? view.format().day(day) : d)
        .toArray();
  }
}
