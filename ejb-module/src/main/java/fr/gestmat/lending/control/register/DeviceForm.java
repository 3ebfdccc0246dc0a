package fr.gestmat.lending.control.register;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.TagScheme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person says of a device.
 *
 * @param assetTag code on its label
 * @param serial maker's number
 * @param model public id of its model
 * @param school UAI of the school that it belongs to; empty where the person can't say
 * @param storage where it is stored as a rule
 * @param note anything else, at most 1,000 characters
 * @param purchasedOn when it was bought
 * @param warrantyEndsOn last day of the warranty
 * @param price in euros
 */
public record DeviceForm(
    String assetTag,
    String serial,
    Optional<UUID> model,
    Optional<String> school,
    String storage,
    String note,
    Optional<LocalDate> purchasedOn,
    Optional<LocalDate> warrantyEndsOn,
    Optional<BigDecimal> price) {

  private static final int LONGEST_STORAGE = 80;
  private static final int LONGEST_NOTE = 1_000;
  private static final int CENTS = 2;
  private static final BigDecimal DEAREST = new BigDecimal("99999999.99");

  /** Trims what was typed and brings codes into their normal form. */
  public DeviceForm {
    assetTag = ScannedCode.normalForm(assetTag);
    serial = ScannedCode.normalForm(serial);
    storage = storage.strip();
    note = note.strip();
  }

  /** What is wrong with it as it stands, all at once. */
  public List<Refusal> refusals(TagScheme scheme) {
    List<Refusal> wrong = new ArrayList<>();
    ScannedCode tag = ScannedCode.read(assetTag, scheme);
    if (assetTag.isEmpty()) {
      wrong.add(Refusal.of("assetTag", "tagMissing"));
    } else if (tag.refusal().isPresent() || tag.command().isPresent()) {
      wrong.add(Refusal.of("assetTag", "tagWrong"));
    }
    if (serial.length() > ScannedCode.MAX_LENGTH) {
      wrong.add(Refusal.of("serial", "tooLong", ScannedCode.MAX_LENGTH));
    }
    if (storage.length() > LONGEST_STORAGE) {
      wrong.add(Refusal.of("storage", "tooLong", LONGEST_STORAGE));
    }
    if (note.length() > LONGEST_NOTE) {
      wrong.add(Refusal.of("note", "tooLong", LONGEST_NOTE));
    }
    if (price
        .filter(p -> p.signum() < 0 || p.compareTo(DEAREST) > 0 || p.scale() > CENTS)
        .isPresent()) {
      wrong.add(Refusal.of("price", "priceWrong"));
    }
    if (warrantyEndsOn.filter(end -> purchasedOn.filter(end::isBefore).isPresent()).isPresent()) {
      wrong.add(Refusal.of("warrantyEndsOn", "warrantyBeforePurchase"));
    }
    return wrong;
  }
}
