package fr.gestmat.lending.control.incident;

import fr.gestmat.lending.control.policy.IncidentRule;
import fr.gestmat.lending.control.policy.IncidentRule.ChargeKind;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what an incident leads to under the authority's policy, and says why. */
public final class IncidentPolicy {

  private IncidentPolicy() {}

  /**
   * What the rule looks at.
   *
   * @param rule what policy says of this kind
   * @param held whether a pupil answered for the device
   * @param policeReport whether a police report is there
   * @param price the replacement price of the school year, if one was set
   */
  public record Facts(
      IncidentRule rule, boolean held, boolean policeReport, Optional<BigDecimal> price) {}

  /**
   * What it leads to.
   *
   * @param replacement where the pupil's new device comes from
   * @param blocks whether the pupil gets nothing at all while the incident runs
   * @param charge what the family is asked for now, more than zero
   * @param reasons why, in the order in which it is told
   */
  public record Verdict(
      Replacement replacement, boolean blocks, Optional<BigDecimal> charge, List<Why> reasons) {}

  /** Why something was decided; the screens have a sentence for each. */
  public enum Why {
    /** Nobody had it: nobody answers for it. */
    NOBODY_HELD_IT,
    /** Policy gives no new device. */
    NO_NEW_DEVICE,
    /** There will be a new device once a police report is there. */
    NEW_DEVICE_WITH_REPORT,
    /** A new device from the school's stock. */
    NEW_FROM_STOCK,
    /** A new device from the emergency stock. */
    NEW_FROM_EMERGENCY,
    /** No device at all until the incident is closed. */
    ALL_BLOCKED,
    /** Nothing is asked. */
    NO_CHARGE,
    /** The replacement price is asked. */
    PRICE_CHARGED,
    /** The replacement price would be asked, but none was set for the school year. */
    PRICE_MISSING,
    /** The cost of the repair is asked. */
    REPAIR_CHARGED,
    /** The cost of the repair will be asked once it is known. */
    CHARGE_AFTER_REPAIR,
    /** The charge is given back if the device turns up. */
    REFUND_IF_FOUND
  }

  /** The verdict on these facts. */
  public static Verdict decide(Facts facts) {
    if (!facts.held()) {
      return new Verdict(Replacement.NONE, false, Optional.empty(), List.of(Why.NOBODY_HELD_IT));
    }
    List<Why> why = new ArrayList<>();
    Replacement replacement = replacement(facts, why);
    boolean blocks = facts.rule().blocksNewLoan();
    if (blocks) {
      why.add(Why.ALL_BLOCKED);
    }
    Optional<BigDecimal> charge = charge(facts, why);
    if (facts.rule().refundIfFound() && charge.isPresent()) {
      why.add(Why.REFUND_IF_FOUND);
    }
    return new Verdict(replacement, blocks, charge, List.copyOf(why));
  }

  /**
   * What was decided, told from what was kept: policy may have been edited since.
   *
   * @param held whether a pupil answered for the device
   * @param replacement where the pupil's new device comes from
   * @param waitsForReport whether a police report would still bring a new device
   * @param blocks whether the pupil gets nothing at all
   * @param charge what the family was to be asked for
   * @param asked whether it was asked
   * @param refundIfFound whether it is given back if the device turns up
   */
  public static List<Why> kept(
      boolean held,
      Replacement replacement,
      boolean waitsForReport,
      boolean blocks,
      ChargeKind charge,
      boolean asked,
      boolean refundIfFound) {
    if (!held) {
      return List.of(Why.NOBODY_HELD_IT);
    }
    List<Why> why = new ArrayList<>();
    why.add(
        switch (replacement) {
          case NONE -> waitsForReport ? Why.NEW_DEVICE_WITH_REPORT : Why.NO_NEW_DEVICE;
          case STOCK -> Why.NEW_FROM_STOCK;
          case EMERGENCY -> Why.NEW_FROM_EMERGENCY;
        });
    if (blocks) {
      why.add(Why.ALL_BLOCKED);
    }
    why.add(
        switch (charge) {
          case NONE -> Why.NO_CHARGE;
          case REPLACEMENT_PRICE -> asked ? Why.PRICE_CHARGED : Why.PRICE_MISSING;
          case REPAIR_COST -> asked ? Why.REPAIR_CHARGED : Why.CHARGE_AFTER_REPAIR;
        });
    if (asked && refundIfFound) {
      why.add(Why.REFUND_IF_FOUND);
    }
    return List.copyOf(why);
  }

  /**
   * What is asked for a repair: what it cost, never more than the replacement price; empty for
   * nothing.
   *
   * @param cost euros, zero or more
   * @param price the replacement price of the school year in euros, if one was set
   */
  public static Optional<BigDecimal> repairCharge(BigDecimal cost, Optional<BigDecimal> price) {
    return Optional.of(price.filter(p -> p.signum() > 0).map(cost::min).orElse(cost))
        .filter(c -> c.signum() > 0);
  }

  private static Replacement replacement(Facts facts, List<Why> why) {
    Replacement replacement = facts.rule().replacement();
    if (replacement == Replacement.NONE) {
      why.add(Why.NO_NEW_DEVICE);
      return Replacement.NONE;
    }
    if (facts.rule().needsPoliceReport() && !facts.policeReport()) {
      why.add(Why.NEW_DEVICE_WITH_REPORT);
      return Replacement.NONE;
    }
    why.add(replacement == Replacement.STOCK ? Why.NEW_FROM_STOCK : Why.NEW_FROM_EMERGENCY);
    return replacement;
  }

  private static Optional<BigDecimal> charge(Facts facts, List<Why> why) {
    Optional<BigDecimal> price = facts.price().filter(p -> p.signum() > 0);
    ChargeKind kind = facts.rule().charge();
    if (kind == ChargeKind.REPLACEMENT_PRICE) {
      why.add(
          price.isPresent()
              ? Why.PRICE_CHARGED
              : facts.price().isPresent() ? Why.NO_CHARGE : Why.PRICE_MISSING);
      return price;
    }
    if (kind == ChargeKind.REPAIR_COST) {
      why.add(Why.CHARGE_AFTER_REPAIR);
      return Optional.empty();
    }
    why.add(Why.NO_CHARGE);
    return Optional.empty();
  }
}
