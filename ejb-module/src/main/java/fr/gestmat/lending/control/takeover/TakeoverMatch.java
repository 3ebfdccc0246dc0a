package fr.gestmat.lending.control.takeover;

import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.lending.control.sheet.SheetField;
import fr.gestmat.lending.control.takeover.TakeoverRow.Named;
import fr.gestmat.lending.entity.DeviceState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What becomes of a row that was understood: a pure rule. */
final class TakeoverMatch {

  private TakeoverMatch() {}

  /** What becomes of a row. */
  enum Outcome {
    /** Will be created. */
    NEW,
    /** Is there already, just so. */
    KNOWN,
    /** Is refused. */
    REFUSED,
    /** Waits until somebody says who has the device. */
    UNSETTLED
  }

  /**
   * A verdict.
   *
   * @param outcome what becomes of the row
   * @param reason why it is refused or waits
   * @param pupil database id of who has the device
   */
  record Verdict(Outcome outcome, Optional<TakeoverReason> reason, Optional<Long> pupil) {

    static Verdict refused(TakeoverReason why) {
      return new Verdict(Outcome.REFUSED, Optional.of(why), Optional.empty());
    }

    private static Verdict of(Outcome outcome, Optional<Long> pupil) {
      return new Verdict(outcome, Optional.empty(), pupil);
    }
  }

  /**
   * A device that has the row's tag.
   *
   * @param visible whether the caller may see it
   * @param serial its serial number, empty if unknown
   * @param model name of its model
   * @param state where it stands
   * @param holder database id of the pupil who has it
   */
  record KnownDevice(
      boolean visible, String serial, String model, DeviceState state, Optional<Long> holder) {}

  /**
   * A pupil whom the caller may see.
   *
   * @param id database id
   * @param externalId id in the directory's feed
   * @param ine national id, empty if unknown
   * @param name names as they are compared
   * @param birthDate date of birth
   */
  record KnownPupil(
      long id, String externalId, String ine, String name, Optional<LocalDate> birthDate) {}

  /** The verdict on a row whose school is known. */
  static Verdict decide(
      TakeoverRow row, Optional<KnownDevice> device, Collection<KnownPupil> pupils) {
    Verdict pupil =
        row.isLent() ? pupil(row.pupil(), pupils) : Verdict.of(Outcome.NEW, Optional.empty());
    if (device.isEmpty()) {
      return row.model().isEmpty() ? Verdict.refused(TakeoverReason.MODEL_MISSING) : pupil;
    }
    KnownDevice known = device.get();
    if (!known.visible()) {
      return Verdict.refused(TakeoverReason.TAG_TAKEN);
    }
    if (differs(row.serial(), known.serial()) || differs(row.model(), known.model())) {
      return Verdict.refused(TakeoverReason.DEVICE_DIFFERS);
    }
    if (!row.isLent()) {
      return Verdict.of(Outcome.KNOWN, Optional.empty());
    }
    if (known.holder().isPresent()) {
      // Who has it was settled by hand since an earlier takeover, or is the same.
      return pupil.pupil().isEmpty() || pupil.pupil().equals(known.holder())
          ? Verdict.of(Outcome.KNOWN, known.holder())
          : Verdict.refused(TakeoverReason.DEVICE_ON_LOAN);
    }
    return known.state() == DeviceState.IN_STOCK
        ? pupil
        : Verdict.refused(TakeoverReason.DEVICE_NOT_IN_STOCK);
  }

  private static boolean differs(String said, String known) {
    return !said.isEmpty()
        && !known.isEmpty()
        && !SheetField.plain(said).equals(SheetField.plain(known));
  }

  /** Found by id, else by INE, else by names and date of birth; never by names alone. */
  private static Verdict pupil(Named named, Collection<KnownPupil> pupils) {
    if (named.isNobody()) {
      return unsettled(TakeoverReason.PUPIL_MISSING);
    }
    if (!named.externalId().isEmpty()) {
      List<Long> found = ids(pupils, p -> p.externalId().equals(named.externalId()));
      if (!found.isEmpty()) {
        return one(found);
      }
    }
    if (!named.ine().isEmpty()) {
      List<Long> found = ids(pupils, p -> p.ine().equalsIgnoreCase(named.ine()));
      if (!found.isEmpty()) {
        return one(found);
      }
    }
    if (named.familyName().isEmpty() || named.givenName().isEmpty()) {
      return unsettled(TakeoverReason.PUPIL_UNKNOWN);
    }
    if (named.birthDate().isEmpty()) {
      return unsettled(TakeoverReason.PUPIL_NAME_ONLY);
    }
    String name = NameKey.line(named.familyName(), named.givenName());
    return one(ids(pupils, p -> p.name().equals(name) && p.birthDate().equals(named.birthDate())));
  }

  private static List<Long> ids(Collection<KnownPupil> pupils, Predicate<KnownPupil> same) {
    return pupils.stream().filter(same).map(KnownPupil::id).distinct().toList();
  }

  private static Verdict one(List<Long> found) {
    return switch (found.size()) {
      case 0 -> unsettled(TakeoverReason.PUPIL_UNKNOWN);
      case 1 -> Verdict.of(Outcome.NEW, Optional.of(found.get(0)));
      default -> unsettled(TakeoverReason.PUPIL_SEVERAL);
    };
  }

  private static Verdict unsettled(TakeoverReason why) {
    return new Verdict(Outcome.UNSETTLED, Optional.of(why), Optional.empty());
  }
}
