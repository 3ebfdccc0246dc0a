package fr.gestmat.lending.boundary.stock;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.entity.School;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEntry;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LastChange;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.control.register.DeviceChange;
import fr.gestmat.lending.control.register.DeviceForm;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceModel;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.Purchase;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registers a device by hand, and corrects what is said of one. */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class DeviceFile {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private ReferenceData reference;
  @Inject private Choices choices;
  @Inject private DeclaredDevices devices;
  @Inject private LastChange lastChange;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** The schools whose stock the caller runs. */
  public List<Choices.School> schools() {
    return choices.schools(caller.get().scope(Stock.MANAGERS));
  }

  /** Whether the caller may say that a device belongs to another school. */
  public boolean mayRehome() {
    return caller.get().scope(Stock.MANAGERS).wholeAuthority();
  }

  /**
   * Registers a device that is there, in stock.
   *
   * @return its public id
   */
  public Answer<UUID> create(DeviceForm form) {
    Caller who = caller.get();
    List<Refusal> wrong = refusals(who, form, 0);
    Optional<DeviceModel> model = model(who, form).filter(DeviceModel::active);
    Optional<Choices.School> school = school(form);
    if (model.isEmpty()) {
      wrong.add(Refusal.of("model", "modelMissing"));
    }
    if (school.isEmpty()) {
      wrong.add(Refusal.of("school", "homeMissing"));
    }
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    Device device =
        new Device(
            model.orElseThrow(),
            form.assetTag(),
            emptyAsNull(form.serial()),
            school.orElseThrow().key(),
            DeviceState.IN_STOCK,
            clock.instant());
    say(device, form);
    device.store(device.defaultStorage());
    entities.persist(device);
    entities.flush();
    write(who, device, LendingAction.DEVICE_CREATED, null);
    return new Answer.Done<>(device.publicId());
  }

  /**
   * Corrects what is said of a device.
   *
   * @param version as the form had it
   * @return its public id; empty if there is no such device for the caller
   */
  public Optional<Answer<UUID>> edit(UUID id, int version, DeviceForm form) {
    Caller who = caller.get();
    Scope scope = who.scope(Stock.MANAGERS);
    return devices.lock(id, scope).map(device -> edit(who, device, version, form));
  }

  private Answer<UUID> edit(Caller who, Device device, int version, DeviceForm form) {
    if (device.version() != version) {
      Optional<JournalEntry> last = lastChange.of("DEVICE", device.id());
      return new Answer.Stale<>(
          last.map(JournalEntry::actorName), last.map(JournalEntry::happenedAt), device.version());
    }
    DeviceModel before = entities.find(DeviceModel.class, device.modelId());
    List<Refusal> wrong = refusals(who, form, device.id());
    Optional<DeviceModel> model = model(who, form).filter(m -> m.active() || m.id() == before.id());
    if (model.isEmpty()) {
      wrong.add(Refusal.of("model", "modelMissing"));
    }
    Optional<Long> home = mayRehome() ? school(form).map(Choices.School::key) : Optional.empty();
    if (mayRehome() && home.isEmpty()) {
      wrong.add(Refusal.of("school", "homeMissing"));
    }
    if (!wrong.isEmpty()) {
      return new Answer.Refused<>(wrong);
    }
    DeviceChange was = DeviceChange.of(device, before, schoolName(device.homeSchoolId()));
    device.describe(model.orElseThrow(), form.assetTag(), emptyAsNull(form.serial()));
    home.ifPresent(device::belongTo);
    say(device, form);
    JsonObject changed =
        DeviceChange.of(device, model.orElseThrow(), schoolName(device.homeSchoolId())).since(was);
    if (!changed.isEmpty()) {
      entities.flush();
      write(
          who,
          device,
          LendingAction.DEVICE_CHANGED,
          Json.createObjectBuilder().add("changed", changed).build());
    }
    return new Answer.Done<>(device.publicId());
  }

  private void say(Device device, DeviceForm form) {
    device.storeAsRule(emptyAsNull(form.storage()));
    device.annotate(emptyAsNull(form.note()));
    @Nullable Long delivery =
        Optional.ofNullable(device.purchase()).map(Purchase::deliveryId).orElse(null);
    device.buy(
        new Purchase(
            delivery,
            form.purchasedOn().orElse(null),
            form.warrantyEndsOn().orElse(null),
            form.price().orElse(null)));
  }

  /** What is wrong with the form; 0 for a device that is not there yet. */
  private List<Refusal> refusals(Caller who, DeviceForm form, long self) {
    List<Refusal> wrong = new ArrayList<>(form.refusals(reference.fresh(who.authorityId()).tags()));
    if (isTaken(who, "assetTag", form.assetTag(), self)) {
      wrong.add(Refusal.of("assetTag", "tagTaken", form.assetTag()));
    }
    if (!form.serial().isEmpty() && isTaken(who, "serial", form.serial(), self)) {
      wrong.add(Refusal.of("serial", "serialTaken", form.serial()));
    }
    return wrong;
  }

  private boolean isTaken(Caller who, String field, String code, long self) {
    return entities
        .createQuery(
            "select d.id from Device d where d.authorityId = :authority and d."
                + field
                + " = :code and d.id <> :self",
            Long.class)
        .setParameter("authority", who.authorityId())
        .setParameter("code", code)
        .setParameter("self", self)
        .getResultStream()
        .findFirst()
        .isPresent();
  }

  private Optional<DeviceModel> model(Caller who, DeviceForm form) {
    return form.model()
        .flatMap(
            id ->
                entities
                    .createQuery(
                        "select m from DeviceModel m where m.publicId = :id"
                            + " and m.authorityId = :authority",
                        DeviceModel.class)
                    .setParameter("id", id)
                    .setParameter("authority", who.authorityId())
                    .getResultStream()
                    .findFirst());
  }

  /** The school that was said; who runs one school need not say it. */
  private Optional<Choices.School> school(DeviceForm form) {
    List<Choices.School> mine = schools();
    return form.school().isEmpty() && mine.size() == 1
        ? Optional.of(mine.get(0))
        : mine.stream().filter(s -> form.school().equals(Optional.of(s.uai()))).findFirst();
  }

  private String schoolName(long id) {
    return Objects.requireNonNull(entities.find(School.class, id)).name();
  }

  private void write(Caller who, Device device, LendingAction action, @Nullable JsonObject detail) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            device.homeSchoolId(),
            who.accountId(),
            who.name(),
            action.name(),
            "DEVICE",
            device.id(),
            null,
            detail == null ? null : detail.toString()));
  }

  private static @Nullable String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
