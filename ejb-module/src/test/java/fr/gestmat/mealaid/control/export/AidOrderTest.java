package fr.gestmat.mealaid.control.export;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.review.WorkFilter;
import fr.gestmat.mealaid.control.review.WorkFilter.Assigned;
import fr.gestmat.mealaid.control.review.WorkFilter.Flag;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.reports.spreadsheet.Column;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a background task keeps of an order is the order. */
class AidOrderTest {

  static Stream<WorkFilter> filters() {
    return Stream.of(
        WorkFilter.ALL,
        new WorkFilter(
            Optional.of(ApplicationState.GRANTED),
            Optional.of("0990001A"),
            new Assigned.Officer(UUID.randomUUID()),
            Optional.of(false),
            Optional.of(Flag.LATE),
            "d'Artagnan \"=1+1\""),
        new WorkFilter(
            Optional.empty(),
            Optional.empty(),
            new Assigned.Nobody(),
            Optional.of(true),
            Optional.empty(),
            ""),
        new WorkFilter(
            Optional.empty(),
            Optional.empty(),
            new Assigned.Me(),
            Optional.empty(),
            Optional.empty(),
            "12"));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void an_order_survives(WorkFilter filter) {
    AidOrder order = new AidOrder(UUID.randomUUID(), filter);
    assertThat(AidOrder.read(order.json())).isEqualTo(order);
  }

  @Test
  @DisplayName("M-I16, M-I21 columns stand in one order, the last says whether names are gone")
  void columns() {
    assertThat(ExportedApplication.COLUMNS)
        .extracting(Column::heading)
        .startsWith("Numéro", "État", "Nom de l'enfant", "Prénom de l'enfant")
        .endsWith("Suivie par", "Anonymisée")
        .doesNotHaveDuplicates();
  }
}
