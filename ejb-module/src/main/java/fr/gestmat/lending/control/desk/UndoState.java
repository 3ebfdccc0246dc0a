package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceMemento;
import fr.gestmat.lending.entity.LoanMemento;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an undo puts back, with the version of each row that must still stand for it.
 *
 * @param devices devices as they were
 * @param loans loans as they were
 * @param begun loans that the scan began
 * @param pieces pieces of kits as they were
 */
record UndoState(
    List<DeviceWas> devices, List<LoanWas> loans, List<Begun> begun, List<PieceWas> pieces) {

  /** The same after somebody said more of a device: its version grew, the undo stays possible. */
  UndoState knowing(Device device) {
    return new UndoState(
        devices.stream()
            .map(
                was ->
                    was.id() == device.id()
                        ? new DeviceWas(was.id(), device.version(), was.before())
                        : was)
            .toList(),
        loans,
        begun,
        pieces);
  }

  /**
   * A piece of a kit as it was.
   *
   * @param id the piece
   * @param device whose kit it belonged to
   * @param gap the line whose piece was found; null if none was
   */
  record PieceWas(long id, long device, @Nullable Long gap) {}

  /** A device as it was, and its version since. */
  record DeviceWas(long id, int version, DeviceMemento before) {}

  /** A loan as it was, and its version since. */
  record LoanWas(long id, int version, LoanMemento before) {}

  /** A loan that began, and its version. */
  record Begun(long id, int version) {}
}
