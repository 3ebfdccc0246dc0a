package fr.gestmat.lending.control.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.policy.IncidentRule;
import fr.gestmat.lending.control.policy.IncidentRule.ChargeKind;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an incident leads to, rule by rule. */
class IncidentPolicyTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      nullValues = "-",
      value = {
        "Grand Est breakage, NONE, false, NONE, false, false, true, false, 389, NONE, -,"
            + " NO_NEW_DEVICE NO_CHARGE",
        "Grand Est theft with a report, EMERGENCY, true, NONE, false, false, true, true, 389,"
            + " EMERGENCY, -, NEW_FROM_EMERGENCY NO_CHARGE",
        "Grand Est theft without a report, EMERGENCY, true, NONE, false, false, true, false, 389,"
            + " NONE, -, NEW_DEVICE_WITH_REPORT NO_CHARGE",
        "yearly loss, NONE, false, REPLACEMENT_PRICE, true, true, true, false, 389, NONE, 389,"
            + " NO_NEW_DEVICE ALL_BLOCKED PRICE_CHARGED REFUND_IF_FOUND",
        "loss without a price, NONE, false, REPLACEMENT_PRICE, false, true, true, false, -,"
            + " NONE, -, NO_NEW_DEVICE PRICE_MISSING",
        "a price of nothing, NONE, false, REPLACEMENT_PRICE, false, true, true, false, 0, NONE,"
            + " -, NO_NEW_DEVICE NO_CHARGE",
        "breakage before the repair, STOCK, false, REPAIR_COST, false, false, true, false, 389,"
            + " STOCK, -, NEW_FROM_STOCK CHARGE_AFTER_REPAIR",
        "nobody had it, STOCK, false, REPLACEMENT_PRICE, true, true, false, false, 389, NONE, -,"
            + " NOBODY_HELD_IT"
      })
  void verdicts(
      String name,
      Replacement from,
      boolean needsReport,
      ChargeKind charge,
      boolean blocks,
      boolean refund,
      boolean held,
      boolean report,
      BigDecimal price,
      Replacement given,
      BigDecimal asked,
      String why) {
    IncidentPolicy.Verdict verdict =
        IncidentPolicy.decide(
            new IncidentPolicy.Facts(
                new IncidentRule(from, needsReport, charge, blocks, refund),
                held,
                report,
                Optional.ofNullable(price)));

    assertThat(verdict.replacement()).as(name).isEqualTo(given);
    assertThat(verdict.blocks()).isEqualTo(blocks && held);
    assertThat(verdict.charge()).isEqualTo(Optional.ofNullable(asked));
    assertThat(
            verdict.reasons().stream()
                .map(IncidentPolicy.Why::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(why);
  }

  @ParameterizedTest(name = "a repair of {0}, a device of {1}: {2}")
  @CsvSource({
    "60, 389, 60",
    "512.40, 389, 389",
    "0, 389, ",
    "60, , 60",
    "60, 0, 60",
  })
  void whatARepairAsksFor(BigDecimal cost, BigDecimal price, BigDecimal asked) {
    assertThat(IncidentPolicy.repairCharge(cost, Optional.ofNullable(price)))
        .isEqualTo(Optional.ofNullable(asked));
  }

  @ParameterizedTest(name = "{0} {1} {2} {3} {4} {5} {6}: {7}")
  @CsvSource({
    "false, STOCK, false, true, REPLACEMENT_PRICE, true, true, NOBODY_HELD_IT",
    "true, NONE, false, true, REPLACEMENT_PRICE, true, true,"
        + " NO_NEW_DEVICE ALL_BLOCKED PRICE_CHARGED REFUND_IF_FOUND",
    "true, NONE, true, false, NONE, false, false, NEW_DEVICE_WITH_REPORT NO_CHARGE",
    "true, EMERGENCY, false, false, REPLACEMENT_PRICE, false, true,"
        + " NEW_FROM_EMERGENCY PRICE_MISSING",
    "true, STOCK, false, false, REPAIR_COST, false, false, NEW_FROM_STOCK CHARGE_AFTER_REPAIR",
    "true, STOCK, false, false, REPAIR_COST, true, false, NEW_FROM_STOCK REPAIR_CHARGED"
  })
  void what_was_decided_is_told_from_what_was_kept(
      boolean held,
      Replacement from,
      boolean waits,
      boolean blocks,
      ChargeKind charge,
      boolean asked,
      boolean refund,
      String why) {
    assertThat(
            IncidentPolicy.kept(held, from, waits, blocks, charge, asked, refund).stream()
                .map(IncidentPolicy.Why::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(why);
  }
}
