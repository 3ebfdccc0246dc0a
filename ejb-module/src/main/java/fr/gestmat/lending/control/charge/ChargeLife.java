package fr.gestmat.lending.control.charge;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.charge.ChargeRows.Charge;
import fr.gestmat.lending.entity.ChargeState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Moves charges, whoever causes it: the finance system hears of what it knew, the journal gets its
 * line, and the family is told. Needs a transaction.
 */
@ApplicationScoped
public class ChargeLife {

  /** What the journal calls a charge. */
  public static final String SUBJECT = "CHARGE";

  @Inject private ChargeRows rows;
  @Inject private ChargeNotices notices;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * Who causes it.
   *
   * @param authorityId authority
   * @param accountId account; null for a job
   * @param name name that is kept
   */
  public record Actor(long authorityId, @Nullable Long accountId, String name) {

    /** Somebody who is signed in. */
    public static Actor of(Caller who) {
      return new Actor(who.authorityId(), who.accountId(), who.name());
    }
  }

  /** Moves a charge from where it was read; false if it stands elsewhere meanwhile. */
  public boolean move(Charge charge, ChargeState.Transition how, Actor by) {
    boolean correction =
        how.from().isKnownToFinance()
            && switch (how.event()) {
              case CANCEL, REFUND, FOUND -> true;
              case VALIDATE, SEND, PAY, REFUNDED -> false;
            };
    if (!rows.move(charge.key(), how.from(), how.to(), correction, clock.instant())) {
      return false;
    }
    write(
        charge,
        by,
        Json.createObjectBuilder()
            .add("amount", charge.amount().toPlainString())
            .add("state", Json.createArrayBuilder().add(how.from().name()).add(how.to().name()))
            .build());
    notices.moved(by.authorityId(), charge, how);
    return true;
  }

  /** Asks less than before, more than zero; false if it stands elsewhere meanwhile. */
  boolean lower(Charge charge, BigDecimal amount, Actor by) {
    if (!rows.lower(charge.key(), charge.state(), amount, clock.instant())) {
      return false;
    }
    write(charge, by, amounts(charge, amount));
    notices.lowered(by.authorityId(), charge, amount);
    return true;
  }

  /**
   * Asks for another amount, more than zero, of which nobody outside knows yet; false if the charge
   * is no longer only proposed.
   */
  public boolean correct(Charge charge, BigDecimal amount, Actor by) {
    if (!rows.correct(charge.key(), amount, clock.instant())) {
      return false;
    }
    write(charge, by, amounts(charge, amount));
    return true;
  }

  private static JsonObject amounts(Charge charge, BigDecimal amount) {
    return Json.createObjectBuilder()
        .add(
            "amount",
            Json.createArrayBuilder()
                .add(charge.amount().toPlainString())
                .add(amount.toPlainString()))
        .build();
  }

  private void write(Charge charge, Actor by, JsonObject detail) {
    journal.write(
        new JournalEvent(
            by.authorityId(),
            charge.schoolId(),
            by.accountId(),
            by.name(),
            LendingAction.CHARGE_MOVED.name(),
            SUBJECT,
            charge.key(),
            null,
            detail.toString()));
  }
}
