package fr.gestmat.lending.boundary.stock;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEntry;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LastChange;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.entity.DeviceModel;
import fr.gestmat.lending.entity.ExpectedAccessory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The models that an authority has, each with the accessories that go with its devices. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Catalogue {

  static final String SUBJECT = "DEVICE_MODEL";

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private Journal journal;
  @Inject private LastChange lastChange;

  /**
   * A model as pages show it.
   *
   * @param id public id
   * @param version as it was read
   * @param form what can be edited
   */
  public record ModelCard(UUID id, int version, ModelForm form) {}

  /**
   * A model in a list to choose from.
   *
   * @param id public id
   * @param name its name
   */
  public record ModelName(UUID id, String name) {}

  /** The names of all models, those out of use too. */
  public List<ModelName> names() {
    return entities
        .createQuery(
            "select m.publicId, m.name from DeviceModel m where m.authorityId = :authority"
                + " order by m.name",
            Object[].class)
        .setParameter("authority", caller.get().authorityId())
        .getResultStream()
        .map(row -> new ModelName((UUID) row[0], (String) row[1]))
        .toList();
  }

  /** All models of the caller's authority, by name; those out of use too. */
  public List<ModelCard> models() {
    return entities
        .createQuery(
            "select distinct m from DeviceModel m left join fetch m.accessories"
                + " where m.authorityId = :authority order by m.name",
            DeviceModel.class)
        .setParameter("authority", caller.get().authorityId())
        .getResultStream()
        .map(Catalogue::card)
        .toList();
  }

  /** One model. */
  public Optional<ModelCard> find(UUID id) {
    return entity(id, LockModeType.NONE).map(Catalogue::card);
  }

  /** Whether the caller may change the catalogue: who steers the whole authority. */
  public boolean mayEdit() {
    return caller.get().scope(Role.REGION_MANAGER, Role.ADMIN).wholeAuthority();
  }

  /**
   * Adds a model. The name is not given to another one yet, without regard to case or accents.
   *
   * @return its public id; empty if the caller may not
   */
  @RolesAllowed({"REGION_MANAGER", "ADMIN"})
  public Optional<Answer<UUID>> create(ModelForm form) {
    if (!mayEdit()) {
      return Optional.empty();
    }
    List<Refusal> reasons = reasons(form, Optional.empty());
    if (!reasons.isEmpty()) {
      return Optional.of(new Answer.Refused<>(reasons));
    }
    DeviceModel model =
        new DeviceModel(
            caller.get().authorityId(), form.name(), form.maker().orElse(null), form.category());
    model.expect(form.accessories());
    entities.persist(model);
    journal(LendingAction.MODEL_CREATED, model);
    return Optional.of(new Answer.Done<>(model.publicId()));
  }

  /**
   * Changes a model.
   *
   * @param version as the form had it
   * @return its public id; empty if there is no such model or the caller may not
   */
  @RolesAllowed({"REGION_MANAGER", "ADMIN"})
  public Optional<Answer<UUID>> edit(UUID id, int version, ModelForm form) {
    Optional<DeviceModel> found =
        mayEdit() ? entity(id, LockModeType.PESSIMISTIC_WRITE) : Optional.empty();
    return found.map(model -> edit(model, version, form));
  }

  private Answer<UUID> edit(DeviceModel model, int version, ModelForm form) {
    if (model.version() != version) {
      Optional<JournalEntry> last = lastChange.of(SUBJECT, model.id());
      return new Answer.Stale<>(
          last.map(JournalEntry::actorName), last.map(JournalEntry::happenedAt), model.version());
    }
    List<Refusal> reasons = reasons(form, Optional.of(model.publicId()));
    if (!reasons.isEmpty()) {
      return new Answer.Refused<>(reasons);
    }
    model.edit(form.name(), form.maker().orElse(null), form.category(), form.active());
    model.expect(form.accessories());
    entities.lock(model, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    journal(LendingAction.MODEL_CHANGED, model);
    return new Answer.Done<>(model.publicId());
  }

  private List<Refusal> reasons(ModelForm form, Optional<UUID> self) {
    List<Refusal> reasons = new ArrayList<>(form.refusals());
    boolean taken =
        entities
            .createQuery(
                "select m.publicId from DeviceModel m"
                    + " where m.authorityId = :authority and m.name = :name",
                UUID.class)
            .setParameter("authority", caller.get().authorityId())
            .setParameter("name", form.name())
            .getResultStream()
            .anyMatch(id -> !self.equals(Optional.of(id)));
    if (taken) {
      reasons.add(Refusal.of("name", "modelNameTaken", form.name()));
    }
    return reasons;
  }

  private Optional<DeviceModel> entity(UUID id, LockModeType lock) {
    return entities
        .createQuery(
            "select m from DeviceModel m where m.publicId = :id and m.authorityId = :authority",
            DeviceModel.class)
        .setParameter("id", id)
        .setParameter("authority", caller.get().authorityId())
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  private void journal(LendingAction action, DeviceModel model) {
    Caller who = caller.get();
    JsonArrayBuilder accessories = Json.createArrayBuilder();
    for (ExpectedAccessory accessory : model.accessories()) {
      accessories.add(accessory.quantity() + " " + accessory.name());
    }
    String detail =
        Json.createObjectBuilder()
            .add("name", model.name())
            .add("category", model.category())
            .add("active", model.active())
            .add("accessories", accessories)
            .build()
            .toString();
    entities.flush();
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            action.name(),
            SUBJECT,
            model.id(),
            null,
            detail));
  }

  private static ModelCard card(DeviceModel model) {
    return new ModelCard(
        model.publicId(),
        model.version(),
        new ModelForm(
            model.name(),
            Optional.ofNullable(model.maker()),
            model.category(),
            model.active(),
            model.accessories()));
  }
}
