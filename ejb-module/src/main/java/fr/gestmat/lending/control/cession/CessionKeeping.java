package fr.gestmat.lending.control.cession;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.cession.CessionBook.PupilLine;
import fr.gestmat.lending.control.cession.CessionRule.Chooser;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.DeviceMemento;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanEvent;
import fr.gestmat.lending.entity.LoanMemento;
import fr.gestmat.lending.entity.LoanReturn;
import fr.gestmat.lending.entity.LoanState;
import fr.gestmat.lending.entity.Sighting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Does what was chosen to the device and its loan, takes it back, and numbers certificates. */
@ApplicationScoped
public class CessionKeeping {

  @PersistenceContext private EntityManager entities;
  @Inject private ReadModel database;
  @Inject private Journal journal;
  @Inject private Today today;
  @Inject private Clock clock;

  /** Locks device and loan, in the order in which scans lock them, as they stand then. */
  public Held hold(PupilLine line) {
    Device device = entities.find(Device.class, line.deviceKey(), LockModeType.PESSIMISTIC_WRITE);
    Loan loan = entities.find(Loan.class, line.loanKey(), LockModeType.PESSIMISTIC_WRITE);
    return new Held(device, loan);
  }

  /** A device and its loan, held. */
  public record Held(Device device, Loan loan) {

    /** Whether the device can be given: its open loan is this one. */
    public boolean isLent() {
      return device.state() == DeviceState.ON_LOAN
          && Long.valueOf(loan.id()).equals(device.openLoanId());
    }
  }

  /**
   * What was chosen.
   *
   * @param accepted whether the pupil keeps the device
   * @param by who chose
   * @param name that person's name as it is known now
   */
  public record Choice(boolean accepted, Chooser by, String name) {}

  /**
   * Does what was chosen: a device that is kept belongs to the pupil from now on and its loan is
   * over; one that is not has to come back.
   */
  public void keep(Caller who, PupilLine line, Held held, Choice choice) {
    record(who, line, choice);
    if (choice.accepted()) {
      accept(who, line, held, choice.name());
    } else {
      refuse(who, line, held, choice.name());
    }
  }

  private void accept(Caller who, PupilLine line, Held held, String chooser) {
    Sighting recorded = new Sighting(now(), line.schoolKey(), who.name());
    held.loan()
        .close(
            LoanEvent.OWNERSHIP_TRANSFERRED, new LoanReturn(recorded.at(), recorded, null, null));
    held.device().move(DeviceEvent.OWNERSHIP_TRANSFERRED);
    entities.flush();
    write(who, line, LendingAction.OWNERSHIP_TRANSFERRED, chooser);
  }

  private void refuse(Caller who, PupilLine line, Held held, String chooser) {
    held.loan().mustReturn(today.in(who.authorityId()));
    entities.flush();
    write(who, line, LendingAction.OWNERSHIP_REFUSED, chooser);
  }

  /**
   * Takes the choice back: the pupil holds the device on loan again.
   *
   * @return false if something else happened to the device since: then nothing changes
   */
  public boolean undo(Caller who, PupilLine line, Held held) {
    Device device = held.device();
    if (line.accepted().orElseThrow()) {
      if (device.state() != DeviceState.OWNERSHIP_TRANSFERRED) {
        return false;
      }
      held.loan().restore(new LoanMemento(LoanState.OPEN, held.loan().dueOn()));
      entities.flush();
      DeviceMemento as = DeviceMemento.of(device);
      device.restore(
          new DeviceMemento(
              DeviceState.ON_LOAN,
              as.stateReason(),
              held.loan().id(),
              as.homeSchoolId(),
              as.placeSchoolId(),
              as.storage(),
              as.grade(),
              null,
              as.lastSeen(),
              as.lastReturned()));
    } else if (held.loan().state() == LoanState.OPEN) {
      held.loan().mayStay();
    }
    entities.flush();
    database.write(
        new SqlText()
            .add("delete from ownership_transfer where loan_id = ?", line.loanKey())
            .add("and number is null"));
    write(who, line, LendingAction.OWNERSHIP_UNDONE, line.chooser().orElse(""));
    return true;
  }

  /**
   * Gives the certificate its number, the next of the authority's year without a gap; once it has
   * one, the same again. Needs a transaction, which holds the authority's row.
   */
  public String certify(Caller who, PupilLine line) {
    int year = today.in(who.authorityId()).getYear();
    String prefix = String.format(Locale.ROOT, "CES-%d-", year);
    database.number(
        new SqlText()
            .add("select id n from local_authority where id = ? for update", who.authorityId()));
    long last =
        database.number(
            new SqlText()
                .add(
                    "select coalesce(max(cast(substring(number, ?) as unsigned)), 0) n",
                    prefix.length() + 1)
                .add("from ownership_transfer where authority_id = ?", who.authorityId())
                .add("and number like ?", prefix + "%"));
    String number = String.format(Locale.ROOT, "%s%06d", prefix, last + 1);
    int given =
        database.write(
            new SqlText()
                .add("update ownership_transfer set number = ?, certified_at = ?,", number, now())
                .add("certified_by = ? where loan_id = ?", who.name(), line.loanKey())
                .add("and accepted and number is null"));
    if (given > 0) {
      write(who, line, LendingAction.CERTIFICATE_ISSUED, number);
      return number;
    }
    return database
        .first(
            new SqlText()
                .add("select number from ownership_transfer where loan_id = ?", line.loanKey()),
            row -> row.text("number"))
        .orElseThrow();
  }

  private void record(Caller who, PupilLine line, Choice choice) {
    database.write(
        new SqlText()
            .add("insert into ownership_transfer (id, public_id, authority_id, school_id, loan_id,")
            .add("device_id, pupil_id, accepted, chosen_by, chooser, chosen_at, recorded_by)")
            .add(
                "values (next value for ownership_transfer_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                who.authorityId(),
                line.schoolKey(),
                line.loanKey(),
                line.deviceKey(),
                line.pupilKey(),
                choice.accepted(),
                choice.by(),
                choice.name(),
                now(),
                who.name()));
  }

  private Instant now() {
    return clock.instant();
  }

  private void write(Caller who, PupilLine line, LendingAction action, String about) {
    JsonObjectBuilder detail =
        Json.createObjectBuilder().add("loan", line.loan().toString()).add("about", about);
    journal.write(
        new JournalEvent(
            who.authorityId(),
            line.schoolKey(),
            who.accountId(),
            who.name(),
            action.name(),
            "DEVICE",
            line.deviceKey(),
            line.pupilKey(),
            detail.build().toString()));
  }
}
