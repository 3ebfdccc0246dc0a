package fr.gestmat.lending.boundary.kit;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.boundary.stock.Answer;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.Refusal;
import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.kit.Kit;
import fr.gestmat.lending.control.kit.KitReader;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.KitGap;
import fr.gestmat.lending.entity.KitPiece;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The pieces of devices for who runs the stock: which have a code of their own, what is missing,
 * found, replaced, and what it costs. Who sees a device's page sees its kit.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class DeviceKits {

  /** Lines on a page. */
  public static final int PAGE = 50;

  private static final int LONGEST_NAME = 80;
  private static final BigDecimal DEAREST = new BigDecimal("100000");
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

  /** What became of missing pieces. */
  public enum Settling {
    /** They are there again: the loan no longer owes them. */
    FOUND,
    /** The school put others into the kit: the loan owes them all the same. */
    REPLACED
  }

  /**
   * The kit of a device.
   *
   * @param kit what belongs to it
   * @param lines what was noted of it
   * @param mayManage whether the caller may change it
   */
  public record File(Kit kit, List<KitReader.Line> lines, boolean mayManage) {}

  /**
   * A page of lines that await a price.
   *
   * @param count how many there are on all pages
   * @param lines those of this page, the latest first
   * @param next where the next page begins
   */
  public record Awaiting(long count, List<KitReader.Line> lines, Optional<Long> next) {}

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
   * The missing and broken pieces that pupils owe and that have no price yet.
   *
   * @param before key of the last line of the page before; {@code Long.MAX_VALUE} for the first
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Awaiting awaitingPrice(long before) {
    Scope scope = caller.get().scope(MANAGERS);
    List<KitReader.Line> lines = reader.awaiting(scope, before, PAGE + 1);
    boolean more = lines.size() > PAGE;
    List<KitReader.Line> shown = more ? lines.subList(0, PAGE) : lines;
    return new Awaiting(
        reader.countAwaiting(scope),
        shown,
        more ? Optional.of(shown.get(PAGE - 1).key()) : Optional.empty());
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

  /**
   * Says what became of missing or broken pieces.
   *
   * @param count how many, at least one
   * @return empty if there is no such line for the caller
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<Integer>> settle(UUID line, Settling how, int count) {
    Caller who = caller.get();
    return line(who, line)
        .map(
            gap -> {
              if (count < 1 || count > gap.open()) {
                return Answer.<Integer>refused(Refusal.of("nombre", "pieceCountWrong", gap.open()));
              }
              if (how == Settling.FOUND) {
                gap.find(count, clock.instant(), who.name());
              } else {
                gap.replace(count, clock.instant(), who.name());
              }
              write(
                  who,
                  entities.find(Device.class, gap.deviceId()),
                  how == Settling.FOUND ? LendingAction.PIECE_FOUND : LendingAction.PIECE_REPLACED,
                  Json.createObjectBuilder()
                      .add("piece", gap.name())
                      .add("quantity", count)
                      .build());
              return new Answer.Done<>(gap.open());
            });
  }

  /**
   * Says what one of the missing or broken pieces of a line costs.
   *
   * @param price zero or more, in euros, cents at most
   * @return empty if there is no such line for the caller
   */
  @RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
  public Optional<Answer<BigDecimal>> price(UUID line, Optional<BigDecimal> price) {
    Caller who = caller.get();
    return line(who, line)
        .map(
            gap -> {
              Optional<BigDecimal> sane =
                  price
                      .filter(p -> p.signum() >= 0 && p.compareTo(DEAREST) < 0)
                      .filter(p -> p.stripTrailingZeros().scale() <= 2);
              if (sane.isEmpty()) {
                return Answer.<BigDecimal>refused(Refusal.of("prix", "priceWrong"));
              }
              BigDecimal amount = sane.get().setScale(2, RoundingMode.UNNECESSARY);
              gap.price(amount);
              write(
                  who,
                  entities.find(Device.class, gap.deviceId()),
                  LendingAction.PIECE_PRICED,
                  Json.createObjectBuilder().add("piece", gap.name()).add("price", amount).build());
              return new Answer.Done<>(amount);
            });
  }

  /** A line noted at a school whose stock the caller runs, locked. */
  private Optional<KitGap> line(Caller who, UUID line) {
    Scope scope = who.scope(MANAGERS);
    return entities
        .createQuery(
            "select g from KitGap g where g.publicId = :id and g.authorityId = :authority",
            KitGap.class)
        .setParameter("id", line)
        .setParameter("authority", who.authorityId())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .filter(gap -> scope.covers(gap.schoolId()))
        .findFirst();
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
