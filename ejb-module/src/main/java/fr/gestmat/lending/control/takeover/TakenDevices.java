package fr.gestmat.lending.control.takeover;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.entity.Pupil;
import fr.gestmat.lending.control.query.Today;
import fr.gestmat.lending.control.takeover.TakeoverLines.Line;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.DeviceModel;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.Sighting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates the devices and running loans of a takeover's lines, in the caller's transaction. */
@ApplicationScoped
public class TakenDevices {

  /** The hour of a loan of which the file knows the day. */
  private static final LocalTime HOUR = LocalTime.NOON;

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private Today today;

  /**
   * Creates what a line says; a device that is there already only gets its loan.
   *
   * @return the device; empty if it is not there for the caller any more, or not in stock
   */
  Optional<Device> take(Line line, Caller who, Scope scope) {
    Optional<Device> device = find(line, who).or(() -> create(line, who));
    Optional<Pupil> pupil = line.pupil().map(id -> entities.find(Pupil.class, id));
    boolean fits =
        device.isPresent()
            && scope.covers(device.get().placeSchoolId())
            && pupil.stream().allMatch(p -> scope.covers(p.school().id()))
            && device.get().state() == DeviceState.IN_STOCK;
    if (!fits) {
      return Optional.empty();
    }
    pupil.ifPresentOrElse(
        p -> lend(device.get(), p, line, who), () -> stand(device.get(), line.row().state()));
    device.get().grade(line.row().grade());
    return device;
  }

  /** Creates the device of a line without its loan, put aside to be looked at. */
  Optional<Device> putAside(Line line, String reason, Caller who, Scope scope) {
    Optional<Device> device =
        find(line, who)
            .or(() -> create(line, who))
            .filter(d -> scope.covers(d.placeSchoolId()) && d.state() == DeviceState.IN_STOCK);
    device.ifPresent(
        d -> {
          d.move(DeviceEvent.PUT_ASIDE);
          d.explain(reason);
        });
    return device;
  }

  private Optional<Device> find(Line line, Caller who) {
    return entities
        .createQuery(
            "select d from Device d where d.authorityId = :authority and d.assetTag = :tag",
            Device.class)
        .setParameter("authority", who.authorityId())
        .setParameter("tag", line.row().tag())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  private Optional<Device> create(Line line, Caller who) {
    if (line.school().isEmpty()) {
      return Optional.empty();
    }
    TakeoverRow row = line.row();
    Device device =
        new Device(
            model(row.model(), who),
            row.tag(),
            row.serial().isEmpty() ? null : row.serial(),
            line.school().get(),
            DeviceState.IN_STOCK,
            clock.instant());
    entities.persist(device);
    // The loan points to the device and the device to its loan: first one, then the other.
    entities.flush();
    return Optional.of(device);
  }

  private DeviceModel model(String name, Caller who) {
    return entities
        .createQuery(
            "select m from DeviceModel m where m.authorityId = :authority and m.name = :name",
            DeviceModel.class)
        .setParameter("authority", who.authorityId())
        .setParameter("name", name)
        .getResultStream()
        .findFirst()
        .orElseGet(
            () -> {
              DeviceModel model = new DeviceModel(who.authorityId(), name, null, "LAPTOP");
              entities.persist(model);
              // A device names its model by id alone, so JPA does not know which row to write
              // first.
              entities.flush();
              return model;
            });
  }

  private void lend(Device device, Pupil pupil, Line line, Caller who) {
    Instant from =
        line.row()
            .lentOn()
            .map(day -> day.atTime(HOUR).atZone(today.zone(who.authorityId())).toInstant())
            .filter(at -> at.isBefore(clock.instant()))
            .orElseGet(clock::instant);
    Loan loan =
        new Loan(
            device,
            entities.find(DeviceModel.class, device.modelId()).category(),
            pupil.id(),
            pupil.school().id(),
            new Sighting(from, pupil.school().id(), who.name()),
            null,
            line.row().dueOn().orElse(null));
    entities.persist(loan);
    entities.flush();
    device.lend(loan);
  }

  private static void stand(Device device, DeviceState state) {
    @Nullable DeviceEvent event =
        switch (state) {
          case TO_CHECK -> DeviceEvent.PUT_ASIDE;
          case IN_REPAIR -> DeviceEvent.SENT_TO_REPAIR;
          case LOST -> DeviceEvent.DECLARED_LOST;
          case STOLEN -> DeviceEvent.DECLARED_STOLEN;
          case WITHDRAWN -> DeviceEvent.WITHDRAWN;
          case EXPECTED, IN_STOCK, ON_LOAN, IN_TRANSIT, OWNERSHIP_TRANSFERRED -> null;
        };
    if (event != null) {
      device.move(event);
    }
  }
}
