package fr.gestmat.lending.boundary.stock;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.entity.ExpectedAccessory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be said of a model.
 *
 * @param name at most 120 characters
 * @param maker at most 80 characters
 * @param category what the limit of loans per pupil counts by, one of {@link #CATEGORIES}
 * @param active whether new devices may be of it
 * @param accessories at most 12, each name once
 */
public record ModelForm(
    String name,
    Optional<String> maker,
    String category,
    boolean active,
    List<ExpectedAccessory> accessories) {

  /** The categories that there are. */
  public static final List<String> CATEGORIES =
      List.of("LAPTOP", "TABLET", "CALCULATOR", "HOTSPOT", "OTHER");

  /** How many accessories a model may have. */
  public static final int MOST_ACCESSORIES = 12;

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_MAKER = 80;
  private static final int LONGEST_ACCESSORY = 80;
  private static final int MOST_OF_ONE = 20;

  /** Trims what was typed. */
  public ModelForm {
    name = name.strip();
    maker = maker.map(String::strip).filter(m -> !m.isEmpty());
    accessories =
        accessories.stream()
            .map(a -> new ExpectedAccessory(a.name().strip(), a.quantity()))
            .filter(a -> !a.name().isEmpty())
            .toList();
  }

  /** What is wrong with it as it stands, all at once. */
  public List<Refusal> refusals() {
    List<Refusal> wrong = new ArrayList<>();
    if (name.isEmpty()) {
      wrong.add(Refusal.of("name", "modelNameMissing"));
    } else if (name.length() > LONGEST_NAME) {
      wrong.add(Refusal.of("name", "tooLong", LONGEST_NAME));
    }
    if (maker.filter(m -> m.length() > LONGEST_MAKER).isPresent()) {
      wrong.add(Refusal.of("maker", "tooLong", LONGEST_MAKER));
    }
    if (!CATEGORIES.contains(category)) {
      wrong.add(Refusal.of("category", "categoryMissing"));
    }
    if (accessories.size() > MOST_ACCESSORIES) {
      wrong.add(Refusal.of("accessory0", "tooManyAccessories", MOST_ACCESSORIES));
    }
    for (int i = 0; i < accessories.size(); i++) {
      ExpectedAccessory accessory = accessories.get(i);
      String field = "accessory" + i;
      if (accessory.name().length() > LONGEST_ACCESSORY) {
        wrong.add(Refusal.of(field, "tooLong", LONGEST_ACCESSORY));
      } else if (accessories.subList(0, i).stream().anyMatch(a -> a.isSameAs(accessory.name()))) {
        wrong.add(Refusal.of(field, "accessoryTwice", accessory.name()));
      }
      if (accessory.quantity() < 1 || accessory.quantity() > MOST_OF_ONE) {
        wrong.add(Refusal.of("quantity" + i, "accessoryQuantity", MOST_OF_ONE));
      }
    }
    return wrong;
  }
}
