package fr.gestmat.lending.control.takeover;

import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.TagScheme;
import fr.gestmat.lending.control.sheet.Columns;
import fr.gestmat.lending.control.sheet.SheetField;
import fr.gestmat.lending.control.takeover.TakeoverRow.Named;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.reports.sheet.SheetRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Understands the cells of a row: a pure rule. */
final class TakeoverReader {

  private static final int LONGEST_MODEL = 120;
  private static final Map<String, DeviceState> STATES =
      Map.ofEntries(
          Map.entry("en stock", DeviceState.IN_STOCK),
          Map.entry("stock", DeviceState.IN_STOCK),
          Map.entry("disponible", DeviceState.IN_STOCK),
          Map.entry("libre", DeviceState.IN_STOCK),
          Map.entry("prete", DeviceState.ON_LOAN),
          Map.entry("pretee", DeviceState.ON_LOAN),
          Map.entry("en pret", DeviceState.ON_LOAN),
          Map.entry("remis", DeviceState.ON_LOAN),
          Map.entry("attribue", DeviceState.ON_LOAN),
          Map.entry("affecte", DeviceState.ON_LOAN),
          Map.entry("a controler", DeviceState.TO_CHECK),
          Map.entry("en reparation", DeviceState.IN_REPAIR),
          Map.entry("reparation", DeviceState.IN_REPAIR),
          Map.entry("sav", DeviceState.IN_REPAIR),
          Map.entry("en sav", DeviceState.IN_REPAIR),
          Map.entry("en panne", DeviceState.IN_REPAIR),
          Map.entry("perdu", DeviceState.LOST),
          Map.entry("vole", DeviceState.STOLEN),
          Map.entry("reforme", DeviceState.WITHDRAWN),
          Map.entry("hors service", DeviceState.WITHDRAWN),
          Map.entry("hs", DeviceState.WITHDRAWN));

  private static final Map<String, ConditionGrade> GRADES =
      Map.of(
          "neuf", ConditionGrade.NEW,
          "bon", ConditionGrade.GOOD,
          "bon etat", ConditionGrade.GOOD,
          "use", ConditionGrade.WORN,
          "usage", ConditionGrade.WORN,
          "abime", ConditionGrade.DAMAGED,
          "incomplet", ConditionGrade.INCOMPLETE);

  private final Columns<TakeoverField> columns;
  private final TagScheme scheme;
  private final LocalDate today;

  TakeoverReader(Columns<TakeoverField> columns, TagScheme scheme, LocalDate today) {
    this.columns = columns;
    this.scheme = scheme;
    this.today = today;
  }

  /**
   * A row and what is wrong with it.
   *
   * @param row what was understood
   * @param wrong what was not, all at once
   */
  record Understood(TakeoverRow row, Set<TakeoverReason> wrong) {}

  /** Understands a row. */
  Understood read(SheetRow cells) {
    Set<TakeoverReason> wrong = EnumSet.noneOf(TakeoverReason.class);
    if (cells.problem().isPresent()) {
      wrong.add(TakeoverReason.ROW_RAGGED);
    }
    String tag = tag(cells, wrong);
    String model = text(cells, TakeoverField.MODEL);
    if (model.length() > LONGEST_MODEL) {
      wrong.add(TakeoverReason.MODEL_TOO_LONG);
    }
    Named pupil =
        new Named(
            text(cells, TakeoverField.PUPIL_ID),
            text(cells, TakeoverField.INE).replace(" ", "").toUpperCase(Locale.ROOT),
            text(cells, TakeoverField.FAMILY_NAME),
            text(cells, TakeoverField.GIVEN_NAME),
            day(cells, TakeoverField.BIRTH_DATE, wrong),
            text(cells, TakeoverField.SCHOOL_CLASS));
    Optional<LocalDate> lentOn = day(cells, TakeoverField.LENT_ON, wrong);
    Optional<LocalDate> dueOn = day(cells, TakeoverField.DUE_ON, wrong);
    boolean backwards =
        dueOn.isPresent() && lentOn.filter(from -> dueOn.get().isBefore(from)).isPresent();
    if (backwards || lentOn.filter(today::isBefore).isPresent()) {
      wrong.add(TakeoverReason.DATE_WRONG);
    }
    String said = SheetField.plain(text(cells, TakeoverField.STATE));
    return new Understood(
        new TakeoverRow(
            cells.line(),
            tag,
            code(cells, TakeoverField.SERIAL, TakeoverReason.SERIAL_TOO_LONG, wrong),
            model,
            text(cells, TakeoverField.SCHOOL).toUpperCase(Locale.ROOT),
            state(said, pupil, wrong),
            Optional.ofNullable(GRADES.get(said)).orElse(ConditionGrade.GOOD),
            pupil,
            lentOn,
            dueOn),
        wrong);
  }

  private static DeviceState state(String said, Named pupil, Set<TakeoverReason> wrong) {
    DeviceState state = pupil.isNobody() ? DeviceState.IN_STOCK : DeviceState.ON_LOAN;
    if (said.isEmpty() || GRADES.containsKey(said)) {
      return state;
    }
    DeviceState known = STATES.get(said);
    if (known == null) {
      wrong.add(TakeoverReason.STATE_UNKNOWN);
      return state;
    }
    if (known != DeviceState.ON_LOAN && !pupil.isNobody()) {
      wrong.add(TakeoverReason.STATE_AND_PUPIL);
    }
    return known;
  }

  /** What no desk could scan is the tag of no device. */
  private String tag(SheetRow cells, Set<TakeoverReason> wrong) {
    String typed = code(cells, TakeoverField.TAG, TakeoverReason.TAG_TOO_LONG, wrong);
    ScannedCode tag = ScannedCode.read(typed, scheme);
    if (tag.normal().isEmpty()) {
      wrong.add(TakeoverReason.TAG_MISSING);
    } else if (!wrong.contains(TakeoverReason.TAG_TOO_LONG)
        && (tag.refusal().isPresent() || tag.command().isPresent())) {
      wrong.add(TakeoverReason.TAG_WRONG);
    }
    return tag.normal();
  }

  private String code(
      SheetRow cells, TakeoverField field, TakeoverReason tooLong, Set<TakeoverReason> wrong) {
    String code = columns.code(cells, field);
    if (code.length() > Columns.LONGEST_CODE) {
      wrong.add(tooLong);
      return code.substring(0, Columns.LONGEST_CODE);
    }
    return code;
  }

  private Optional<LocalDate> day(SheetRow cells, TakeoverField field, Set<TakeoverReason> wrong) {
    try {
      return columns.day(cells, field);
    } catch (DateTimeException e) {
      wrong.add(TakeoverReason.DATE_WRONG);
      return Optional.empty();
    }
  }

  private String text(SheetRow cells, TakeoverField field) {
    return columns.text(cells, field);
  }
}
