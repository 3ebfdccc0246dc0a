package fr.gestmat.demo.territory;

import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LoanEvent;
import fr.gestmat.lending.entity.LoanState;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Loans of this school year and of the former ones. In each school the first class of seconde has
 * none yet: it is the one to try a day of handing out with. Some loans are late; half of the pupils
 * who left still hold a laptop.
 */
final class SampleLoans {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "public_id",
          "authority_id",
          "device_id",
          "pupil_id",
          "school_id",
          "category",
          "state",
          "checked_out_at",
          "checked_out_by",
          "checked_out_grade",
          "due_on",
          "to_return_since",
          "returned_at",
          "recorded_return_at",
          "returned_school_id",
          "returned_by",
          "returned_grade",
          "returned_place",
          "closing_reason");

  private static final String CATEGORY = "LAPTOP";

  private record Holding(SampleDevice device, long loan) {}

  private final Sample sample;
  private final long authority;
  private final List<Pupil> pupils;
  private final Rows rows;
  private final Ids ids;
  private final List<Holding> holdings = new ArrayList<>();

  private SampleLoans(Sample sample, long authority, List<Pupil> pupils, Rows rows) {
    this.sample = sample;
    this.authority = authority;
    this.pupils = pupils;
    this.rows = rows;
    this.ids = sample.ids("loan_seq");
  }

  /** Writes the loans and lends the devices that are to be on loan. */
  static void write(Sample sample, long authority, List<Pupil> pupils, List<SampleDevice> devices)
      throws SQLException {
    List<Holding> holdings;
    try (Rows rows = new Rows(sample.connection(), "loan", COLUMNS)) {
      SampleLoans loans = new SampleLoans(sample, authority, pupils, rows);
      for (School school : devices.stream().map(SampleDevice::home).distinct().toList()) {
        loans.write(
            school, devices.stream().filter(device -> device.home().equals(school)).toList());
      }
      holdings = loans.holdings;
    }
    lend(sample, holdings);
  }

  private static void lend(Sample sample, List<Holding> holdings) throws SQLException {
    try (PreparedStatement update =
        sample
            .connection()
            .prepareStatement("UPDATE device SET state = ?, open_loan_id = ? WHERE id = ?")) {
      for (Holding holding : holdings) {
        update.setString(1, holding.device().state().name());
        update.setLong(2, holding.loan());
        update.setLong(3, holding.device().id());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private void write(School school, List<SampleDevice> stock) throws SQLException {
    Deque<Pupil> today = new ArrayDeque<>(holders(school));
    Deque<Pupil> before = new ArrayDeque<>(formerHolders(school));
    for (SampleDevice device : stock) {
      boolean bought = device.purchasedOn().isBefore(sample.schoolYear().minusYears(1));
      if (bought && !before.isEmpty()) {
        writeReturned(device, before.pop());
      }
      if (SampleStock.isLent(device) && !today.isEmpty()) {
        writeHolding(device, today.pop());
      } else if (device.state() == DeviceState.STOLEN && !today.isEmpty()) {
        LocalDate stolen = SampleStock.stolenOn(sample);
        writeEnded(device, today.pop(), stolen.minusDays(9), stolen, LoanEvent.DECLARED_STOLEN);
      }
    }
  }

  /** Leavers first, so that some of them still hold one; nobody of the first class of seconde. */
  private List<Pupil> holders(School school) {
    String empty = school.data().isVocational() ? "2P1" : "2G1";
    return pupils.stream()
        .filter(pupil -> pupil.school().equals(school))
        .filter(pupil -> !pupil.schoolClass().name().equals(empty))
        .filter(pupil -> pupil.active() || pupil.id() % 2 == 0)
        .sorted(Comparator.comparing(Pupil::active))
        .toList();
  }

  private List<Pupil> formerHolders(School school) {
    return pupils.stream()
        .filter(pupil -> pupil.school().equals(school) && pupil.schoolClass().year() > 1)
        .toList();
  }

  private void writeHolding(SampleDevice device, Pupil pupil) throws SQLException {
    boolean lost = device.state() == DeviceState.LOST;
    boolean late = pupil.active() && !lost && holdings.size() % 30 == 7;
    long id = ids.next();
    holdings.add(new Holding(device, id));
    rows.add(
        id,
        sample.chance().uuid(),
        authority,
        device.id(),
        pupil.id(),
        device.home().id(),
        CATEGORY,
        lost ? LoanState.LOST : LoanState.OPEN,
        workingHour(sample.today().minusDays(sample.chance().between(21, 75))),
        SampleStaff.agentOf(device.home().data()),
        ConditionGrade.GOOD,
        late ? sample.today().minusDays(sample.chance().between(3, 20)) : null,
        pupil.active() ? null : sample.today().minusDays(4),
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private void writeReturned(SampleDevice device, Pupil pupil) throws SQLException {
    LocalDate year = sample.schoolYear().minusYears(1);
    writeEnded(
        device,
        pupil,
        year.plusDays(sample.chance().between(3, 25)),
        year.plusDays(sample.chance().between(270, 300)),
        LoanEvent.RETURNED);
  }

  /** A loan that ended: the device came back, or was stolen. */
  private void writeEnded(
      SampleDevice device, Pupil pupil, LocalDate lent, LocalDate ended, LoanEvent how)
      throws SQLException {
    boolean returned = how == LoanEvent.RETURNED;
    Instant end = workingHour(ended);
    String agent = SampleStaff.agentOf(device.home().data());
    rows.add(
        ids.next(),
        sample.chance().uuid(),
        authority,
        device.id(),
        pupil.id(),
        device.home().id(),
        CATEGORY,
        LoanState.CLOSED,
        workingHour(lent),
        agent,
        ConditionGrade.GOOD,
        returned ? sample.schoolYear().minusDays(60) : null,
        null,
        end,
        end,
        returned ? device.home().id() : null,
        agent,
        returned ? gradeBack(device) : null,
        returned ? "Armoire 1" : null,
        how);
  }

  private static ConditionGrade gradeBack(SampleDevice device) {
    return device.state() == DeviceState.TO_CHECK ? ConditionGrade.DAMAGED : ConditionGrade.GOOD;
  }

  /** A moment of a school day on or before this day. */
  private Instant workingHour(LocalDate day) {
    LocalDate open =
        switch (day.getDayOfWeek()) {
          case SATURDAY -> day.minusDays(1);
          case SUNDAY -> day.minusDays(2);
          default -> day;
        };
    return open.atStartOfDay(ZoneOffset.UTC)
        .plusHours(7)
        .plusMinutes(sample.chance().below(9 * 60))
        .plusSeconds(sample.chance().below(60))
        .toInstant();
  }
}
