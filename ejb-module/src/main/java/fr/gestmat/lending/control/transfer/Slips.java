package fr.gestmat.lending.control.transfer;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.Transit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * What a slip must know when a device leaves it otherwise than by arriving. An arrival needs
 * nothing: the device forgets its slip by itself.
 */
@ApplicationScoped
public class Slips {

  private static final String CANCELLED = "CANCELLED";

  @Inject private ReadModel database;

  /**
   * A device is about to leave its way by {@code event}: with a cancelled transfer it belongs again
   * to whom it belonged. Needs a transaction.
   */
  public void left(Device device, DeviceEvent event) {
    Transit way = device.transit();
    Optional<String> dropped =
        switch (event) {
          case TRANSFER_CANCELLED, TRANSFER_CANCELLED_TO_CHECK -> Optional.of(CANCELLED);
          case DECLARED_LOST, DECLARED_STOLEN -> Optional.of("LOST");
          default -> Optional.empty();
        };
    if (way == null || dropped.isEmpty()) {
      return;
    }
    if (way.slip() != null) {
      database.write(
          new SqlText()
              .add("update site_transfer_device set dropped = ?", dropped.get())
              .add("where transfer_id = ? and device_id = ?", way.slip(), device.id()));
    }
    if (dropped.get().equals(CANCELLED)) {
      owner(way, device).ifPresent(device::belongTo);
    }
  }

  /** Whose a device was before it set off, if it was given away. */
  private Optional<Long> owner(Transit way, Device device) {
    return way.slip() == null
        ? Optional.ofNullable(way.owner())
        : database.first(
            new SqlText()
                .add("select home_school_id from site_transfer_device")
                .add("where transfer_id = ? and device_id = ?", way.slip(), device.id()),
            row -> row.number("home_school_id"));
  }

  /** A device is on its way again, as if it had never left it. Needs a transaction. */
  public void backOnItsWay(Device device) {
    Transit way = device.transit();
    if (way != null && way.slip() != null) {
      database.write(
          new SqlText()
              .add("update site_transfer_device set dropped = null")
              .add("where transfer_id = ? and device_id = ?", way.slip(), device.id()));
    }
  }
}
