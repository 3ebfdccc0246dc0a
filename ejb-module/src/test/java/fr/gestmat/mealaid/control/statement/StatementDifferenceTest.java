package fr.gestmat.mealaid.control.statement;

import static fr.gestmat.mealaid.control.statement.SchoolYear.HERE;
import static fr.gestmat.mealaid.control.statement.SchoolYear.euros;
import static fr.gestmat.mealaid.control.statement.SchoolYear.grant;
import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a bursar looks at first: who is new, who is gone, whose amount is another. */
class StatementDifferenceTest {

  private static List<StatedLine> lines(Grant... grants) {
    return new SchoolYear().draft(StatementKind.REGULAR, 1, HERE, Arrays.asList(grants));
  }

  private static Grant child(long id, String amount) {
    return grant(id, List.of(Stay.always(HERE)), euros(1, amount));
  }

  @Test
  void tells_children_apart() {
    assertThat(
            StatementDifference.between(
                lines(child(1, "90.00"), child(2, "90.00"), child(3, "90.00")),
                lines(child(2, "45.00"), child(3, "90.00"), child(4, "60.00"))))
        .extracting(c -> c.familyName() + " " + c.change() + " " + c.before() + " " + c.now())
        .containsExactly(
            "NOM2 OTHER_AMOUNT 90.00 45.00", "NOM4 NEW 0.00 60.00", "NOM1 GONE 90.00 0.00");
  }
}
