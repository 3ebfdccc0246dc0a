package fr.gestmat.lending.control.label;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.reports.label.LabelFormats;
import fr.gestmat.reports.label.Symbology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is ordered is what a background task prints. */
class LabelOrderTest {

  private static LabelOrder order(List<String> tags, DeviceFilter filter) {
    return new LabelOrder(
        tags, filter, LabelFormats.all().get(0), Symbology.QR, LabelOutput.ZPL_300, 4);
  }

  @Test
  void pasted_tags_are_read_like_scanned_ones_and_each_is_printed_once() {
    assertThat(order(List.of(" ge-0001 ", "", "GE-0001", "ge-0002"), DeviceFilter.ALL).tags())
        .containsExactly("GE-0001", "GE-0002");
  }

  @Test
  void an_order_survives_as_the_parameters_of_a_task() {
    LabelOrder order =
        order(
            List.of("GE-\"1\"", "É;2"),
            new DeviceFilter(
                Set.of(DeviceState.IN_STOCK, DeviceState.EXPECTED),
                Optional.of(UUID.randomUUID()),
                Optional.of("0670001A"),
                Optional.empty(),
                true,
                Optional.of(UUID.randomUUID()),
                "a%_"));
    assertThat(LabelOrder.read(order.toJson())).isEqualTo(order);
  }
}
