package fr.gestmat.lending.boundary.cession;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.cession.CessionBook;
import fr.gestmat.lending.control.cession.CessionBook.ClassLine;
import fr.gestmat.lending.control.cession.CessionBook.Guardian;
import fr.gestmat.lending.control.cession.CessionBook.PupilLine;
import fr.gestmat.lending.control.cession.CessionChoosing;
import fr.gestmat.lending.control.cession.CessionKeeping;
import fr.gestmat.lending.control.cession.CessionKeeping.Choice;
import fr.gestmat.lending.control.cession.CessionKeeping.Held;
import fr.gestmat.lending.control.cession.CessionRule;
import fr.gestmat.lending.control.cession.CessionRule.Chooser;
import fr.gestmat.lending.control.policy.EndOfSchooling;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The end of schooling, for who runs a school's lending: who may keep a device by policy, what each
 * family chose, and the certificates.
 */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER"})
public class Cessions {

  private static final Role[] MANAGERS = {Role.LOAN_MANAGER, Role.REGION_MANAGER};

  @Inject private CurrentCaller caller;
  @Inject private CessionBook book;
  @Inject private CessionKeeping keeping;
  @Inject private CessionChoosing choosing;

  /**
   * The classes at the end of schooling.
   *
   * @param given whether policy gives devices at all
   * @param levels beginnings of the levels at which it does; empty for every level
   * @param classes the classes
   */
  public record Overview(boolean given, String levels, List<ClassLine> classes) {}

  /**
   * The pupils of a class.
   *
   * @param pupils by name
   * @param guardians who may choose for them, by the pupils' database ids
   * @param adults database ids of the pupils who are of age
   */
  public record Roll(
      List<PupilLine> pupils, Map<Long, List<Guardian>> guardians, List<Long> adults) {}

  /** The classes that the caller runs. */
  public Overview overview() {
    EndOfSchooling end = end();
    return new Overview(
        end.given(),
        end.cohort().text(),
        end.given() ? book.classes(scope(), end.cohort()) : List.of());
  }

  /** The pupils of a class, or of a school who are in none. */
  public Roll roll(String uai, Optional<UUID> schoolClass) {
    EndOfSchooling end = end();
    List<PupilLine> pupils =
        end.given() ? book.pupils(scope(), end.cohort(), uai, schoolClass) : List.of();
    return new Roll(
        pupils,
        book.guardians(pupils),
        pupils.stream().filter(this::isAdult).map(PupilLine::pupilKey).toList());
  }

  /**
   * Records what a family chose.
   *
   * @param accepted whether the pupil keeps the device
   * @param chooser {@code PUPIL}, {@code GUARDIAN}, or a guardian's public id
   * @return the pupil's name; empty if there is no such loan for the caller
   */
  public Optional<Answer<String>> choose(UUID loan, boolean accepted, String chooser) {
    Caller who = caller.get();
    return book.find(scope(), loan)
        .map(
            before -> {
              Held held = keeping.hold(before);
              // Read again: what somebody else chose meanwhile counts.
              PupilLine line = book.find(scope(), loan).orElse(before);
              Optional<String> name = name(line, chooser);
              Chooser by = chooser.equals("PUPIL") ? Chooser.PUPIL : Chooser.GUARDIAN;
              if (name.isEmpty()) {
                return Answer.refused(Refusal.of("chooser", "chooserMissing"));
              }
              List<Refusal> reasons =
                  new ArrayList<>(CessionRule.choosing(choosing.standing(who, line, held), by));
              reasons.addAll(choosing.keeping(line, accepted));
              if (!reasons.isEmpty()) {
                return new Answer.Refused<>(reasons);
              }
              keeping.keep(who, line, held, new Choice(accepted, by, name.get()));
              return new Answer.Done<>(line.spoken());
            });
  }

  /** Takes a choice back, as long as there is no certificate. */
  public Optional<Answer<String>> undo(UUID loan) {
    Caller who = caller.get();
    return book.find(scope(), loan)
        .map(
            before -> {
              Held held = keeping.hold(before);
              PupilLine line = book.find(scope(), loan).orElse(before);
              List<Refusal> reasons = CessionRule.undoing(choosing.standing(who, line, held));
              if (!reasons.isEmpty()) {
                return new Answer.Refused<>(reasons);
              }
              return keeping.undo(who, line, held)
                  ? new Answer.Done<>(line.spoken())
                  : Answer.refused(Refusal.of("choice", "changedSince"));
            });
  }

  /** Issues the certificate of who keeps the device; the same number again. */
  public Optional<Answer<String>> certify(UUID loan) {
    Caller who = caller.get();
    return book.find(scope(), loan)
        .map(
            line -> {
              keeping.hold(line);
              PupilLine fresh = book.find(scope(), loan).orElse(line);
              return fresh.accepted().orElse(false)
                  ? new Answer.Done<>(keeping.certify(who, fresh))
                  : Answer.refused(Refusal.of("choice", "notAccepted"));
            });
  }

  private Optional<String> name(PupilLine line, String chooser) {
    List<Guardian> guardians =
        book.guardians(List.of(line)).getOrDefault(line.pupilKey(), List.of());
    return switch (chooser) {
      case "PUPIL" -> Optional.of(line.spoken());
      case "GUARDIAN" ->
          guardians.isEmpty() ? Optional.of("un responsable légal") : Optional.empty();
      default ->
          guardians.stream()
              .filter(g -> g.id().toString().equals(chooser))
              .map(Guardian::name)
              .findFirst();
    };
  }

  private boolean isAdult(PupilLine line) {
    return choosing.isAdult(caller.get(), line);
  }

  private EndOfSchooling end() {
    return choosing.end(caller.get());
  }

  private Scope scope() {
    return caller.get().scope(MANAGERS);
  }
}
