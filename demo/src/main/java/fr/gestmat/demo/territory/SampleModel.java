package fr.gestmat.demo.territory;

import java.math.BigDecimal;
import java.util.List;

/**
 * A model of laptop that the region bought.
 *
 * @param name as catalogues write it
 * @param maker invented
 * @param price of one, in euros
 * @param serialPrefix what this maker's serial numbers begin with
 * @param accessories what comes with it, one of each
 */
record SampleModel(
    String name, String maker, BigDecimal price, String serialPrefix, List<String> accessories) {

  /** Asset tags: GM and seven digits, the last of which is the Luhn digit of the six before. */
  static final String TAG_PREFIX = "GM";

  static final String TAG_PATTERN = "GM[0-9]{7}";

  static final String SERIAL_PATTERN = "(ALV|TNR|NRD)[0-9A-Z]{7}";

  static final List<SampleModel> ALL =
      List.of(
          new SampleModel(
              "Alvéo Book 14 G2",
              "Alvéo",
              new BigDecimal("389.00"),
              "ALV",
              List.of("Chargeur", "Housse")),
          new SampleModel(
              "Ténora X360 11",
              "Ténora",
              new BigDecimal("412.50"),
              "TNR",
              List.of("Chargeur", "Housse", "Stylet")),
          new SampleModel(
              "Nordia Studio 15",
              "Nordia",
              new BigDecimal("574.90"),
              "NRD",
              List.of("Chargeur", "Sacoche", "Carte SD")));

  private static final String SERIAL_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  /** A serial number in the maker's form. */
  String serial(Chance chance) {
    return serialPrefix + chance.text(SERIAL_CHARACTERS, 7);
  }

  /** The asset tag of a number below one million. */
  static String tag(int number) {
    String digits = "%06d".formatted(number);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int worth = i % 2 == 0 ? 2 * digit : digit;
      sum += worth > 9 ? worth - 9 : worth;
    }
    return TAG_PREFIX + digits + (10 - sum % 10) % 10;
  }
}
