package fr.gestmat.mealaid.control.scale;

import static fr.gestmat.mealaid.control.scale.Finding.Code.COLUMN_ORDER;
import static fr.gestmat.mealaid.control.scale.Finding.Code.HOLE;
import static fr.gestmat.mealaid.control.scale.Finding.Code.NOT_MONOTONE;
import static fr.gestmat.mealaid.control.scale.Finding.Code.OVERLAP;

import fr.gestmat.mealaid.entity.scale.Sense;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the brackets of a scale lie beside each other, column by column. Brackets without a condition
 * have to cover every figure; those under one are exceptions, and need not.
 */
final class Coverage {

  /** A bracket with its place and its figures. */
  private record Line(int row, Bracket bracket, Span span) {}

  private final Scale scale;
  private final List<Line> lines = new ArrayList<>();

  /**
   * Takes the brackets of a scale.
   *
   * @param hidden places of brackets that never apply, which are left aside
   */
  Coverage(Scale scale, List<Integer> hidden) {
    this.scale = scale;
    for (int row = 0; row < scale.brackets().size(); row++) {
      Bracket bracket = scale.brackets().get(row);
      Span span = bracket.span(scale.style());
      if (!span.isEmpty() && !hidden.contains(row)) {
        lines.add(new Line(row, bracket, span));
      }
    }
  }

  /** Whether spans together hold every figure of one. */
  static boolean covers(List<Span> spans, Span wanted) {
    long next = wanted.first();
    for (Span span : spans.stream().sorted(Comparator.comparingLong(Span::first)).toList()) {
      if (span.first() > next) {
        return false;
      }
      if (span.last() >= wanted.last()) {
        return true;
      }
      next = Math.max(next, span.last() + 1);
    }
    return false;
  }

  /** Figures with no bracket, and figures with two. */
  List<Finding> holesAndOverlaps() {
    List<Finding> findings = new ArrayList<>();
    for (int column : columns()) {
      for (Condition condition : conditions()) {
        List<Line> group = group(column, condition);
        overlaps(column, group, findings);
        if (condition.isNone()) {
          holes(column, group, findings);
        }
      }
    }
    return findings;
  }

  /** Where who has more gets more, and where more children get less. */
  List<Finding> order() {
    List<Finding> findings = new ArrayList<>();
    for (int column : columns()) {
      for (Condition condition : conditions()) {
        rising(column, group(column, condition), findings);
      }
    }
    List<Integer> columns = columns();
    for (int i = 1; i < columns.size(); i++) {
      between(columns.get(i - 1), columns.get(i)).ifPresent(findings::add);
    }
    return findings;
  }

  private static void overlaps(int column, List<Line> group, List<Finding> findings) {
    for (int i = 0; i < group.size(); i++) {
      for (int j = i + 1; j < group.size(); j++) {
        Line one = group.get(i);
        Line other = group.get(j);
        if (one.span().meets(other.span())) {
          findings.add(
              Finding.of(
                  OVERLAP,
                  List.of(Math.min(one.row(), other.row()), Math.max(one.row(), other.row())),
                  column,
                  Span.euros(Math.max(one.span().first(), other.span().first())),
                  end(Math.min(one.span().last(), other.span().last()))));
        }
      }
    }
  }

  private static void holes(int column, List<Line> group, List<Finding> findings) {
    long next = 0;
    List<Integer> before = List.of();
    for (Line line : group) {
      if (line.span().first() > next) {
        List<Integer> beside = new ArrayList<>(before);
        beside.add(line.row());
        findings.add(
            Finding.of(HOLE, beside, column, Span.euros(next), end(line.span().first() - 1)));
      }
      if (line.span().last() == Span.ENDLESS) {
        return;
      }
      if (line.span().last() >= next) {
        next = line.span().last() + 1;
        before = List.of(line.row());
      }
    }
    findings.add(Finding.of(HOLE, before, column, Span.euros(next), ""));
  }

  private void rising(int column, List<Line> group, List<Finding> findings) {
    for (int i = 0; i < group.size(); i++) {
      Line line = group.get(i);
      BigDecimal first = value(line, line.span().first());
      BigDecimal last = value(line, Math.min(line.span().last(), farthest()));
      if (isWorse(first, last)) {
        findings.add(Finding.of(NOT_MONOTONE, List.of(line.row()), column, first, last));
      }
      if (i > 0) {
        Line before = group.get(i - 1);
        BigDecimal end = value(before, Math.min(before.span().last(), farthest()));
        if (isWorse(end, first)) {
          findings.add(
              Finding.of(NOT_MONOTONE, List.of(before.row(), line.row()), column, end, first));
        }
      }
    }
  }

  private Optional<Finding> between(int fewer, int more) {
    List<Line> few = group(fewer, Condition.NONE);
    List<Line> many = group(more, Condition.NONE);
    Set<Long> figures = new TreeSet<>();
    few.forEach(line -> figures.add(line.span().first()));
    many.forEach(line -> figures.add(line.span().first()));
    for (long figure : figures) {
      Optional<Line> one = at(few, figure);
      Optional<Line> other = at(many, figure);
      if (one.isPresent() && other.isPresent()) {
        BigDecimal ofFewer = value(one.get(), figure);
        BigDecimal ofMore = value(other.get(), figure);
        if (isWorse(ofMore, ofFewer)) {
          return Optional.of(
              Finding.of(
                  COLUMN_ORDER,
                  List.of(one.get().row(), other.get().row()),
                  fewer,
                  more,
                  Span.euros(figure),
                  ofFewer,
                  ofMore));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Line> at(List<Line> group, long figure) {
    return group.stream().filter(line -> line.span().holds(figure)).findFirst();
  }

  /** Whether it is better to have the second value than the first, where it should not be. */
  private boolean isWorse(BigDecimal first, BigDecimal second) {
    int difference = second.compareTo(first);
    return scale.sense() == Sense.AID ? difference > 0 : difference < 0;
  }

  private static BigDecimal value(Line line, long cents) {
    return line.bracket().tariff().at(Span.euros(cents));
  }

  /** A figure beyond every bound, for brackets without end. */
  private long farthest() {
    return 100
        + lines.stream()
            .flatMapToLong(
                line -> java.util.stream.LongStream.of(line.span().first(), line.span().last()))
            .filter(cents -> cents != Span.ENDLESS)
            .max()
            .orElse(0);
  }

  private List<Line> group(int column, Condition condition) {
    return lines.stream()
        .filter(line -> line.bracket().column().orElse(column) == column)
        .filter(line -> line.bracket().condition().equals(condition))
        .sorted(Comparator.comparingLong((Line line) -> line.span().first()))
        .toList();
  }

  private List<Integer> columns() {
    List<Integer> columns = scale.columns();
    return columns.isEmpty() ? List.of(0) : columns;
  }

  private Set<Condition> conditions() {
    Set<Condition> all = new LinkedHashSet<>();
    all.add(Condition.NONE);
    lines.forEach(line -> all.add(line.bracket().condition()));
    return all;
  }

  private static Object end(long cents) {
    return cents == Span.ENDLESS ? "" : Span.euros(cents);
  }
}
