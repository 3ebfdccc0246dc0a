package fr.gestmat.lending.control.charge;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.charge.ChargeRows.Charge;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.entity.ChargeState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
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

  /**
   * What the journal says of a charge.
   *
   * @param key its key
   * @param schoolId the school that it counts for
   * @param amount euros
   */
  public record Moved(long key, long schoolId, BigDecimal amount) {

    /** A charge that was read. */
    public static Moved of(Charge charge) {
      return new Moved(charge.key(), charge.schoolId(), charge.amount());
    }

    /** The row at hand with the columns {@code id}, {@code school_id} and {@code amount}. */
    static Moved read(Row row) throws SQLException {
      return new Moved(row.number("id"), row.number("school_id"), row.amount("amount"));
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
    moved(Moved.of(charge), Optional.of(how.from()), how.to(), by);
    notices.moved(by.authorityId(), charge, how);
    return true;
  }

  /**
   * Leaves the line in the journal of a charge that was moved together with others.
   *
   * @param from where it stood before; empty if it was proposed just now
   */
  public void moved(Moved charge, Optional<ChargeState> from, ChargeState to, Actor by) {
    JsonArrayBuilder states = Json.createArrayBuilder();
    from.ifPresentOrElse(state -> states.add(state.name()), states::addNull);
    write(
        charge,
        by,
        Json.createObjectBuilder()
            .add("amount", charge.amount().toPlainString())
            .add("state", states.add(to.name()))
            .build());
  }

  /** Asks less than before, more than zero; false if it stands elsewhere meanwhile. */
  boolean lower(Charge charge, BigDecimal amount, Actor by) {
    if (!rows.lower(charge.key(), charge.state(), amount, clock.instant())) {
      return false;
    }
    write(Moved.of(charge), by, amounts(charge, amount));
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
    write(Moved.of(charge), by, amounts(charge, amount));
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

  private void write(Moved charge, Actor by, JsonObject detail) {
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
