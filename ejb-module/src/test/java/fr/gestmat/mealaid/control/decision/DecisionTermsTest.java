package fr.gestmat.mealaid.control.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.decision.Assessed.Gift;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.mealaid.entity.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTermsTest {

  static final List<Term> YEAR =
      List.of(
          new Term(1, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31), 60),
          new Term(2, LocalDate.of(2027, 1, 1), LocalDate.of(2027, 3, 31), 45),
          new Term(3, LocalDate.of(2027, 4, 1), LocalDate.of(2027, 6, 30), 40));

  static List<DecisionTerm> whole(AmountUnit unit, String value) {
    return DecisionTerms.of(
        Optional.of(new Gift(1, "", unit, new BigDecimal(value))), YEAR, 1, Optional.empty());
  }

  static String said(List<DecisionTerm> terms) {
    return terms.stream()
        .map(t -> t.term() + ":" + t.amount() + (t.rate() == null ? "" : "@" + t.rate()))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "{0} {1} from term {2}, {3} meals a week: {4}")
  @CsvSource({
    "PER_TERM, 50, 1, 5, 1:50.00 2:50.00 3:50.00",
    "PER_TERM, 50, 2, 5, 2:50.00 3:50.00",
    "PER_YEAR, 100, 1, 5, 1:33.33 2:33.33 3:33.33",
    "PER_YEAR, 100, 3, 5, 3:33.33",
    "PER_MEAL, 2.10, 1, 5, 1:126.00 2:94.50 3:84.00",
    "PER_MEAL, 2.10, 1, 4, 1:100.80 2:75.60 3:67.20",
    "PER_MEAL, 0, 1, 4, 1:0.00 2:0.00 3:0.00",
    "RATE, 50, 1, 5, 1:0.00@50.00 2:0.00@50.00 3:0.00@50.00"
  })
  void gives_each_term(AmountUnit unit, String value, int first, int meals, String expected) {
    Gift gift = new Gift(1, "", unit, new BigDecimal(value));
    assertThat(said(DecisionTerms.of(Optional.of(gift), YEAR, first, Optional.of(meals))))
        .isEqualTo(expected);
  }

  @Test
  void a_refusal_gives_nothing() {
    assertThat(DecisionTerms.of(Optional.empty(), YEAR, 1, Optional.of(4))).isEmpty();
  }
}
