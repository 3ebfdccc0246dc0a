package fr.gestmat.lending.boundary.kit;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.kit.Kit;
import fr.gestmat.lending.control.kit.KitReader;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.KitPiece;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The pieces of devices for who runs the stock: what belongs to a device, and which pieces have a
 * code of their own. Who sees a device's page sees its kit.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class DeviceKits {

  private static final int LONGEST_NAME = 80;
  private static final Role[] READERS = {
    Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN
  };
  private static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private KitReader reader;
  @Inject private DeclaredDevices devices;
  @Inject private ReferenceData reference;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * The kit of a device.
   *
   * @param kit what belongs to it
   * @param lines what was noted of it
   * @param mayManage whether the caller may change it
   */
  public record File(Kit kit, List<KitReader.Line> lines, boolean mayManage) {}

  /** The kit of a device that the caller may see. */
  public Optional<File> find(UUID device) {
    Caller who = caller.get();
    Scope scope = who.scope(READERS);
    return devices
        .find(device, scope)
        .map(
            d ->
                new File(
                    reader.kit(d.id()),
                    reader.ofDevice(scope, d.id()),
                    who.holds(MANAGERS) && devices.find(device, who.scope(MANAGERS)).isPresent()));
  }

  /**
   * A piece with a code of its own joins a kit; one that belongs to none may join again.
   *
   * @param name what it is, at most 80 characters
   * @param typed its code as it was typed or scanned
   * @return its public id; empty if there is no such device for the caller
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<UUID>> add(UUID device, String name, String typed) {
    Caller who = caller.get();
    return devices
        .lock(device, who.scope(MANAGERS))
        .map(d -> add(who, d, name.strip(), ScannedCode.normalForm(typed)));
  }

  private Answer<UUID> add(Caller who, Device device, String name, String code) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return Answer.refused(Refusal.of("nom", "pieceNameMissing"));
    }
    if (code.isEmpty()
        || code.length() > ScannedCode.MAX_LENGTH
        || ScannedCode.read(code, reference.of(who.authorityId()).tags()).refusal().isPresent()
        || ScannedCode.read(code, reference.of(who.authorityId()).tags()).command().isPresent()) {
      return Answer.refused(Refusal.of("code", "pieceCodeWrong"));
    }
    if (isTaken(who, code)) {
      return Answer.refused(Refusal.of("code", "pieceCodeOfDevice", code));
    }
    Optional<KitPiece> known = piece(who, "code", code);
    if (known.filter(p -> p.deviceId() != null).isPresent()) {
      return Answer.refused(Refusal.of("code", "pieceCodeTaken", code));
    }
    KitPiece piece = known.orElseGet(() -> new KitPiece(device, code, name, clock.instant()));
    piece.joins(device.id());
    if (known.isEmpty()) {
      entities.persist(piece);
    }
    write(who, device, LendingAction.PIECE_ADDED, said(piece.name(), code));
    return new Answer.Done<>(piece.publicId());
  }

  /** A piece belongs to no kit any more. False if the device has no such piece for the caller. */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public boolean takeOut(UUID device, UUID piece) {
    Caller who = caller.get();
    Optional<Device> found = devices.lock(device, who.scope(MANAGERS));
    Optional<KitPiece> one =
        piece(who, "publicId", piece)
            .filter(p -> found.isPresent() && Long.valueOf(found.get().id()).equals(p.deviceId()));
    one.ifPresent(
        p -> {
          p.joins(null);
          write(who, found.orElseThrow(), LendingAction.PIECE_TAKEN_OUT, said(p.name(), p.code()));
        });
    return one.isPresent();
  }

  private Optional<KitPiece> piece(Caller who, String field, Object value) {
    return entities
        .createQuery(
            "select p from KitPiece p where p."
                + field
                + " = :value and p.authorityId = :authority",
            KitPiece.class)
        .setParameter("value", value)
        .setParameter("authority", who.authorityId())
        .getResultStream()
        .findFirst();
  }

  private boolean isTaken(Caller who, String code) {
    return entities
        .createQuery(
            "select d.id from Device d where d.authorityId = :authority"
                + " and (d.assetTag = :code or d.serial = :code)",
            Long.class)
        .setParameter("authority", who.authorityId())
        .setParameter("code", code)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .isPresent();
  }

  private static JsonObject said(String name, String code) {
    return Json.createObjectBuilder().add("piece", name).add("code", code).build();
  }

  private void write(Caller who, Device device, LendingAction action, JsonObject detail) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            device.placeSchoolId(),
            who.accountId(),
            who.name(),
            action.name(),
            "DEVICE",
            device.id(),
            null,
            detail.toString()));
  }
}
