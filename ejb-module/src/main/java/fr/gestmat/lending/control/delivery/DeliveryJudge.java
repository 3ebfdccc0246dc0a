package fr.gestmat.lending.control.delivery;

import fr.gestmat.lending.control.delivery.DeliveryReader.Understood;
import fr.gestmat.lending.control.sheet.SheetField;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What becomes of a line of a delivery; remembers what stood on earlier lines. */
final class DeliveryJudge {

  private final Map<String, Long> schools;
  private final Optional<Long> usualSchool;
  private final Map<String, Long> models;
  private final Set<String> tags = new HashSet<>();
  private final Set<String> serials = new HashSet<>();

  /**
   * For one delivery.
   *
   * @param schools database ids by UAI of the schools that the caller may deliver to
   * @param usualSchool the school of lines that name none
   * @param models database ids of the models in use by their plain names
   */
  DeliveryJudge(Map<String, Long> schools, Optional<Long> usualSchool, Map<String, Long> models) {
    this.schools = schools;
    this.usualSchool = usualSchool;
    this.models = models;
  }

  /** What becomes of a line. */
  enum Outcome {
    /** Will be created. */
    NEW,
    /** Is in this delivery already, just so. */
    KNOWN,
    /** Is refused. */
    REFUSED
  }

  /**
   * A device that has the tag or the serial number of a line.
   *
   * @param here whether it belongs to this delivery
   * @param tag its tag
   * @param serial its serial number, empty if unknown
   */
  record KnownDevice(boolean here, String tag, String serial) {}

  /**
   * A verdict.
   *
   * @param row the line
   * @param outcome what becomes of it
   * @param reason why it is refused
   * @param school database id of its school, 0 if unknown
   * @param model database id of its model, 0 if unknown
   */
  record Verdict(
      DeliveryRow row, Outcome outcome, Optional<DeliveryReason> reason, long school, long model) {}

  /** The verdict on a line, with the devices that have its tag and its serial number. */
  Verdict judge(
      Understood understood, Optional<KnownDevice> tagged, Optional<KnownDevice> numbered) {
    DeliveryRow row = understood.row();
    long school =
        row.uai().isEmpty() ? usualSchool.orElse(0L) : schools.getOrDefault(row.uai(), 0L);
    long model = models.getOrDefault(SheetField.plain(row.model()), 0L);
    Set<DeliveryReason> wrong = understood.wrong();
    if (!row.tag().isEmpty() && !tags.add(row.tag())) {
      wrong.add(DeliveryReason.TAG_TWICE);
    }
    if (!row.serial().isEmpty() && !serials.add(row.serial())) {
      wrong.add(DeliveryReason.SERIAL_TWICE);
    }
    if (school == 0) {
      wrong.add(DeliveryReason.SCHOOL_UNKNOWN);
    }
    if (wrong.isEmpty() && isSame(row, tagged.or(() -> numbered))) {
      return new Verdict(row, Outcome.KNOWN, Optional.empty(), school, model);
    }
    if (tagged.isPresent()) {
      wrong.add(DeliveryReason.TAG_TAKEN);
    }
    if (numbered.isPresent()) {
      wrong.add(DeliveryReason.SERIAL_TAKEN);
    }
    if (model == 0) {
      wrong.add(DeliveryReason.MODEL_UNKNOWN);
    }
    return new Verdict(
        row,
        wrong.isEmpty() ? Outcome.NEW : Outcome.REFUSED,
        wrong.stream().findFirst(),
        school,
        model);
  }

  /** The same line again: a device of this delivery with this tag and serial number (L102). */
  private static boolean isSame(DeliveryRow row, Optional<KnownDevice> device) {
    return device
        .filter(KnownDevice::here)
        .filter(d -> row.tag().isEmpty() || row.tag().equals(d.tag()))
        .filter(
            d -> row.serial().isEmpty() || d.serial().isEmpty() || row.serial().equals(d.serial()))
        .isPresent();
  }
}
