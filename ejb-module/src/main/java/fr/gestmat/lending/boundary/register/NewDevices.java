package fr.gestmat.lending.boundary.register;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.desk.AuthorityFacts;
import fr.gestmat.lending.control.desk.DeskJournal;
import fr.gestmat.lending.control.desk.DeviceView;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.desk.Station;
import fr.gestmat.lending.control.desk.Views;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceModel;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.LendingRight;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds one device to the stock of a school; its tag is taken by no other, whatever its case. */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER"})
public class NewDevices {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private ReferenceData reference;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * A device as another system describes it.
   *
   * @param school UAI of the school that it belongs to and is at
   * @param assetTag code on its label, in any form
   * @param serial maker's number
   * @param model name of its model
   * @param storage where it is stored as a rule
   * @param grade its condition; new if not said
   */
  public record NewDevice(
      String school,
      String assetTag,
      @Nullable String serial,
      String model,
      @Nullable String storage,
      @Nullable ConditionGrade grade) {}

  /** How it went. */
  public sealed interface Added {

    /**
     * Added.
     *
     * @param device as it is now
     */
    record Done(DeviceView device) implements Added {}

    /** No such school, or no right there. */
    record NotThere() implements Added {}

    /** Another device has this tag. */
    record TagTaken() implements Added {}

    /**
     * It can't be as it was described.
     *
     * @param field the field that is wrong
     */
    record Wrong(String field) implements Added {}
  }

  /** Adds a device, in stock. */
  public Added add(NewDevice form) {
    Caller who = caller.get();
    AuthorityFacts facts = reference.fresh(who.authorityId());
    Optional<Station> station =
        Station.find(who, facts, form.school(), clock.instant())
            .filter(s -> s.right().includes(LendingRight.STOCK));
    if (station.isEmpty()) {
      return new Added.NotThere();
    }
    ScannedCode tag = ScannedCode.read(form.assetTag(), facts.tags());
    if (tag.refusal().isPresent() || tag.command().isPresent()) {
      return new Added.Wrong("assetTag");
    }
    Optional<DeviceModel> model =
        entities
            .createQuery(
                "select m from DeviceModel m where m.authorityId = :authority and m.name = :name"
                    + " and m.active = true",
                DeviceModel.class)
            .setParameter("authority", who.authorityId())
            .setParameter("name", form.model())
            .getResultStream()
            .findFirst();
    if (model.isEmpty()) {
      return new Added.Wrong("model");
    }
    if (isTaken(who.authorityId(), tag.normal())) {
      return new Added.TagTaken();
    }
    Device device = create(form, station.get(), tag.normal(), model.get());
    journal.write(
        new JournalEvent(
            who.authorityId(),
            station.get().school().id(),
            who.accountId(),
            who.name(),
            LendingAction.DEVICE_CREATED.name(),
            DeskJournal.DEVICE,
            device.id(),
            null,
            null));
    return new Added.Done(Views.of(facts, device));
  }

  private Device create(NewDevice form, Station station, String tag, DeviceModel model) {
    String serial = form.serial() == null ? "" : ScannedCode.normalForm(form.serial());
    Device device =
        new Device(
            model,
            tag,
            serial.isEmpty() ? null : serial,
            station.school().id(),
            DeviceState.IN_STOCK,
            station.now());
    device.storeAsRule(form.storage());
    device.store(form.storage());
    if (form.grade() != null) {
      device.grade(form.grade());
    }
    entities.persist(device);
    entities.flush();
    return device;
  }

  private boolean isTaken(long authorityId, String tag) {
    return !entities
        .createQuery(
            "select d.id from Device d where d.authorityId = :authority and d.assetTag = :tag",
            Long.class)
        .setParameter("authority", authorityId)
        .setParameter("tag", tag)
        .getResultList()
        .isEmpty();
  }
}
