package fr.gestmat.lending.control.transfer;

import fr.gestmat.access.Caller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.Sighting;
import fr.gestmat.lending.entity.SiteTransfer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens, sends, receives and cancels transfers; needs a transaction. */
@ApplicationScoped
public class SlipKeeping {

  private static final String TRANSFER = "TRANSFER";

  @PersistenceContext private EntityManager entities;
  @Inject private ReadModel database;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * What a transfer is about.
   *
   * @param from the place that sends
   * @param to the place that receives
   * @param forGood whether the devices belong to the receiver afterwards
   * @param planned how many devices are wanted; null if nobody said
   * @param category of which category; null for any
   * @param note what there is to say; null for nothing
   */
  public record Order(
      long from,
      long to,
      boolean forGood,
      @Nullable Integer planned,
      @Nullable String category,
      @Nullable String note) {}

  /** Opens a transfer. */
  public SiteTransfer open(Caller who, Order order) {
    SiteTransfer slip =
        new SiteTransfer(
            who.authorityId(),
            order.from(),
            order.to(),
            order.forGood(),
            clock.instant(),
            who.name());
    slip.plan(order.planned(), order.category(), order.note());
    entities.persist(slip);
    slip.numbered();
    entities.flush();
    journal(who, slip, LendingAction.TRANSFER_PREPARED, detail(slip));
    return slip;
  }

  /** The transfer, held so that nothing is put on it meanwhile; empty if there is none. */
  public Optional<SiteTransfer> hold(long authority, UUID id) {
    return entities
        .createQuery(
            "select t from SiteTransfer t where t.publicId = :id and t.authorityId = :authority",
            SiteTransfer.class)
        .setParameter("id", id)
        .setParameter("authority", authority)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** Takes a device off a slip that is being prepared. */
  public void remove(SiteTransfer slip, UUID device) {
    database.write(
        new SqlText()
            .add("delete k from site_transfer_device k join device d on d.id = k.device_id")
            .add("where k.transfer_id = ? and d.public_id = ?", slip.id(), device));
  }

  /**
   * Sends what may travel; what may not any more stays behind and is said. Again changes nothing.
   *
   * @return how many devices set off, 0 if none may; -1 if it had been sent before
   */
  public int send(Caller who, SiteTransfer slip, String toName) {
    if (!slip.isPrepared()) {
      return -1;
    }
    List<Device> devices = listed(slip);
    List<Device> ready = devices.stream().filter(device -> isReady(slip, device)).toList();
    if (ready.isEmpty()) {
      return 0;
    }
    Instant now = clock.instant();
    for (Device device : devices) {
      if (ready.contains(device)) {
        device.send(slip.to(), now, slip.id());
        if (slip.forGood()) {
          device.belongTo(slip.to());
        }
        journal(
            who, device, slip.from(), LendingAction.SENT, detail(slip).add("toSchoolName", toName));
      } else {
        drop(slip, device, "SKIPPED");
      }
    }
    slip.send(now, who.name());
    journal(who, slip, LendingAction.TRANSFER_SENT, detail(slip).add("devices", ready.size()));
    return ready.size();
  }

  private static boolean isReady(SiteTransfer slip, Device device) {
    return SlipRule.mayTravel(device.state()) && device.placeSchoolId() == slip.from();
  }

  /** Receives all that is still on its way. */
  public int receive(Caller who, SiteTransfer slip) {
    Sighting arrival = new Sighting(clock.instant(), slip.to(), who.name());
    List<Device> devices = travelling(slip);
    for (Device device : devices) {
      device.move(
          device.conditionGrade().needsCheck()
              ? DeviceEvent.ARRIVED_TO_CHECK
              : DeviceEvent.ARRIVED);
      device.see(arrival);
      device.store(null);
      journal(who, device, slip.to(), LendingAction.ARRIVED, detail(slip));
    }
    return devices.size();
  }

  /**
   * Cancels: what is on its way stays with the sender, and belongs to whom it belonged. What has
   * arrived stays where it is. Again changes nothing.
   *
   * @return how many devices stay with the sender; -1 if it had been cancelled before
   */
  public int cancel(Caller who, SiteTransfer slip, String reason) {
    if (!slip.cancel(clock.instant(), who.name(), reason)) {
      return -1;
    }
    Map<Long, Long> homes = new HashMap<>();
    database
        .list(
            new SqlText()
                .add("select device_id, home_school_id from site_transfer_device")
                .add("where transfer_id = ?", slip.id()),
            row -> Map.entry(row.number("device_id"), row.number("home_school_id")))
        .forEach(entry -> homes.put(entry.getKey(), entry.getValue()));
    List<Device> devices = travelling(slip);
    for (Device device : devices) {
      device.move(
          device.conditionGrade().needsCheck()
              ? DeviceEvent.TRANSFER_CANCELLED_TO_CHECK
              : DeviceEvent.TRANSFER_CANCELLED);
      device.belongTo(homes.getOrDefault(device.id(), slip.from()));
      drop(slip, device, "CANCELLED");
      journal(
          who,
          device,
          slip.from(),
          LendingAction.TRANSFER_CANCELLED,
          detail(slip).add("reason", reason));
    }
    journal(who, slip, LendingAction.TRANSFER_CALLED_OFF, detail(slip).add("reason", reason));
    return devices.size();
  }

  private List<Device> listed(SiteTransfer slip) {
    return locked(
        database.list(
            new SqlText()
                .add("select device_id from site_transfer_device where transfer_id = ?", slip.id()),
            row -> row.number("device_id")));
  }

  private List<Device> travelling(SiteTransfer slip) {
    List<Device> locked =
        locked(
            database.list(
                new SqlText().add("select id from device where transit_transfer_id = ?", slip.id()),
                row -> row.number("id")));
    // A desk may have been faster with one of them.
    return locked.stream()
        .filter(d -> d.transit() != null && Long.valueOf(slip.id()).equals(d.transit().slip()))
        .toList();
  }

  private List<Device> locked(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("select d from Device d where d.id in :ids order by d.id", Device.class)
            .setParameter("ids", ids)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
  }

  private void drop(SiteTransfer slip, Device device, String why) {
    database.write(
        new SqlText()
            .add("update site_transfer_device set dropped = ?", why)
            .add("where transfer_id = ? and device_id = ?", slip.id(), device.id()));
  }

  private static JsonObjectBuilder detail(SiteTransfer slip) {
    return Json.createObjectBuilder().add("slip", slip.code());
  }

  private void journal(
      Caller who, SiteTransfer slip, LendingAction action, JsonObjectBuilder detail) {
    write(who, slip.from(), action, TRANSFER, slip.id(), detail);
  }

  private void journal(
      Caller who, Device device, long school, LendingAction action, JsonObjectBuilder detail) {
    write(who, school, action, "DEVICE", device.id(), detail);
  }

  private void write(
      Caller who,
      long school,
      LendingAction action,
      String type,
      long subject,
      JsonObjectBuilder detail) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            school,
            who.accountId(),
            who.name(),
            action.name(),
            type,
            subject,
            null,
            detail.build().toString()));
  }
}
