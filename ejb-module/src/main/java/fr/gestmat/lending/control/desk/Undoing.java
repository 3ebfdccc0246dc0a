package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.Outcome;
import fr.gestmat.lending.control.ScanReason;
import fr.gestmat.lending.control.campaign.CampaignLines;
import fr.gestmat.lending.control.desk.ScanStore.Undoable;
import fr.gestmat.lending.control.desk.UndoState.DeviceWas;
import fr.gestmat.lending.control.desk.UndoState.LoanWas;
import fr.gestmat.lending.control.incident.IncidentLife;
import fr.gestmat.lending.control.reminder.LoanSteps;
import fr.gestmat.lending.control.reservation.ReservationRows;
import fr.gestmat.lending.control.transfer.Slips;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceMemento;
import fr.gestmat.lending.entity.KitGap;
import fr.gestmat.lending.entity.KitPiece;
import fr.gestmat.lending.entity.Loan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a scan's device and loan back as they were, as long as neither changed since. */
@ApplicationScoped
public class Undoing {

  @PersistenceContext private EntityManager entities;
  @Inject private ScanStore store;
  @Inject private DeskJournal journal;
  @Inject private KitStore kits;
  @Inject private CampaignLines campaigns;
  @Inject private IncidentLife incidents;
  @Inject private ReservationRows reservations;
  @Inject private LoanSteps steps;
  @Inject private Slips slips;

  /** A scan to undo, locked until the transaction ends; empty if there is none in the authority. */
  public Optional<Long> schoolOf(long authorityId, UUID scanId) {
    return store.lock(authorityId, scanId).map(Undoable::schoolId);
  }

  /**
   * Undoes a scan.
   *
   * @param mayUndoOthers whether the caller may undo what somebody else scanned there
   */
  public ScanReply undo(Station station, UUID scanId, boolean mayUndoOthers) {
    Optional<Undoable> found = store.lock(station.caller().authorityId(), scanId);
    if (found.isEmpty()
        || (found.get().accountId() != station.caller().accountId() && !mayUndoOthers)) {
      return new ScanReply.NotThere();
    }
    Undoable scan = found.get();
    if (scan.undone()) {
      return answered(station, scan, Outcome.OK, ScanReason.UNDONE);
    }
    if (scan.undo().isEmpty()) {
      return answered(station, scan, Outcome.REFUSED, ScanReason.UNDO_NOTHING);
    }
    UndoState undo = scan.undo().get();
    Rows rows = new Rows(entities, undo);
    if (!rows.unchanged() || isSettled(scanId, rows, undo) || !kits.forget(scanId)) {
      return answered(station, scan, Outcome.REFUSED, ScanReason.UNDO_TOO_LATE);
    }
    rows.devices.forEach(
        (device, was) -> {
          DeviceMemento before = DeviceMemento.of(device);
          device.restore(was.before());
          slips.backOnItsWay(device);
          journal.writeUndone(station, device, scanId.toString(), before);
        });
    undo.pieces().forEach(this::restore);
    entities.flush();
    for (Loan loan : rows.begun) {
      incidents.notReplacedBy(loan.id());
      reservations.notFulfilledBy(loan.id());
      steps.neverBegan(loan.id());
      rows.loans.keySet().stream()
          .filter(was -> was.deviceId() == loan.deviceId())
          .forEach(was -> campaigns.follow(loan, was));
    }
    rows.begun.forEach(entities::remove);
    entities.flush();
    rows.loans.forEach(
        (loan, was) -> {
          loan.restore(was.before());
          steps.goesOn(loan.id());
        });
    entities.flush();
    incidents.undone(scanId);
    store.markUndone(scanId, station.now());
    return answered(station, scan, Outcome.OK, ScanReason.UNDONE);
  }

  /** Whether something else stands on what the scan did. */
  private boolean isSettled(UUID scanId, Rows rows, UndoState undo) {
    return incidents.isToldOf(scanId)
        || rows.begun.stream().anyMatch(loan -> incidents.tellsOf(loan.id()))
        || !undo.pieces().stream().allMatch(this::isWhereItWasLeft);
  }

  /** What was found belongs to that kit; what was taken out belongs to none. */
  private boolean isWhereItWasLeft(UndoState.PieceWas was) {
    KitPiece piece = entities.find(KitPiece.class, was.id(), LockModeType.PESSIMISTIC_WRITE);
    @Nullable Long left = was.gap() == null ? null : Long.valueOf(was.device());
    return piece != null && Objects.equals(piece.deviceId(), left);
  }

  private void restore(UndoState.PieceWas was) {
    KitPiece piece = entities.find(KitPiece.class, was.id());
    piece.joins(was.device());
    if (was.gap() != null) {
      entities.find(KitGap.class, was.gap()).lose(1);
    }
  }

  /** The rows of an undo, locked. */
  static final class Rows {
    final Map<Device, DeviceWas> devices = new LinkedHashMap<>();
    final Map<Loan, LoanWas> loans = new LinkedHashMap<>();
    final List<Loan> begun = new ArrayList<>();
    private boolean unchanged = true;

    Rows(EntityManager entities, UndoState state) {
      for (DeviceWas was : state.devices()) {
        Device device = entities.find(Device.class, was.id(), LockModeType.PESSIMISTIC_WRITE);
        unchanged &= device != null && device.version() == was.version();
        put(devices, device, was);
      }
      for (LoanWas was : state.loans()) {
        Loan loan = entities.find(Loan.class, was.id(), LockModeType.PESSIMISTIC_WRITE);
        unchanged &= loan != null && loan.version() == was.version();
        put(loans, loan, was);
      }
      for (UndoState.Begun was : state.begun()) {
        Loan loan = entities.find(Loan.class, was.id(), LockModeType.PESSIMISTIC_WRITE);
        unchanged &= loan != null && loan.version() == was.version();
        if (loan != null) {
          begun.add(loan);
        }
      }
    }

    boolean unchanged() {
      return unchanged;
    }

    private static <K, V> void put(Map<K, V> map, @Nullable K key, V value) {
      if (key != null) {
        map.put(key, value);
      }
    }
  }

  /** The device and the loan as they are now, under what became of the undo. */
  private ScanReply answered(Station station, Undoable scan, Outcome outcome, ScanReason reason) {
    Optional<Device> device = scan.answer().device().flatMap(d -> byPublicId(Device.class, d.id()));
    Optional<Loan> loan = scan.answer().loan().flatMap(l -> byPublicId(Loan.class, l.id()));
    return new ScanReply.Answered(
        new ScanAnswer(
            outcome,
            List.of(Finding.of(reason)),
            scan.answer().matchedBy(),
            device.map(d -> Views.of(station.facts(), d)),
            device.flatMap(
                d ->
                    loan.map(
                        l ->
                            Views.of(
                                station.facts(),
                                l,
                                d,
                                scan.answer().loan().flatMap(LoanView::pupilId)))),
            scan.answer().pupil(),
            List.of()));
  }

  private <T> Optional<T> byPublicId(Class<T> type, UUID publicId) {
    return entities
        .createQuery("select e from " + type.getSimpleName() + " e where e.publicId = :id", type)
        .setParameter("id", publicId)
        .getResultStream()
        .findFirst();
  }
}
