package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceMemento;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanMemento;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows that a scan changes, each remembered as it was before, so that it can be undone. */
final class Touched {

  private final Map<Device, DeviceMemento> devices = new LinkedHashMap<>();
  private final Map<Loan, LoanMemento> loans = new LinkedHashMap<>();
  private final List<Loan> begun = new ArrayList<>();
  private final List<UndoState.PieceWas> pieces = new ArrayList<>();

  /** Remembers a device that is about to change. */
  Device about(Device device) {
    devices.computeIfAbsent(device, DeviceMemento::of);
    return device;
  }

  /** Remembers a loan that is about to change. */
  Loan about(Loan loan) {
    loans.computeIfAbsent(loan, LoanMemento::of);
    return loan;
  }

  /** Remembers a loan that began. */
  Loan begun(Loan loan) {
    begun.add(loan);
    return loan;
  }

  /** Remembers a piece that is about to change. */
  void about(UndoState.PieceWas piece) {
    pieces.add(piece);
  }

  /** A device as it was before, if it was about to change. */
  Optional<DeviceMemento> before(Device device) {
    return Optional.ofNullable(devices.get(device));
  }

  boolean isNothing() {
    return devices.isEmpty() && loans.isEmpty() && begun.isEmpty();
  }

  /** What an undo needs; to be asked after the changes were flushed, which counts versions up. */
  UndoState undoState() {
    return new UndoState(
        devices.entrySet().stream()
            .map(e -> new UndoState.DeviceWas(e.getKey().id(), e.getKey().version(), e.getValue()))
            .toList(),
        loans.entrySet().stream()
            .map(e -> new UndoState.LoanWas(e.getKey().id(), e.getKey().version(), e.getValue()))
            .toList(),
        begun.stream().map(l -> new UndoState.Begun(l.id(), l.version())).toList(),
        List.copyOf(pieces));
  }
}
