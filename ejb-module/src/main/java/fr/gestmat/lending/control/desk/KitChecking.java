package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.Outcome;
import fr.gestmat.lending.control.ScanReason;
import fr.gestmat.lending.control.desk.KitStore.Said;
import fr.gestmat.lending.control.desk.ScanStore.Undoable;
import fr.gestmat.lending.control.kit.Kit;
import fr.gestmat.lending.control.kit.KitLine;
import fr.gestmat.lending.control.kit.KitStatement;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.DeviceMemento;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.KitGap;
import fr.gestmat.lending.entity.KitStep;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanState;
import fr.gestmat.lending.entity.PieceFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes what a desk says of the kit of a scan: by exception, whole, and the last word counts (L065
 * to L067). An incomplete device is put aside, never left in stock (L079).
 */
@ApplicationScoped
public class KitChecking {

  @PersistenceContext private EntityManager entities;
  @Inject private ScanStore scans;
  @Inject private KitStore kits;
  @Inject private DeskJournal journal;

  /**
   * Takes a statement about the kit of a scan.
   *
   * @param mayOthers whether the caller may speak of what somebody else scanned there
   */
  public ScanReply state(Station station, UUID scanId, KitStatement statement, boolean mayOthers) {
    Optional<Undoable> found = scans.lock(station.caller().authorityId(), scanId);
    if (found.isEmpty()
        || (found.get().accountId() != station.caller().accountId() && !mayOthers)) {
      return new ScanReply.NotThere();
    }
    Undoable scan = found.get();
    Optional<Said> before = kits.said(scanId);
    if (before.filter(said -> said.revision() >= statement.revision()).isPresent()) {
      return earlier(before.get(), statement);
    }
    if (scan.undo().isEmpty() || scan.answer().kit().isEmpty()) {
      return refused(scan, List.of(Finding.of(ScanReason.KIT_NOTHING_TO_CHECK)));
    }
    UndoState undo = scan.undo().get();
    Undoing.Rows rows = new Undoing.Rows(entities, undo);
    if (scan.undone() || !rows.unchanged()) {
      return refused(scan, List.of(Finding.of(ScanReason.KIT_TOO_LATE)));
    }
    UUID deviceId = scan.answer().device().orElseThrow().id();
    Device device =
        rows.devices.keySet().stream()
            .filter(d -> d.publicId().equals(deviceId))
            .findFirst()
            .orElseThrow();
    List<Finding> wrong = kit(station, device, scanId).refusals(statement.lines());
    if (!wrong.isEmpty()) {
      return refused(scan, wrong);
    }
    if (!kits.forget(scanId)) {
      return refused(scan, List.of(Finding.of(ScanReason.KIT_TOO_LATE)));
    }
    return new ScanReply.Answered(take(station, scanId, statement, scan, undo, device, before));
  }

  private ScanAnswer take(
      Station station,
      UUID scanId,
      KitStatement statement,
      Undoable scan,
      UndoState undo,
      Device device,
      Optional<Said> before) {
    Loan loan = loan(scan.answer().loan().orElseThrow().id());
    KitStep step = loan.state() == LoanState.CLOSED ? KitStep.RETURN : KitStep.HAND_OVER;
    DeviceMemento was = DeviceMemento.of(device);
    DeviceMemento afterScan = before.map(Said::before).orElse(was);
    device.restore(afterScan);
    note(station, scanId, statement, loan, step, device);
    if (step == KitStep.RETURN && !statement.lines().isEmpty()) {
      putAside(device);
    }
    boolean complete = statement.lines().isEmpty();
    journal.writeKit(
        station,
        complete ? LendingAction.KIT_COMPLETE : LendingAction.KIT_INCOMPLETE,
        device,
        loan,
        scanId,
        statement.lines(),
        was);
    entities.flush();
    scans.keepUndo(scanId, undo.knowing(device));
    ScanAnswer answer = answer(station, scan, device, step, statement.lines());
    kits.save(
        station,
        scanId,
        device.id(),
        loan.id(),
        step,
        new Said(statement.revision(), statement.fingerprint(), answer, afterScan));
    return answer;
  }

  /** The kit as it was before the scan, without what was said with it. */
  private Kit kit(Station station, Device device, UUID scanId) {
    return Kit.of(
        station.facts().model(device.modelId()).accessories(),
        kits.pieces(device.id()),
        kits.gapsBefore(device.id(), scanId));
  }

  private void note(
      Station station,
      UUID scanId,
      KitStatement statement,
      Loan loan,
      KitStep step,
      Device device) {
    Map<UUID, Kit.Piece> pieces =
        kits.pieces(device.id()).stream().collect(Collectors.toMap(Kit.Piece::publicId, p -> p));
    for (KitLine line : statement.lines()) {
      Optional<Kit.Piece> piece = line.piece().map(pieces::get);
      entities.persist(
          new KitGap(
              loan,
              scanId,
              step,
              piece.map(Kit.Piece::name).orElse(line.name()),
              piece.map(Kit.Piece::id).orElse(null),
              line.fault(),
              line.quantity(),
              station.facts().policy().asksForPieces(step),
              station.sighting()));
    }
  }

  /** It can't be lent before somebody looked at it, wherever it is. */
  private static void putAside(Device device) {
    if (device.conditionGrade() != ConditionGrade.DAMAGED) {
      device.grade(ConditionGrade.INCOMPLETE);
    }
    if (device.state() == DeviceState.IN_STOCK) {
      device.move(DeviceEvent.FAULT_NOTED);
    }
  }

  private static ScanReply earlier(Said said, KitStatement statement) {
    boolean other =
        said.revision() == statement.revision()
            && !Arrays.equals(said.fingerprint(), statement.fingerprint());
    return other ? new ScanReply.SameIdOtherBody() : new ScanReply.Answered(said.answer());
  }

  private static ScanReply refused(Undoable scan, List<Finding> reasons) {
    ScanAnswer answer = scan.answer();
    return new ScanReply.Answered(
        new ScanAnswer(
            Outcome.REFUSED,
            reasons,
            answer.matchedBy(),
            answer.device(),
            answer.loan(),
            answer.pupil(),
            List.of(),
            answer.kit()));
  }

  private static ScanAnswer answer(
      Station station, Undoable scan, Device device, KitStep step, List<KitLine> lines) {
    List<Finding> reasons = new ArrayList<>();
    if (lines.isEmpty()) {
      reasons.add(Finding.of(ScanReason.KIT_COMPLETE));
    } else {
      reasons.add(
          Finding.of(
              step == KitStep.RETURN ? ScanReason.KIT_INCOMPLETE : ScanReason.KIT_LENT_WITHOUT));
    }
    for (KitLine line : lines) {
      reasons.add(
          Finding.of(
              line.fault() == PieceFault.BROKEN
                  ? ScanReason.PIECE_BROKEN
                  : ScanReason.PIECE_MISSING,
              line.name(),
              line.quantity()));
    }
    return new ScanAnswer(
        lines.isEmpty() ? Outcome.OK : Outcome.WARNING,
        reasons,
        scan.answer().matchedBy(),
        Optional.of(Views.of(station.facts(), device)),
        scan.answer().loan(),
        scan.answer().pupil(),
        List.of(),
        scan.answer().kit());
  }

  private Loan loan(UUID publicId) {
    return entities
        .createQuery("select l from Loan l where l.publicId = :id", Loan.class)
        .setParameter("id", publicId)
        .getSingleResult();
  }
}
