package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.ScanEffect;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.ScanSituation.Reservation;
import fr.gestmat.lending.control.SchoolRef;
import fr.gestmat.lending.control.campaign.CampaignLines;
import fr.gestmat.lending.control.count.CountedReturns;
import fr.gestmat.lending.control.desk.DeskReader.HeldDevice;
import fr.gestmat.lending.control.incident.IncidentLife;
import fr.gestmat.lending.control.policy.IncidentRule.Replacement;
import fr.gestmat.lending.control.reservation.ReservationRows;
import fr.gestmat.lending.control.transfer.Slips;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanEvent;
import fr.gestmat.lending.entity.LoanReturn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Does to the rows what the rules decided, and leaves a line in the journal for each change. */
@ApplicationScoped
public class Effects {

  @PersistenceContext private EntityManager entities;
  @Inject private DeskReader reader;
  @Inject private DeskJournal journal;
  @Inject private CampaignLines campaigns;
  @Inject private CountedReturns counted;
  @Inject private IncidentLife incidents;
  @Inject private ReservationRows reservations;
  @Inject private Slips slips;

  /**
   * Does it, up to the database.
   *
   * @param touched takes note of every row before it changes
   * @return the loan that the scan was about, if any
   */
  Optional<Loan> apply(
      Station station, ScanRequest request, Gathered rows, ScanEffect effect, Touched touched) {
    Optional<Loan> held = rows.holding().map(HoldingLoan::loan);
    if (effect instanceof ScanEffect.Nothing) {
      return held;
    }
    Device device = rows.device().orElseThrow();
    Work work = new Work(station, request, touched);
    if (effect instanceof ScanEffect.Anomaly) {
      journal.write(work, LendingAction.ANOMALY, device, held);
      return held;
    }
    touched.about(device);
    Optional<Loan> loan;
    if (effect instanceof ScanEffect.See) {
      loan = see(work, device);
    } else if (effect instanceof ScanEffect.Move move) {
      loan = move(work, device, move);
    } else if (effect instanceof ScanEffect.Return comeback) {
      loan = Optional.of(comeBack(work, device, held.orElseThrow(), comeback));
    } else if (effect instanceof ScanEffect.Swap swap) {
      loan = Optional.of(swap(work, rows, device, held.orElseThrow(), swap.comeback()));
    } else if (effect instanceof ScanEffect.Lend lend) {
      loan = Optional.of(lend(work, rows, device, held, lend));
    } else {
      loan = Optional.of(extend(work, device, held.orElseThrow(), (ScanEffect.Extend) effect));
    }
    entities.flush();
    if (request.mode() == ScanMode.CHECK_IN) {
      counted.seen(station.school().id(), device, station.caller().name());
    }
    return loan;
  }

  /** The scan at hand. */
  record Work(Station station, ScanRequest request, Touched touched) {}

  private Optional<Loan> see(Work work, Device device) {
    device.see(work.station().sighting());
    if (work.request().place() != null) {
      device.store(work.request().place());
    }
    journal.write(work, LendingAction.SEEN, device, Optional.empty());
    return Optional.empty();
  }

  private Optional<Loan> move(Work work, Device device, ScanEffect.Move move) {
    slips.left(device, move.event());
    place(work, device, move.event(), move.destination());
    follow(work, device, move.event());
    journal.write(work, action(move.event()), device, Optional.empty());
    return Optional.empty();
  }

  /** The device is here, in this condition, and stays or sets off. */
  private static void place(
      Work work, Device device, DeviceEvent event, Optional<SchoolRef> destination) {
    if (work.request().grade() != null) {
      device.grade(work.request().grade());
    }
    if (destination.isPresent()) {
      device.see(work.station().sighting());
      device.store(work.request().place());
      device.send(event, destination.get().id(), work.station().now());
    } else {
      device.move(event);
      device.see(work.station().sighting());
      device.store(work.request().place());
    }
  }

  /** Incidents and repairs end with what ends them. */
  private void follow(Work work, Device device, DeviceEvent event) {
    String by = work.station().caller().name();
    UUID scan = work.request().scanId();
    switch (event) {
      case FOUND, FOUND_TO_CHECK, FOUND_AWAY, STOLEN_FOUND ->
          incidents.found(device.id(), by, scan);
      case REPAIRED -> incidents.backFromRepair(device.id(), true, by, scan);
      case REPAIRED_TO_CHECK -> incidents.backFromRepair(device.id(), false, by, scan);
      default -> {}
    }
  }

  private Loan comeBack(Work work, Device device, Loan loan, ScanEffect.Return comeback) {
    close(work, device, loan, comeback);
    follow(work, device, comeback.event());
    journal.write(
        work,
        comeback.how() == LoanEvent.RETURNED
            ? action(comeback.event())
            : LendingAction.valueOf(comeback.how().name()),
        device,
        Optional.of(loan));
    return loan;
  }

  private static void close(Work work, Device device, Loan loan, ScanEffect.Return comeback) {
    work.touched().about(loan);
    loan.close(
        comeback.how(),
        new LoanReturn(
            comeback.at(),
            work.station().sighting(),
            work.request().grade(),
            work.request().place()));
    place(work, device, comeback.event(), comeback.destination());
    device.cameBack(work.station().sighting());
  }

  /** The loan of the scanned device ends; its pupil now answers for the other pupil's device. */
  private Loan swap(
      Work work, Gathered rows, Device device, Loan loan, ScanEffect.Return comeback) {
    long opened = rows.pupil().orElseThrow().id();
    HeldDevice other = reader.onlyHeld(opened, loan.category()).orElseThrow();
    Device kept = entities.find(Device.class, other.deviceId(), LockModeType.PESSIMISTIC_WRITE);
    Loan ended = HoldingLoan.of(entities, kept.id()).orElseThrow().loan();
    work.touched().about(kept);
    work.touched().about(ended);
    close(
        work,
        device,
        loan,
        new ScanEffect.Return(
            LoanEvent.SWAPPED, comeback.event(), comeback.destination(), comeback.at()));
    ended.close(
        LoanEvent.SWAPPED, new LoanReturn(comeback.at(), work.station().sighting(), null, null));
    entities.flush();
    Loan taken =
        new Loan(
            kept,
            ended.category(),
            loan.pupilId(),
            ended.schoolId(),
            work.station().sighting(),
            null,
            loan.dueOn());
    if (loan.agreementId() != null) {
      taken.under(loan.agreementId());
    }
    entities.persist(taken);
    entities.flush();
    kept.passOn(work.touched().begun(taken));
    campaigns.follow(ended, taken);
    journal.write(work, LendingAction.SWAPPED, device, Optional.of(loan));
    journal.write(work, LendingAction.SWAPPED, kept, Optional.of(taken));
    return loan;
  }

  private Loan lend(
      Work work, Gathered rows, Device device, Optional<Loan> previous, ScanEffect.Lend lend) {
    if (lend.closesPrevious()) {
      Loan before = previous.orElseThrow();
      close(
          work,
          device,
          before,
          new ScanEffect.Return(
              LoanEvent.RETURNED_BY_NEXT_LOAN,
              DeviceEvent.RETURNED,
              Optional.empty(),
              work.station().now()));
      journal.write(work, LendingAction.RETURNED_BY_NEXT_LOAN, device, previous);
      entities.flush();
    }
    Loan loan =
        new Loan(
            device,
            work.station().facts().model(device.modelId()).category(),
            rows.pupil().orElseThrow().id(),
            work.station().school().id(),
            work.station().sighting(),
            work.request().grade(),
            lend.dueOn().orElse(null));
    rows.pupil()
        .flatMap(DeskReader.PupilRow::agreement)
        .filter(a -> !a.endsOn().isBefore(work.station().desk().today()))
        .ifPresent(a -> loan.under(a.id()));
    entities.persist(loan);
    entities.flush();
    if (work.request().grade() != null) {
      device.grade(work.request().grade());
    }
    device.lend(work.touched().begun(loan));
    device.see(work.station().sighting());
    if (rows.situation().pupil().filter(p -> p.granted() != Replacement.NONE).isPresent()) {
      incidents.replaced(loan.pupilId(), loan.category(), loan.id());
    }
    if (rows.situation().duties().reservation() == Reservation.FOR_THIS_PUPIL) {
      reservations.fulfilled(
          device.id(), loan.id(), work.station().caller().name(), work.station().now());
    }
    journal.write(
        work,
        lend.override() ? LendingAction.LENT_BY_OVERRIDE : LendingAction.LENT,
        device,
        Optional.of(loan));
    return loan;
  }

  private Loan extend(Work work, Device device, Loan loan, ScanEffect.Extend extend) {
    work.touched().about(loan);
    loan.extendTo(extend.dueOn().orElse(null));
    device.see(work.station().sighting());
    journal.write(work, LendingAction.EXTENDED, device, Optional.of(loan));
    return loan;
  }

  private static LendingAction action(DeviceEvent event) {
    return switch (event) {
      case RECEIVED -> LendingAction.RECEIVED;
      case RETURNED -> LendingAction.RETURNED;
      case RETURNED_TO_CHECK -> LendingAction.RETURNED_TO_CHECK;
      case RETURNED_AWAY -> LendingAction.RETURNED_AWAY;
      case SENT -> LendingAction.SENT;
      case ARRIVED, ARRIVED_TO_CHECK -> LendingAction.ARRIVED;
      case TRANSFER_CANCELLED, TRANSFER_CANCELLED_TO_CHECK -> LendingAction.TRANSFER_CANCELLED;
      case REPAIRED, REPAIRED_TO_CHECK -> LendingAction.REPAIRED;
      case FOUND, FOUND_TO_CHECK, FOUND_AWAY -> LendingAction.FOUND;
      case STOLEN_FOUND -> LendingAction.STOLEN_FOUND;
      case TAKEN_BACK -> LendingAction.TAKEN_BACK;
      case LENT,
          PASSED_CHECK,
          PUT_ASIDE,
          FAULT_NOTED,
          SENT_TO_REPAIR,
          DECLARED_LOST,
          DECLARED_STOLEN,
          WITHDRAWN,
          OWNERSHIP_TRANSFERRED ->
          throw new IllegalArgumentException("No check-in causes " + event);
    };
  }
}
