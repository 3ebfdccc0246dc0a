package fr.gestmat.lending.control.incident;

import fr.gestmat.job.entity.JobReport;
import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.policy.PolicyRows;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.IncidentKind;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanEvent;
import fr.gestmat.lending.entity.LoanState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Presumes lost what nobody brought back for longer than policy waits (L075). Only open loans: one
 * that is claimed returned is settled by people (L073), one that is lost already is never presumed
 * again. An authority without an interval is left alone. Each loan has a transaction of its own.
 */
@ApplicationScoped
public class PresumedLoss {

  /** Loans of one authority that a run takes; the next run takes the rest. */
  public static final int AT_ONCE = 2_000;

  /** Name under which the job appears in the journal. */
  private static final String ACTOR = "Gestmat";

  @PersistenceContext private EntityManager entities;
  @Inject private ReadModel database;
  @Inject private PolicyRows policies;
  @Inject private Today today;
  @Inject private IncidentLife incidents;
  @Inject private Journal journal;
  @Inject private PresumedLoss inTransaction;

  /** Does it for every authority; says how many, or nothing if there was nothing to do. */
  public JobReport run() {
    int presumed = 0;
    List<Long> authorities =
        database.list(
            new SqlText().add("select id from local_authority order by id"),
            row -> row.number("id"));
    for (Long authority : authorities) {
      presumed += run(authority);
    }
    return JobReport.of("presumed", presumed);
  }

  private int run(long authority) {
    LocalDate day = today.in(authority);
    OptionalInt interval = policies.inForce(authority, day).presumedLostDays();
    if (interval.isEmpty()) {
      return 0;
    }
    LocalDate before = day.minusDays(interval.getAsInt());
    List<Long> devices =
        database.list(
            new SqlText()
                .add("select l.device_id from loan l where l.authority_id = ?", authority)
                .add("and l.state = 'OPEN' and least(coalesce(l.due_on, l.to_return_since),")
                .add("coalesce(l.to_return_since, l.due_on)) < ?", before)
                .add("order by l.id limit ?", AT_ONCE),
            row -> row.number("device_id"));
    int presumed = 0;
    for (Long device : devices) {
      presumed += inTransaction.presume(device, before, day) ? 1 : 0;
    }
    return presumed;
  }

  /** Presumes one device lost, unless somebody brought it back meanwhile. */
  @InTransaction(ofItsOwn = true)
  public boolean presume(long deviceId, LocalDate before, LocalDate day) {
    Device device = entities.find(Device.class, deviceId, LockModeType.PESSIMISTIC_WRITE);
    if (device == null
        || device.openLoanId() == null
        || device.state().on(DeviceEvent.DECLARED_LOST).isEmpty()
        || device.state() != DeviceState.ON_LOAN) {
      return false;
    }
    Loan loan = entities.find(Loan.class, device.openLoanId());
    if (loan.state() != LoanState.OPEN || !isPast(loan, before)) {
      return false;
    }
    loan.move(LoanEvent.DECLARED_LOST);
    device.move(DeviceEvent.DECLARED_LOST);
    entities.flush();
    incidents.declaredGone(
        device,
        loan.category(),
        Optional.of(IncidentLife.Holder.of(loan)),
        new IncidentLife.Story(IncidentKind.LOSS, day, "", "", "", Optional.empty(), false, ACTOR),
        UUID.randomUUID());
    journal.write(
        new JournalEvent(
            device.authorityId(),
            loan.schoolId(),
            null,
            ACTOR,
            LendingAction.PRESUMED_LOST.name(),
            "DEVICE",
            device.id(),
            loan.pupilId(),
            Json.createObjectBuilder()
                .add("loan", loan.publicId().toString())
                .add("waitedUntil", before.toString())
                .build()
                .toString()));
    return true;
  }

  private static boolean isPast(Loan loan, LocalDate before) {
    LocalDate due = loan.dueOn();
    LocalDate since = loan.toReturnSince();
    return (due != null && due.isBefore(before)) || (since != null && since.isBefore(before));
  }
}
