package fr.gestmat.lending.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole life of charges and of incidents, state by state. */
class ChargeStateTest {

  @ParameterizedTest(name = "charge {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "PROPOSED | VALIDATE>VALIDATED/REGION CANCEL>CANCELLED/STOCK FOUND>CANCELLED/DESK",
        "VALIDATED | SEND>SENT/REGION CANCEL>CANCELLED/REGION FOUND>CANCELLED/DESK",
        "SENT | PAY>PAID/REGION CANCEL>CANCELLED/REGION FOUND>CANCELLED/DESK",
        "PAID | FOUND>TO_REFUND/DESK REFUND>TO_REFUND/REGION",
        "TO_REFUND | REFUNDED>REFUNDED/REGION",
        "REFUNDED | -",
        "CANCELLED | -"
      })
  void charges(ChargeState state, String wanted) {
    assertThat(
            Arrays.stream(ChargeState.Event.values())
                .flatMap(e -> state.on(e).stream())
                .map(t -> t.event() + ">" + t.to() + "/" + t.by())
                .collect(Collectors.joining(" ")))
        .isEqualTo(wanted.equals("-") ? "" : wanted);
  }

  @ParameterizedTest(name = "incident {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "DECLARED | DECIDE>DECIDED/STOCK FOUND>CLOSED/DESK CANCEL>CANCELLED/STOCK",
        "DECIDED | CLOSE>CLOSED/STOCK FOUND>CLOSED/DESK CANCEL>CANCELLED/STOCK",
        "CLOSED | REOPEN>DECIDED/DESK",
        "CANCELLED | -"
      })
  void incidents(IncidentState state, String wanted) {
    assertThat(
            Arrays.stream(IncidentState.Event.values())
                .flatMap(e -> state.on(e).stream())
                .map(t -> t.event() + ">" + t.to() + "/" + t.by())
                .collect(Collectors.joining(" ")))
        .isEqualTo(wanted.equals("-") ? "" : wanted);
  }
}
