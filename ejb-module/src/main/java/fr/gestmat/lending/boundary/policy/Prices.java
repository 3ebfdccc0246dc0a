package fr.gestmat.lending.boundary.policy;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.policy.PriceList;
import fr.gestmat.lending.control.policy.PriceList.Price;
import fr.gestmat.lending.control.policy.SchoolYear;
import fr.gestmat.lending.control.query.Today;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The prices of a school year: of every model in use, and of its accessories. */
@Stateless
@RolesAllowed({"REGION_MANAGER", "ADMIN"})
public class Prices {

  /** More than this is a slip of the finger: euros. */
  static final BigDecimal MOST = new BigDecimal("9999.99");

  @Inject private CurrentCaller caller;
  @Inject private Today today;
  @Inject private PriceList list;
  @Inject private Journal journal;

  /**
   * A price as somebody types it, for the line at the same place of {@link #of}.
   *
   * @param line the line that it is for, as it was shown
   * @param amount euros; empty for no price
   * @param readable whether what was typed is an amount, or nothing
   */
  public record Typed(Price line, Optional<BigDecimal> amount, boolean readable) {}

  /** The running school year. */
  public SchoolYear thisYear() {
    return SchoolYear.of(today.in(caller.get().authorityId()));
  }

  /** The list of a school year; empty if the caller does not steer the whole authority. */
  public Optional<List<Price>> of(SchoolYear year) {
    return who().map(who -> list.of(who.authorityId(), year));
  }

  /**
   * Sets the prices of a school year. A charge that was proposed keeps its amount. Who saves last
   * wins line by line; a line that was not touched is not written.
   *
   * @return how many prices changed
   */
  public Optional<Answer<Integer>> set(SchoolYear year, List<Typed> typed) {
    return who()
        .map(
            who -> {
              List<Refusal> wrong = refusals(typed);
              return wrong.isEmpty()
                  ? new Answer.Done<>(set(who, year, typed))
                  : new Answer.Refused<>(wrong);
            });
  }

  /** What is wrong with what was typed. */
  static List<Refusal> refusals(List<Typed> typed) {
    List<Refusal> wrong = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      Optional<BigDecimal> amount = typed.get(i).amount();
      if (!typed.get(i).readable()) {
        wrong.add(Refusal.of("price" + i, "amountUnreadable"));
      } else if (amount.filter(a -> a.signum() < 0).isPresent()) {
        wrong.add(Refusal.of("price" + i, "amountNegative"));
      } else if (amount.filter(a -> a.compareTo(MOST) > 0).isPresent()) {
        wrong.add(Refusal.of("price" + i, "amountTooHigh", MOST));
      } else if (amount.filter(a -> a.stripTrailingZeros().scale() > 2).isPresent()) {
        wrong.add(Refusal.of("price" + i, "amountCents"));
      }
    }
    return wrong;
  }

  private int set(Caller who, SchoolYear year, List<Typed> typed) {
    JsonObjectBuilder changed = Json.createObjectBuilder();
    int count = 0;
    for (Typed one : typed) {
      if (!same(one.line().amount(), one.amount())) {
        list.set(one.line().modelId(), one.line().accessory(), year, one.amount());
        count++;
        changed.add(
            one.line().model()
                + (one.line().accessory().isEmpty() ? "" : ", " + one.line().accessory()),
            Json.createArrayBuilder().add(said(one.line().amount())).add(said(one.amount())));
      }
    }
    if (count > 0) {
      journal.write(
          new JournalEvent(
              who.authorityId(),
              null,
              who.accountId(),
              who.name(),
              LendingAction.PRICES_CHANGED.name(),
              "PRICE_LIST",
              who.authorityId(),
              null,
              Json.createObjectBuilder()
                  .add("schoolYear", year.toString())
                  .add("changed", changed)
                  .build()
                  .toString()));
    }
    return count;
  }

  private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.isPresent() == other.isPresent()
        && (one.isEmpty() || one.get().compareTo(other.get()) == 0);
  }

  private static String said(Optional<BigDecimal> amount) {
    return amount.map(BigDecimal::toPlainString).orElse("");
  }

  private Optional<Caller> who() {
    return Optional.of(caller.get())
        .filter(c -> c.scope(Role.REGION_MANAGER, Role.ADMIN).wholeAuthority());
  }
}
