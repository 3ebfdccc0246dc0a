package fr.gestmat.lending.control.charge;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.FrenchWords;
import fr.gestmat.lending.control.charge.ChargeNotices.Now;
import fr.gestmat.lending.entity.ChargeState;
import fr.gestmat.notice.boundary.NoticeCheck.Queued;
import fr.gestmat.notice.entity.NoticeKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What families hear of charges. */
class ChargeNoticesTest {

  @Test
  void a_family_hears_of_a_charge_once_it_is_validated_and_never_of_a_proposal() {
    List<String> told =
        ChargeState.transitions().stream()
            .flatMap(
                how ->
                    ChargeNotices.kind(how).stream()
                        .map(kind -> how.from() + " " + how.event() + ": " + kind))
            .toList();

    assertThat(told)
        .containsExactlyInAnyOrder(
            "PROPOSED VALIDATE: CHARGE_ASKED",
            "VALIDATED CANCEL: CHARGE_CANCELLED",
            "SENT CANCEL: CHARGE_CANCELLED",
            "VALIDATED FOUND: CHARGE_CANCELLED",
            "SENT FOUND: CHARGE_CANCELLED",
            "PAID FOUND: CHARGE_REFUND",
            "PAID REFUND: CHARGE_REFUND");
  }

  @ParameterizedTest
  @CsvSource({
    "CHARGE_ASKED, VALIDATED, 39, true",
    "CHARGE_ASKED, SENT, 39, true",
    "CHARGE_ASKED, VALIDATED, 20, false",
    "CHARGE_ASKED, CANCELLED, 39, false",
    "CHARGE_LOWERED, VALIDATED, 39, true",
    "CHARGE_LOWERED, VALIDATED, 20, false",
    "CHARGE_CANCELLED, CANCELLED, 39, true",
    "CHARGE_CANCELLED, VALIDATED, 39, false",
    "CHARGE_REFUND, TO_REFUND, 39, true",
    "CHARGE_REFUND, REFUNDED, 39, true",
    "CHARGE_REFUND, PAID, 39, false",
  })
  void a_notice_holds_as_long_as_the_charge_is_as_it_says(
      NoticeKind kind, ChargeState state, BigDecimal amount, boolean holds) {
    Queued notice =
        new Queued(
            1,
            kind,
            2,
            Map.of("amount", FrenchWords.amount(new BigDecimal("39.00"))),
            Instant.EPOCH);
    assertThat(ChargeNotices.holds(notice, Optional.of(new Now(state, amount)))).isEqualTo(holds);
    assertThat(ChargeNotices.holds(notice, Optional.empty())).isFalse();
  }
}
