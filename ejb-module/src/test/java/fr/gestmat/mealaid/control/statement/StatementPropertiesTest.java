package fr.gestmat.mealaid.control.statement;

import static fr.gestmat.mealaid.control.statement.SchoolYear.HERE;
import static fr.gestmat.mealaid.control.statement.SchoolYear.THERE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.mealaid.entity.Term;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every history of decisions, moves and final statements. */
class StatementPropertiesTest {

  /**
   * A year as it goes: what is decided before each final statement.
   *
   * @param grants what stands when the statement is computed
   * @param kind what for
   * @param term 1 to 3
   */
  record Turn(List<Grant> grants, StatementKind kind, int term) {}

  @Property(tries = 300)
  void statements_add_up_in_every_grouping_and_are_never_negative(
      @ForAll("histories") List<Turn> turns) {
    SchoolYear year = new SchoolYear();
    for (Turn turn : turns) {
      for (long school : new long[] {HERE, THERE}) {
        List<StatedLine> lines = year.close(turn.kind(), turn.term(), school, turn.grants());
        BigDecimal total = StatementSums.total(lines);

        assertThat(total.signum()).isNotNegative();
        assertThat(grouped(lines, StatedLine::kind)).isEqualByComparingTo(total);
        assertThat(grouped(lines, StatedLine::term)).isEqualByComparingTo(total);
        assertThat(grouped(lines, line -> String.valueOf(line.child().boardingStatus())))
            .isEqualByComparingTo(total);
        assertThat(grouped(lines, line -> String.valueOf(line.child().applicationId())))
            .isEqualByComparingTo(total);
        assertThat(grouped(lines, line -> String.valueOf(line.child().className())))
            .isEqualByComparingTo(total);
      }
    }
  }

  /** After a last correction both schools hold exactly what the last decision gives. */
  @Property(tries = 300)
  void what_was_told_comes_to_what_is_due(@ForAll("histories") List<Turn> turns) {
    SchoolYear year = new SchoolYear();
    turns.forEach(turn -> both(year, turn));
    List<Grant> last = turns.get(turns.size() - 1).grants();
    both(year, new Turn(last, StatementKind.CORRECTION, 3));

    for (Grant grant : last) {
      for (long school : new long[] {HERE, THERE}) {
        assertThat(year.told(school, grant.applicationId()))
            .isEqualByComparingTo(due(grant, school));
        assertThat(kinds(year.draft(StatementKind.CORRECTION, 3, school, last)))
            .as("nothing is left to correct but what is carried over")
            .allMatch(kind -> kind.startsWith("CARRIED"));
      }
    }
  }

  @Property
  void the_parts_of_a_whole_term_add_up_to_the_amount(
      @ForAll("amounts") BigDecimal amount, @ForAll("days") LocalDate day) {
    Presence presence = Presence.in(SchoolYear.TERMS.get(0), SchoolYear.moved(day));
    BigDecimal here = part(presence, HERE, amount);
    BigDecimal there = part(presence, THERE, amount);

    assertThat(here.signum()).isNotNegative();
    assertThat(there.signum()).isNotNegative();
    assertThat(here.add(there)).isEqualByComparingTo(amount);
  }

  private static BigDecimal part(Presence presence, long school, BigDecimal amount) {
    return presence.part(school, amount).map(Presence.Part::amount).orElse(BigDecimal.ZERO);
  }

  private static void both(SchoolYear year, Turn turn) {
    year.close(turn.kind(), turn.term(), HERE, turn.grants());
    year.close(turn.kind(), turn.term(), THERE, turn.grants());
  }

  private static List<String> kinds(List<StatedLine> lines) {
    return lines.stream().map(line -> line.kind().name()).toList();
  }

  private static BigDecimal due(Grant grant, long school) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Term term : SchoolYear.TERMS) {
      Optional<DecisionTerm> given = grant.in(term.number());
      if (given.isPresent()) {
        sum = sum.add(part(Presence.in(term, grant.stays()), school, given.get().amount()));
      }
    }
    return sum;
  }

  private static <K extends Comparable<K>> BigDecimal grouped(
      List<StatedLine> lines, Function<StatedLine, K> key) {
    Map<K, StatementSums.Sum> sums = StatementSums.by(lines, key);
    assertThat(sums.values().stream().mapToInt(StatementSums.Sum::lines).sum())
        .isEqualTo(lines.size());
    return sums.values().stream()
        .map(StatementSums.Sum::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Provide
  Arbitrary<BigDecimal> amounts() {
    return Arbitraries.bigDecimals().between(BigDecimal.ZERO, new BigDecimal("400")).ofScale(2);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(-10, 330)
        .map(days -> LocalDate.of(2026, 9, 1).plusDays(days));
  }

  private Arbitrary<Grant> grant(long application) {
    Arbitrary<List<Stay>> stays =
        Arbitraries.oneOf(
            Arbitraries.just(List.of(Stay.always(HERE))), days().map(SchoolYear::moved));
    return Combinators.combine(stays, amounts().list().ofSize(3), Arbitraries.of(true, false))
        .as(
            (where, amounts, granted) -> {
              List<DecisionTerm> terms = new ArrayList<>();
              for (int i = 0; granted && i < amounts.size(); i++) {
                terms.add(new DecisionTerm(i + 1, null, amounts.get(i)));
              }
              return SchoolYear.grant(application, where, terms.toArray(new DecisionTerm[0]));
            });
  }

  @Provide
  Arbitrary<List<Turn>> histories() {
    Arbitrary<List<Grant>> grants =
        Combinators.combine(grant(1), grant(2), grant(3)).as((a, b, c) -> List.of(a, b, c));
    return Combinators.combine(
            grants, Arbitraries.of(StatementKind.class), Arbitraries.integers().between(1, 3))
        .as(Turn::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }
}
