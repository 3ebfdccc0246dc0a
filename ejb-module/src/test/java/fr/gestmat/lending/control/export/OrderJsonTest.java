package fr.gestmat.lending.control.export;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.lending.control.query.LoanFilter;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An order is the same after a task kept it. */
class OrderJsonTest {

  static Stream<ExportOrder> orders() {
    return Stream.of(
        new ExportOrder.Devices(DeviceFilter.ALL, ExportFormat.XLSX),
        new ExportOrder.Loans(LoanFilter.ofPupil(new UUID(1, 2)), ExportFormat.CSV),
        new ExportOrder.Repairs(Optional.empty(), ExportFormat.XLSX),
        new ExportOrder.Repairs(Optional.of("0670001A"), ExportFormat.CSV));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void read_as_written(ExportOrder order) {
    assertThat(OrderJson.read(OrderJson.write(order))).isEqualTo(order);
  }
}
