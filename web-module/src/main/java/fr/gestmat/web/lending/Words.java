package fr.gestmat.web.lending;

import fr.gestmat.lending.control.query.LoanList;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.ExpectedAccessory;
import fr.gestmat.lending.entity.LoanState;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.Tone;
import fr.gestmat.web.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The words and tones of states on the pages of the stock. */
public final class Words {

  private Words() {}

  /** How a state of a device sounds. */
  public static Tone tone(DeviceState state) {
    return switch (state) {
      case IN_STOCK -> Tone.OK;
      case ON_LOAN -> Tone.NEUTRAL;
      case TO_CHECK, IN_REPAIR -> Tone.WARNING;
      case LOST, STOLEN -> Tone.REFUSED;
      case EXPECTED, IN_TRANSIT, WITHDRAWN, OWNERSHIP_TRANSFERRED -> Tone.WAITING;
    };
  }

  /** How a state of a loan sounds. */
  public static Tone tone(LoanState state, boolean late) {
    return switch (state) {
      case OPEN -> late ? Tone.WARNING : Tone.NEUTRAL;
      case CLAIMED_RETURNED -> Tone.WARNING;
      case LOST -> Tone.REFUSED;
      case CLOSED -> Tone.OK;
    };
  }

  /** The key of the word for where a loan stands; an open one that is late says so. */
  public static String label(LoanState state, boolean late) {
    return late && state == LoanState.OPEN ? "stock.loan.late" : "stock.loanState." + state;
  }

  /**
   * The key of the word for a loan in a list: a pupil who left says more than a day that passed.
   */
  public static String label(LoanList.Line loan) {
    return loan.state() == LoanState.OPEN && loan.toReturnSince().isPresent()
        ? "stock.loan.toReturn"
        : label(loan.state(), loan.late());
  }

  /** "1 chargeur, 2 câbles" in one line. */
  public static String accessories(List<ExpectedAccessory> accessories) {
    return accessories.stream()
        .map(a -> a.quantity() == 1 ? a.name() : a.quantity() + " × " + a.name())
        .collect(Collectors.joining(", "));
  }

  /** Every state of a device as an option, after one that keeps all. */
  static List<Field.Choice> states(View view) {
    List<Field.Choice> all = new ArrayList<>();
    all.add(new Field.Choice("", view.text("stock.filter.all")));
    for (DeviceState state : DeviceState.values()) {
      all.add(new Field.Choice(state.name(), view.text("stock.state." + state)));
    }
    return all;
  }
}
