package fr.gestmat.lending.control.transfer;

import fr.gestmat.access.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody says to open a transfer.
 *
 * @param from UAI of the place that sends; empty if the caller runs only one
 * @param to UAI of the place that receives
 * @param forGood whether the devices belong to the receiver afterwards
 * @param planned how many devices are wanted, as it was said
 * @param note what there is to say, at most 400 characters
 */
public record TransferForm(
    String from, String to, boolean forGood, Optional<Integer> planned, String note) {

  private static final int LONGEST_NOTE = 400;

  /** What is wrong with it as it stands. */
  public List<Refusal> refusals() {
    List<Refusal> wrong = new ArrayList<>();
    planned
        .filter(p -> p < 1 || p > SlipRule.MOST)
        .ifPresent(p -> wrong.add(Refusal.of("planned", "plannedWrong", SlipRule.MOST)));
    if (note.length() > LONGEST_NOTE) {
      wrong.add(Refusal.of("note", "noteLong", LONGEST_NOTE));
    }
    return wrong;
  }
}
