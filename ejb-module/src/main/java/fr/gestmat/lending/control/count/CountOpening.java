package fr.gestmat.lending.control.count;

import fr.gestmat.access.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody says to open a count.
 *
 * @param school UAI of the school; empty if the caller runs only one
 * @param name what people call it, at most 120 characters
 * @param storage the one storage place to count; empty for all
 * @param model the one model to count; absent for all
 * @param countsReturns whether returns at a desk are sightings
 * @param agents public ids of the accounts that scan besides the caller
 */
public record CountOpening(
    String school,
    String name,
    String storage,
    Optional<UUID> model,
    boolean countsReturns,
    List<UUID> agents) {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_STORAGE = 80;

  /** What is wrong with it as it stands, all at once. */
  public List<Refusal> refusals() {
    List<Refusal> wrong = new ArrayList<>();
    if (name.isBlank()) {
      wrong.add(Refusal.of("name", "nameMissing"));
    } else if (name.length() > LONGEST_NAME) {
      wrong.add(Refusal.of("name", "nameLong", LONGEST_NAME));
    }
    if (storage.length() > LONGEST_STORAGE) {
      wrong.add(Refusal.of("storage", "storageLong", LONGEST_STORAGE));
    }
    return wrong;
  }
}
