package fr.gestmat.mealaid.control.source;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.form.TypedMonth;
import fr.gestmat.mealaid.control.form.TypedNumber;
import fr.gestmat.mealaid.control.scale.Missing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether what an officer typed is a figure that the authority can establish. */
public final class EstablishedRule {

  /** What is chosen for a figure that was seen at the desk, without a copy. */
  public static final String DESK = "DESK";

  /** Longest note, in characters. */
  public static final int LONGEST = 400;

  private EstablishedRule() {}

  /**
   * What was typed.
   *
   * @param figure {@linkplain HouseholdFigure#code() code} of the figure
   * @param value as typed
   * @param month as typed; counts for a family quotient only
   * @param readOn public id of a document, or {@link #DESK}
   * @param note why
   */
  public record Typed(String figure, String value, String month, String readOn, String note) {}

  /**
   * What it is typed into.
   *
   * @param asked what the scale asks for, of the households that count
   * @param documents kinds of the documents that were handed in, by their public ids
   * @param now the running month for the authority
   */
  public record Situation(Set<HouseholdFigure> asked, Map<UUID, String> documents, YearMonth now) {

    /** The document that was chosen; empty for the desk, and for none of these. */
    public Optional<UUID> document(String readOn) {
      return documents.keySet().stream().filter(id -> id.toString().equals(readOn)).findFirst();
    }
  }

  /** The least and the most that a figure can be. */
  private record Bounds(String least, String most, String otherwise) {

    private static Bounds of(Missing figure) {
      return switch (figure) {
        case TAX_SHARES -> new Bounds("0.25", "30", "figureNotShares");
        case CHILDREN -> new Bounds("1", "20", "figureNotCount");
        case CHILD_RANK -> new Bounds("1", "9", "figureNotCount");
        case FAMILY_QUOTIENT, TAX_INCOME, WELFARE, SCHOLARSHIP ->
            new Bounds("0", "9999999.99", "figureNotAmount");
      };
    }

    private boolean hold(BigDecimal value) {
      boolean whole = !otherwise.equals("figureNotCount") || value.stripTrailingZeros().scale() < 1;
      return whole
          && value.compareTo(new BigDecimal(least)) >= 0
          && value.compareTo(new BigDecimal(most)) <= 0;
    }
  }

  /** What is wrong; all of it at once, empty if it can be established. */
  public static List<Refusal> refusals(Typed typed, Situation situation) {
    List<Refusal> wrong = new ArrayList<>();
    Optional<HouseholdFigure> of = asked(typed, situation);
    Optional<Missing> figure = of.map(HouseholdFigure::figure);
    if (of.isEmpty()) {
      wrong.add(Refusal.of("figure", "figureNotAsked"));
    } else if (value(typed, figure.get()).isEmpty()) {
      Bounds bounds = Bounds.of(figure.get());
      wrong.add(Refusal.of("figureValue", bounds.otherwise(), bounds.least(), bounds.most()));
    }
    if (figure.filter(one -> one == Missing.FAMILY_QUOTIENT).isPresent()) {
      Optional<YearMonth> month = TypedMonth.read(typed.month());
      if (month.isEmpty()) {
        wrong.add(Refusal.of("figureMonth", "figureMonthMissing"));
      } else {
        QuotientMonth.check(month.get(), situation.now())
            .ifPresent(code -> wrong.add(Refusal.of("figureMonth", "figureMonth" + code)));
      }
    }
    if (!typed.readOn().equals(DESK) && situation.document(typed.readOn()).isEmpty()) {
      wrong.add(Refusal.of("figureReadOn", "figureReadOnMissing"));
    }
    if (typed.note().isBlank()) {
      wrong.add(Refusal.of("figureNote", "missing"));
    } else if (typed.note().strip().length() > LONGEST) {
      wrong.add(Refusal.of("figureNote", "tooLong", LONGEST));
    }
    return wrong;
  }

  /**
   * What is established.
   *
   * @param typed of which nothing is wrong
   * @throws java.util.NoSuchElementException if something is
   */
  public static EstablishedFigure figure(Typed typed, Situation situation, String by, Instant at) {
    HouseholdFigure of = asked(typed, situation).orElseThrow();
    Missing figure = of.figure();
    return new EstablishedFigure(
        of,
        value(typed, figure).orElseThrow(),
        figure == Missing.FAMILY_QUOTIENT ? TypedMonth.read(typed.month()) : Optional.empty(),
        situation.document(typed.readOn()).map(situation.documents()::get),
        typed.note().strip(),
        by,
        at);
  }

  private static Optional<HouseholdFigure> asked(Typed typed, Situation situation) {
    return HouseholdFigure.read(typed.figure()).filter(situation.asked()::contains);
  }

  private static Optional<BigDecimal> value(Typed typed, Missing figure) {
    return TypedNumber.read(typed.value()).filter(Bounds.of(figure)::hold);
  }
}
