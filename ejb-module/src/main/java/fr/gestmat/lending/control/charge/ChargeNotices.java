package fr.gestmat.lending.control.charge;

import fr.gestmat.lending.control.FrenchWords;
import fr.gestmat.lending.control.charge.ChargeRows.Charge;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.reminder.FollowUps;
import fr.gestmat.lending.entity.ChargeState;
import fr.gestmat.notice.boundary.NoticeCheck;
import fr.gestmat.notice.entity.NoticeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells families of what they are asked for. A proposal is nothing that they know of: they hear of
 * a charge once it is validated, and of what becomes of it from then on.
 */
@ApplicationScoped
public class ChargeNotices implements NoticeCheck {

  private static final Set<NoticeKind> KINDS =
      EnumSet.of(
          NoticeKind.CHARGE_ASKED,
          NoticeKind.CHARGE_LOWERED,
          NoticeKind.CHARGE_CANCELLED,
          NoticeKind.CHARGE_REFUND);
  private static final String AMOUNT = "amount";

  @Inject private FollowUps followUps;
  @Inject private ReadModel database;

  /** A charge as it is now. */
  record Now(ChargeState state, BigDecimal amount) {}

  /** A charge moved. */
  void moved(long authorityId, Charge charge, ChargeState.Transition how) {
    kind(how).ifPresent(kind -> tell(authorityId, kind, charge, Map.of()));
  }

  /** A charge that finance dropped or gave back by itself. */
  public void answered(long authorityId, Charge charge, ChargeState from) {
    if (charge.state() == ChargeState.CANCELLED && from != ChargeState.CANCELLED) {
      tell(authorityId, NoticeKind.CHARGE_CANCELLED, charge, Map.of());
    }
  }

  /** A charge asks less; only who knew of it is told. */
  void lowered(long authorityId, Charge charge, BigDecimal amount) {
    if (charge.state() != ChargeState.PROPOSED) {
      tell(
          authorityId,
          NoticeKind.CHARGE_LOWERED,
          charge,
          Map.of(
              "before", FrenchWords.amount(charge.amount()), AMOUNT, FrenchWords.amount(amount)));
    }
  }

  private void tell(long authorityId, NoticeKind kind, Charge charge, Map<String, String> further) {
    Map<String, String> facts = new HashMap<>();
    facts.put(AMOUNT, FrenchWords.amount(charge.amount()));
    facts.put("what", what(charge));
    facts.putAll(further);
    followUps.queue(
        new FollowUps.About(
            authorityId, charge.schoolId(), kind, charge.pupilKey(), charge.key(), facts));
  }

  static Optional<NoticeKind> kind(ChargeState.Transition how) {
    return switch (how.to()) {
      case VALIDATED -> Optional.of(NoticeKind.CHARGE_ASKED);
      case CANCELLED ->
          how.from() == ChargeState.PROPOSED
              ? Optional.empty()
              : Optional.of(NoticeKind.CHARGE_CANCELLED);
      case TO_REFUND -> Optional.of(NoticeKind.CHARGE_REFUND);
      case PROPOSED, SENT, PAID, REFUNDED -> Optional.empty();
    };
  }

  private static String what(Charge charge) {
    String device = charge.model() + " (" + charge.assetTag() + ")";
    if (!charge.accessory().isEmpty()) {
      return charge.accessory() + " de " + device;
    }
    return switch (charge.reason()) {
      case "BREAKAGE" -> "la casse de " + device;
      case "LOSS" -> "la perte de " + device;
      case "THEFT" -> "le vol de " + device;
      default -> device;
    };
  }

  @Override
  public Set<NoticeKind> kinds() {
    return KINDS;
  }

  @Override
  public Set<Long> outOfDate(Collection<Queued> about) {
    Map<Long, Now> charges = new HashMap<>();
    database.list(
        new SqlText()
            .add("select id, state, amount from recovery_charge where")
            .in("id in", about.stream().map(Queued::subjectId).distinct().toList()),
        row ->
            charges.put(
                row.number("id"),
                new Now(ChargeState.valueOf(row.text("state")), row.amount("amount"))));
    return about.stream()
        .filter(notice -> !holds(notice, Optional.ofNullable(charges.get(notice.subjectId()))))
        .map(Queued::id)
        .collect(Collectors.toSet());
  }

  /** What was asked and is lowered or dropped within the hour is told once, as it is. */
  static boolean holds(Queued notice, Optional<Now> charge) {
    if (charge.isEmpty()) {
      return false;
    }
    ChargeState state = charge.get().state();
    boolean asked =
        state == ChargeState.VALIDATED || state == ChargeState.SENT || state == ChargeState.PAID;
    return switch (notice.kind()) {
      case CHARGE_ASKED, CHARGE_LOWERED ->
          asked
              && FrenchWords.amount(charge.get().amount())
                  .equals(notice.facts().getOrDefault(AMOUNT, ""));
      case CHARGE_CANCELLED -> state == ChargeState.CANCELLED;
      case CHARGE_REFUND -> state == ChargeState.TO_REFUND || state == ChargeState.REFUNDED;
      default -> true;
    };
  }
}
