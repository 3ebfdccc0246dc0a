package fr.gestmat.lending.control.kit;

import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.ScanReason;
import fr.gestmat.lending.control.desk.DeviceView.Accessory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The kit of one device, and the rule of what a desk may say of it (L065, L067).
 *
 * @param items its lines, counted ones first, in the order of the model
 */
public record Kit(List<KitItem> items) {

  /** Copies the list. */
  public Kit {
    items = List.copyOf(items);
  }

  /**
   * A piece with a code of its own that belongs to the kit.
   *
   * @param id database id
   * @param publicId public id
   * @param code its code
   * @param name what it is
   */
  public record Piece(long id, UUID publicId, String code, String name) {}

  /**
   * What is still missing or broken of before.
   *
   * @param name what it is
   * @param piece database id of the piece; empty for counted ones
   * @param quantity how many
   */
  public record Gap(String name, Optional<Long> piece, int quantity) {}

  /**
   * The kit of a device: what its model expects, of which pieces with a code of their own count one
   * each, less what was missing before. A model that no longer expects what is missing leaves no
   * line.
   */
  public static Kit of(List<Accessory> model, List<Piece> pieces, List<Gap> gaps) {
    List<KitItem> items = new ArrayList<>();
    for (Accessory accessory : model) {
      int coded =
          (int) pieces.stream().filter(piece -> piece.name().equals(accessory.name())).count();
      int counted = accessory.quantity() - coded;
      int missing =
          gaps.stream()
              .filter(g -> g.piece().isEmpty() && g.name().equals(accessory.name()))
              .mapToInt(Gap::quantity)
              .sum();
      if (counted > 0) {
        items.add(
            new KitItem(
                accessory.name(),
                Optional.empty(),
                Optional.empty(),
                counted,
                Math.min(counted, missing)));
      }
    }
    for (Piece piece : pieces) {
      boolean isMissing =
          gaps.stream().anyMatch(g -> g.piece().filter(id -> id == piece.id()).isPresent());
      items.add(
          new KitItem(
              piece.name(),
              Optional.of(piece.publicId()),
              Optional.of(piece.code()),
              1,
              isMissing ? 1 : 0));
    }
    return new Kit(items);
  }

  /** Why exceptions can't be as stated; empty if they can. */
  public List<Finding> refusals(List<KitLine> lines) {
    List<Finding> reasons = new ArrayList<>();
    for (KitLine line : lines) {
      if (items.stream().noneMatch(item -> item.is(line))) {
        reasons.add(Finding.of(ScanReason.KIT_UNKNOWN_PIECE, line.name()));
      }
      if (line.quantity() < 1) {
        reasons.add(Finding.of(ScanReason.KIT_QUANTITY_WRONG, line.name()));
      }
    }
    for (KitItem item : items) {
      int stated = lines.stream().filter(item::is).mapToInt(KitLine::quantity).sum();
      if (stated > item.present()) {
        reasons.add(Finding.of(ScanReason.KIT_MORE_THAN_LENT, item.name(), item.present()));
      }
    }
    return reasons;
  }
}
