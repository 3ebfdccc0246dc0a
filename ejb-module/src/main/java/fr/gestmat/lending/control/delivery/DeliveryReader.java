package fr.gestmat.lending.control.delivery;

import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.TagScheme;
import fr.gestmat.lending.control.sheet.Columns;
import fr.gestmat.reports.sheet.SheetRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Understands the cells of a supplier's row: a pure rule. */
final class DeliveryReader {

  private static final Pattern PRICE = Pattern.compile("\\d{1,8}(\\.\\d{1,2}0*)?");

  private final Columns<DeliveryField> columns;
  private final TagScheme scheme;

  DeliveryReader(Columns<DeliveryField> columns, TagScheme scheme) {
    this.columns = columns;
    this.scheme = scheme;
  }

  /**
   * A row and what is wrong with it.
   *
   * @param row what was understood
   * @param wrong what was not, all at once
   */
  record Understood(DeliveryRow row, Set<DeliveryReason> wrong) {}

  /** Understands a row. */
  Understood read(SheetRow cells) {
    Set<DeliveryReason> wrong = EnumSet.noneOf(DeliveryReason.class);
    if (cells.problem().isPresent()) {
      wrong.add(DeliveryReason.ROW_RAGGED);
    }
    DeliveryRow row =
        new DeliveryRow(
            cells.line(),
            columns.text(cells, DeliveryField.TAG),
            columns.text(cells, DeliveryField.SERIAL),
            columns.text(cells, DeliveryField.MODEL).strip(),
            columns.text(cells, DeliveryField.SCHOOL).strip().toUpperCase(Locale.ROOT),
            warranty(cells, wrong),
            price(cells, wrong));
    return check(
        row, scheme, columns.has(DeliveryField.TAG), columns.has(DeliveryField.SERIAL), wrong);
  }

  /** Brings the codes of a line into their normal form and says what is wrong with it by itself. */
  static Understood check(
      DeliveryRow row,
      TagScheme scheme,
      boolean tagNeeded,
      boolean serialNeeded,
      Set<DeliveryReason> wrong) {
    ScannedCode tag = ScannedCode.read(row.tag(), scheme);
    String serial = ScannedCode.normalForm(row.serial());
    if (tag.normal().isEmpty()) {
      if (tagNeeded) {
        wrong.add(DeliveryReason.TAG_MISSING);
      }
    } else if (tag.refusal().isPresent() || tag.command().isPresent()) {
      wrong.add(DeliveryReason.TAG_WRONG);
    }
    if (serial.isEmpty() && serialNeeded) {
      wrong.add(DeliveryReason.SERIAL_MISSING);
    } else if (serial.length() > Columns.LONGEST_CODE) {
      wrong.add(DeliveryReason.SERIAL_TOO_LONG);
    }
    if (row.model().isEmpty()) {
      wrong.add(DeliveryReason.MODEL_MISSING);
    }
    return new Understood(
        new DeliveryRow(
            row.line(),
            cut(tag.normal()),
            cut(serial),
            row.model(),
            row.uai(),
            row.warrantyEndsOn(),
            row.price()),
        wrong);
  }

  private Optional<LocalDate> warranty(SheetRow cells, Set<DeliveryReason> wrong) {
    try {
      return columns.day(cells, DeliveryField.WARRANTY);
    } catch (DateTimeException e) {
      wrong.add(DeliveryReason.DATE_WRONG);
      return Optional.empty();
    }
  }

  /** "1 234,50 €" is an amount as well as 1234.5. */
  private Optional<BigDecimal> price(SheetRow cells, Set<DeliveryReason> wrong) {
    String text =
        columns
            .text(cells, DeliveryField.PRICE)
            .replaceAll("[\\s\\u00a0\\u202f€]", "")
            .replace(',', '.');
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (PRICE.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text).setScale(2, RoundingMode.UNNECESSARY));
    }
    wrong.add(DeliveryReason.PRICE_WRONG);
    return Optional.empty();
  }

  private static String cut(String code) {
    return code.substring(0, Math.min(code.length(), Columns.LONGEST_CODE));
  }
}
