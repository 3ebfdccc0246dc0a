package fr.gestmat.mealaid.control.scale;

import static fr.gestmat.mealaid.control.scale.Finding.Code.COLUMN_GAP;
import static fr.gestmat.mealaid.control.scale.Finding.Code.COLUMN_UNEXPECTED;
import static fr.gestmat.mealaid.control.scale.Finding.Code.EMPTY_BRACKET;
import static fr.gestmat.mealaid.control.scale.Finding.Code.NO_BRACKET;
import static fr.gestmat.mealaid.control.scale.Finding.Code.NO_COLUMN;
import static fr.gestmat.mealaid.control.scale.Finding.Code.NO_START;
import static fr.gestmat.mealaid.control.scale.Finding.Code.RATE_OVER_100;
import static fr.gestmat.mealaid.control.scale.Finding.Code.TWO_DEFAULTS;
import static fr.gestmat.mealaid.control.scale.Finding.Code.UNREACHABLE;

import fr.gestmat.mealaid.entity.AmountUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is looked at before a scale is published. */
public final class ScaleChecks {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ScaleChecks() {}

  /**
   * Looks at a scale that is about to be published.
   *
   * @param startsOn the one day from which all of its brackets hold; absent if it was not given
   * @return what was seen, errors first; empty if it can be published at once
   */
  public static List<Finding> publish(Scale scale, Optional<LocalDate> startsOn) {
    List<Finding> findings = new ArrayList<>();
    if (startsOn.isEmpty()) {
      findings.add(Finding.of(NO_START, List.of()));
    }
    if (scale.brackets().isEmpty()) {
      findings.add(Finding.of(NO_BRACKET, List.of()));
      return findings;
    }
    byItself(scale, findings);
    columns(scale, findings);
    defaults(scale, findings);
    List<Integer> hidden = hidden(scale);
    hidden.forEach(row -> findings.add(Finding.of(UNREACHABLE, List.of(row))));
    Coverage coverage = new Coverage(scale, hidden);
    findings.addAll(coverage.holesAndOverlaps());
    findings.addAll(coverage.order());
    findings.addAll(Outliers.among(scale));
    return findings.stream()
        .sorted(java.util.Comparator.comparing(Finding::severity))
        .distinct()
        .toList();
  }

  private static void byItself(Scale scale, List<Finding> findings) {
    for (int row = 0; row < scale.brackets().size(); row++) {
      Bracket bracket = scale.brackets().get(row);
      if (bracket.span(scale.style()).isEmpty()) {
        findings.add(
            Finding.of(
                EMPTY_BRACKET,
                List.of(row),
                bracket.from().orElse(BigDecimal.ZERO),
                bracket.upTo().orElse(BigDecimal.ZERO)));
      }
      BigDecimal most = bracket.tariff().most();
      if (scale.result() == AmountUnit.RATE && most.compareTo(HUNDRED) > 0) {
        findings.add(Finding.of(RATE_OVER_100, List.of(row), most));
      }
      if (!scale.kind().hasColumns() && bracket.column().isPresent()) {
        findings.add(Finding.of(COLUMN_UNEXPECTED, List.of(row), bracket.column().get()));
      }
    }
  }

  private static void columns(Scale scale, List<Finding> findings) {
    if (!scale.kind().hasColumns()) {
      return;
    }
    List<Integer> columns = scale.columns();
    if (columns.isEmpty()) {
      findings.add(Finding.of(NO_COLUMN, List.of()));
      return;
    }
    IntStream.range(1, columns.get(columns.size() - 1))
        .filter(children -> !columns.contains(children))
        .forEach(children -> findings.add(Finding.of(COLUMN_GAP, List.of(), children)));
  }

  private static void defaults(Scale scale, List<Finding> findings) {
    List<Integer> columns = scale.columns();
    for (int column : columns.isEmpty() ? List.of(0) : columns) {
      List<Integer> rows =
          IntStream.range(0, scale.brackets().size())
              .filter(row -> scale.brackets().get(row).isTop())
              .filter(row -> scale.brackets().get(row).column().orElse(column) == column)
              .boxed()
              .toList();
      if (rows.size() > 1) {
        findings.add(Finding.of(TWO_DEFAULTS, rows, column));
      }
    }
  }

  /** The brackets that no household can reach, as earlier ones take all of theirs. */
  private static List<Integer> hidden(Scale scale) {
    List<Integer> all = new ArrayList<>();
    for (int row = 1; row < scale.brackets().size(); row++) {
      Bracket bracket = scale.brackets().get(row);
      List<Span> before =
          scale.brackets().subList(0, row).stream()
              .filter(other -> other.column().isEmpty() || other.column().equals(bracket.column()))
              .filter(other -> other.condition().includes(bracket.condition()))
              .map(other -> other.span(scale.style()))
              .toList();
      Span span = bracket.span(scale.style());
      if (!span.isEmpty() && Coverage.covers(before, span)) {
        all.add(row);
      }
    }
    return all;
  }
}
