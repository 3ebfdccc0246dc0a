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
import fr.gestmat.lending.control.charge.ChargeLife;
import fr.gestmat.lending.control.charge.PieceCharges;
import fr.gestmat.lending.control.charge.PieceRelief;
import fr.gestmat.lending.control.kit.KitReader;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.KitGap;
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
 * The missing and broken pieces for who runs the stock: what one costs, and whether they were found
 * or replaced. What was asked for a piece that is found is dropped (L066).
 */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class MissingPieces {

  /** Lines on a page. */
  public static final int PAGE = 50;

  private static final BigDecimal DEAREST = new BigDecimal("100000");
  private static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN};

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private KitReader reader;
  @Inject private PieceCharges charges;
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
   * What is left of a line.
   *
   * @param open how many are neither found nor replaced
   * @param charged whether the family is asked for what is owed
   * @param relief what became of the charge, if there was one that had to change
   */
  public record Settled(int open, boolean charged, Optional<PieceRelief> relief) {}

  /**
   * A page of lines that await a price.
   *
   * @param count how many there are on all pages
   * @param lines those of this page, the latest first
   * @param next where the next page begins
   */
  public record Awaiting(long count, List<KitReader.Line> lines, Optional<Long> next) {}

  /**
   * The missing and broken pieces that pupils owe and that have no price yet.
   *
   * @param before key of the last line of the page before; {@code Long.MAX_VALUE} for the first
   */
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
   * Says what became of missing or broken pieces.
   *
   * @param count how many, at least one
   * @return empty if there is no such line for the caller
   */
  public Optional<Answer<Settled>> settle(UUID line, Settling how, int count) {
    Caller who = caller.get();
    return line(who, line)
        .map(
            gap -> {
              if (count < 1 || count > gap.open()) {
                return Answer.<Settled>refused(Refusal.of("nombre", "pieceCountWrong", gap.open()));
              }
              Optional<PieceRelief> relief = Optional.empty();
              if (how == Settling.FOUND) {
                gap.find(count, clock.instant(), who.name());
                relief = charges.found(gap, count, ChargeLife.Actor.of(who), Optional.empty());
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
              return new Answer.Done<>(new Settled(gap.open(), gap.charged(), relief));
            });
  }

  /**
   * Says what one of the missing or broken pieces of a line costs.
   *
   * @param price zero or more, in euros, cents at most
   * @return empty if there is no such line for the caller
   */
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
