package fr.gestmat.lending.control.transfer;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.Transit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a slip must know when a device leaves it otherwise than by arriving. An arrival needs
 * nothing: the device forgets its slip by itself.
 */
@ApplicationScoped
public class Slips {

  @Inject private ReadModel database;

  /** A device that was on {@code way} left it by {@code event}. Needs a transaction. */
  public void left(@Nullable Transit way, long device, DeviceEvent event) {
    Optional<String> dropped =
        switch (event) {
          case TRANSFER_CANCELLED, TRANSFER_CANCELLED_TO_CHECK -> Optional.of("CANCELLED");
          case DECLARED_LOST, DECLARED_STOLEN -> Optional.of("LOST");
          default -> Optional.empty();
        };
    if (way != null && way.slip() != null && dropped.isPresent()) {
      database.write(
          new SqlText()
              .add("update site_transfer_device set dropped = ?", dropped.get())
              .add("where transfer_id = ? and device_id = ?", way.slip(), device));
    }
  }
}
