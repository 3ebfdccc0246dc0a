package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.control.decision.Gap;
import fr.gestmat.web.view.View;
import java.util.List;
import java.util.stream.Collectors;

/** What is missing of an application: in words, where to get it, and how to ask a family for it. */
public final class GapWords {

  private GapWords() {}

  /** A sentence for the officer. */
  public static String sentence(View view, Gap gap) {
    return view.text("review.gap." + gap.way(), noun(view, gap));
  }

  /**
   * Where the officer gets it.
   *
   * @param page the application's
   * @return an address; empty where nobody can do anything on a page, or the officer may not
   */
  public static String path(ApplicationPage page, Gap gap, boolean manager) {
    return switch (gap.way()) {
      case ANSWER, DOCUMENT -> page.mayAsk() ? asking(page, List.of(gap)) : "";
      case VISA -> "/visas";
      case CHILD -> "/aides/enfants";
      case SCHOOL -> manager ? "/aides/etablissements" : "";
      case SCALE -> manager ? "/aides/campagnes" : "";
      case DIRECTORY -> "";
    };
  }

  /** The address of the form that asks the family for them. */
  public static String asking(ApplicationPage page, List<Gap> gaps) {
    return page.self()
        + gaps.stream()
            .map(gap -> "demander=" + gap.code())
            .distinct()
            .collect(Collectors.joining("&", "?", "#ask"));
  }

  /** What the family is written, for the officer to change; empty if there is nothing to ask. */
  static String message(View view, List<Gap> gaps) {
    List<String> lines =
        gaps.stream()
            .filter(gap -> gap.way().isAskedOfTheFamily())
            .map(gap -> view.text("review.gap.ask.line", noun(view, gap)))
            .distinct()
            .toList();
    return lines.isEmpty()
        ? ""
        : view.text("review.gap.ask.intro") + "\n" + String.join("\n", lines);
  }

  private static String noun(View view, Gap gap) {
    return view.text(
        (gap.way() == Gap.Way.DOCUMENT ? "aiddocument.kind." : "review.gap.what.") + gap.what());
  }
}
