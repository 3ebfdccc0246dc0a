package fr.gestmat.mealaid.control.statement;

import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.mealaid.entity.Term;
import fr.gestmat.mealaid.entity.statement.LineProblem;
import fr.gestmat.mealaid.entity.statement.StatedChild;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A school year of three unequal terms, with two schools that keep what they were told to pay. */
final class SchoolYear {

  static final long HERE = 1;
  static final long THERE = 2;

  /** 100 days, so that days are hundredths. */
  static final List<Term> TERMS =
      List.of(
          new Term(1, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 9), 60),
          new Term(2, LocalDate.of(2027, 1, 4), LocalDate.of(2027, 3, 31), 50),
          new Term(3, LocalDate.of(2027, 4, 1), LocalDate.of(2027, 7, 3), 40));

  private final Map<Long, List<StatedLine>> finals = new LinkedHashMap<>();
  private final Map<Long, BigDecimal> owed = new LinkedHashMap<>();
  private long statements;

  static Grant grant(long application, List<Stay> stays, DecisionTerm... terms) {
    return grant(application, stays, "HALF_BOARDER", terms);
  }

  static Grant grant(long application, List<Stay> stays, String regime, DecisionTerm... terms) {
    return new Grant(
        child(application, regime),
        List.of(terms),
        AmountUnit.PER_TERM,
        null,
        stays,
        Optional.empty());
  }

  static Grant broken(long application, LineProblem problem) {
    return new Grant(
        child(application, "HALF_BOARDER"),
        List.of(euros(1, "90.00")),
        AmountUnit.PER_TERM,
        null,
        List.of(Stay.always(HERE)),
        Optional.of(problem));
  }

  private static StatedChild child(long application, String regime) {
    return new StatedChild(
        application,
        1_000 + application,
        application,
        "INE" + application,
        "NOM" + application,
        "Prénom",
        "4A",
        regime,
        4);
  }

  static DecisionTerm euros(int term, String amount) {
    return new DecisionTerm(term, null, new BigDecimal(amount));
  }

  static DecisionTerm rate(int term, String rate) {
    return new DecisionTerm(term, new BigDecimal(rate), new BigDecimal("0.00"));
  }

  static List<Stay> moved(LocalDate on) {
    return List.of(
        new Stay(HERE, Optional.empty(), Optional.of(on.minusDays(1))),
        new Stay(THERE, Optional.of(on), Optional.empty()));
  }

  /** The lines that a statement would have now. */
  List<StatedLine> draft(StatementKind kind, int term, long school, List<Grant> grants) {
    return StatementRule.lines(
        new StatementOrder(kind, term, school, TERMS), grants, paid(school), carried(school));
  }

  /** Makes the statement final. */
  List<StatedLine> close(StatementKind kind, int term, long school, List<Grant> grants) {
    List<StatedLine> lines = draft(kind, term, school, grants);
    finals.computeIfAbsent(school, s -> new ArrayList<>()).addAll(lines);
    owed.put(
        school,
        lines.stream()
            .filter(l -> l.kind().name().equals("CARRIED_OUT"))
            .map(StatedLine::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add));
    return lines;
  }

  /** What a school could not recover yet. */
  BigDecimal owed(long school) {
    return owed.getOrDefault(school, BigDecimal.ZERO);
  }

  /** All that a school was told, carried amounts aside, for an application. */
  BigDecimal told(long school, long application) {
    return finals.getOrDefault(school, List.of()).stream()
        .filter(l -> Long.valueOf(application).equals(l.child().applicationId()))
        .map(StatedLine::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<CarriedOver> carried(long school) {
    return owed(school).signum() > 0
        ? List.of(new CarriedOver(++statements, owed(school)))
        : List.of();
  }

  private List<Paid> paid(long school) {
    Map<String, Paid> sums = new LinkedHashMap<>();
    for (StatedLine line : finals.getOrDefault(school, List.of())) {
      @Nullable Long application = line.child().applicationId();
      if (application != null && !line.inError()) {
        sums.merge(
            application + "/" + line.term(),
            new Paid(
                application,
                line.term(),
                line.amount(),
                line.kind().gives() ? line.money().rate() : null,
                line.child().boardingStatus()),
            (a, b) ->
                new Paid(
                    a.applicationId(),
                    a.term(),
                    a.amount().add(b.amount()),
                    b.rate(),
                    b.boardingStatus()));
      }
    }
    return List.copyOf(sums.values());
  }
}
