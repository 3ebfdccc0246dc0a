package fr.gestmat.lending.boundary.kit;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.entity.Pupil;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.boundary.stock.Answer;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.Refusal;
import fr.gestmat.lending.control.condition.ConditionForm;
import fr.gestmat.lending.control.condition.ConditionReader;
import fr.gestmat.lending.control.condition.ConditionReader.LoanSides;
import fr.gestmat.lending.control.declare.DeclaredDevices;
import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.ConditionMark;
import fr.gestmat.lending.entity.ConditionPhoto;
import fr.gestmat.lending.entity.ConditionReport;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.DeviceEvent;
import fr.gestmat.lending.entity.DeviceState;
import fr.gestmat.lending.entity.KitStep;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.lending.entity.LoanState;
import fr.gestmat.reports.photo.Photo;
import fr.gestmat.reports.photo.PhotoException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The condition of devices at both ends of their loans, with photos (L080). Who may see a loan may
 * see and say it; for everybody else there is none.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class Conditions {

  /** Photos of one end of a loan. */
  public static final int MOST_PHOTOS = 10;

  private static final Role[] READERS = {
    Role.LOAN_AGENT, Role.LOAN_MANAGER, Role.REGION_MANAGER, Role.ADMIN
  };

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private ConditionReader reader;
  @Inject private DeclaredDevices devices;
  @Inject private SealedFiles files;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /** The latest loans of a device that the caller may see; empty if not even the device. */
  public Optional<List<LoanSides>> of(UUID device) {
    Scope scope = caller.get().scope(READERS);
    return devices.find(device, scope).map(d -> reader.ofDevice(scope, d.id()));
  }

  /**
   * Says the condition at one end of a loan: at the hand-over until the device is back, at the
   * return from then on until it is lent again. A device that is back and damaged is put aside
   * (L079).
   *
   * @param loan public id of the loan
   * @return public id of the report; empty if there is no such loan for the caller
   */
  public Optional<Answer<UUID>> record(UUID loan, KitStep step, ConditionForm form) {
    Caller who = caller.get();
    return loan(who, loan)
        .map(
            found -> {
              List<Refusal> wrong = form.refusals();
              if (!wrong.isEmpty()) {
                return new Answer.Refused<UUID>(wrong);
              }
              if (!isOpen(found, step)) {
                return Answer.<UUID>refused(Refusal.of("etat", "conditionTooLate"));
              }
              return new Answer.Done<>(say(who, found, step, form));
            });
  }

  private UUID say(Caller who, Loan loan, KitStep step, ConditionForm form) {
    Device device = entities.find(Device.class, loan.deviceId(), LockModeType.PESSIMISTIC_WRITE);
    ConditionGrade grade = form.grade().orElseThrow();
    ConditionReport report = report(who, loan, step, grade);
    report.say(
        grade,
        form.note(),
        form.marks().stream().map(m -> new ConditionMark(m.place(), m.words())).toList(),
        clock.instant(),
        who.name());
    DeviceState before = device.state();
    ConditionGrade gradeBefore = device.conditionGrade();
    device.grade(grade);
    if (grade.needsCheck() && device.state() == DeviceState.IN_STOCK) {
      device.move(DeviceEvent.FAULT_NOTED);
    }
    JsonObjectBuilder changed = Json.createObjectBuilder();
    if (before != device.state()) {
      changed.add("state", Json.createArrayBuilder().add(before.name()).add(device.state().name()));
    }
    if (gradeBefore != device.conditionGrade()) {
      changed.add(
          "grade",
          Json.createArrayBuilder().add(gradeBefore.name()).add(device.conditionGrade().name()));
    }
    write(
        who,
        loan,
        LendingAction.CONDITION_RECORDED,
        Json.createObjectBuilder()
            .add("step", step.name())
            .add("graded", grade.name())
            .add("marks", form.marks().size())
            .add("changed", changed));
    return report.publicId();
  }

  /**
   * Adds a photo to one end of a loan.
   *
   * @param content the file as it was sent; its bytes say what it is
   * @return public id of the photo, or why it was not taken; empty if there is no such loan
   * @throws IOException if the photo could not be kept
   */
  public Optional<Answer<UUID>> addPhoto(UUID loan, KitStep step, InputStream content)
      throws IOException {
    Caller who = caller.get();
    Optional<Loan> found = loan(who, loan);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (!isOpen(found.get(), step)) {
      return Optional.of(Answer.refused(Refusal.of("photo", "conditionTooLate")));
    }
    Photo photo;
    try {
      photo = Photo.of(content.readNBytes(Photo.MOST_BYTES + 1));
    } catch (PhotoException e) {
      return Optional.of(Answer.refused(Refusal.of("photo", "photo" + e.problem().name())));
    }
    Device device = entities.find(Device.class, found.get().deviceId());
    ConditionReport report = report(who, found.get(), step, device.conditionGrade());
    if (photosOf(report) >= MOST_PHOTOS) {
      return Optional.of(Answer.refused(Refusal.of("photo", "photoTooMany", MOST_PHOTOS)));
    }
    ConditionPhoto kept =
        new ConditionPhoto(
            report,
            files
                .keep(
                    new FileOwner(
                        who.authorityId(), Set.of(found.get().schoolId()), who.accountId()),
                    new FileLabel(FilePurpose.CONDITION_PHOTO, "photo.jpg", "image/jpeg"),
                    photo.jpeg())
                .publicId(),
            photo.width(),
            photo.height(),
            clock.instant(),
            who.name());
    entities.persist(kept);
    write(
        who,
        found.get(),
        LendingAction.PHOTO_ADDED,
        Json.createObjectBuilder().add("step", step.name()));
    return Optional.of(new Answer.Done<>(kept.publicId()));
  }

  /**
   * A photo as JPEG.
   *
   * @throws IOException if it was changed on disk, or its key is gone
   */
  public Optional<byte[]> photo(UUID id) throws IOException {
    Caller who = caller.get();
    Optional<ConditionPhoto> photo = visible(who, id);
    return photo.isEmpty() ? Optional.empty() : files.open(photo.get().fileId(), who.authorityId());
  }

  /** Takes a photo away, as long as that end of the loan is open. False if there is none. */
  public boolean removePhoto(UUID id) {
    Caller who = caller.get();
    Optional<ConditionPhoto> photo = visible(who, id);
    if (photo.isEmpty()) {
      return false;
    }
    ConditionReport report = entities.find(ConditionReport.class, photo.get().reportId());
    Loan loan = entities.find(Loan.class, report.loanId());
    if (!isOpen(loan, report.step())) {
      return false;
    }
    entities.remove(photo.get());
    write(
        who,
        loan,
        LendingAction.PHOTO_REMOVED,
        Json.createObjectBuilder().add("step", report.step().name()));
    return true;
  }

  private Optional<ConditionPhoto> visible(Caller who, UUID id) {
    return entities
        .createQuery("select p from ConditionPhoto p where p.publicId = :id", ConditionPhoto.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .filter(
            photo -> {
              ConditionReport report = entities.find(ConditionReport.class, photo.reportId());
              return isVisible(who, entities.find(Loan.class, report.loanId()));
            });
  }

  private Optional<Loan> loan(Caller who, UUID id) {
    return entities
        .createQuery("select l from Loan l where l.publicId = :id", Loan.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .filter(loan -> isVisible(who, loan));
  }

  private boolean isVisible(Caller who, Loan loan) {
    Scope scope = who.scope(READERS);
    return loan.authorityId() == scope.authorityId()
        && (scope.covers(loan.schoolId())
            || scope.covers(entities.find(Pupil.class, loan.pupilId()).school().id()));
  }

  private boolean isOpen(Loan loan, KitStep step) {
    return step == KitStep.RETURN
        ? loan.state() == LoanState.CLOSED && isLatest(loan)
        : loan.state() != LoanState.CLOSED;
  }

  /** Whether the device was not lent again since. */
  private boolean isLatest(Loan loan) {
    return entities
        .createQuery(
            "select count(l) from Loan l where l.deviceId = :device and l.id > :id", Long.class)
        .setParameter("device", loan.deviceId())
        .setParameter("id", loan.id())
        .getSingleResult()
        .equals(0L);
  }

  private ConditionReport report(Caller who, Loan loan, KitStep step, ConditionGrade grade) {
    return entities
        .createQuery(
            "select r from ConditionReport r where r.loanId = :loan and r.step = :step",
            ConditionReport.class)
        .setParameter("loan", loan.id())
        .setParameter("step", step)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseGet(
            () -> {
              ConditionReport report =
                  new ConditionReport(loan, step, grade, clock.instant(), who.name());
              entities.persist(report);
              entities.flush();
              return report;
            });
  }

  private long photosOf(ConditionReport report) {
    return entities
        .createQuery("select count(p) from ConditionPhoto p where p.reportId = :id", Long.class)
        .setParameter("id", report.id())
        .getSingleResult();
  }

  private void write(Caller who, Loan loan, LendingAction action, JsonObjectBuilder detail) {
    journal.write(
        new JournalEvent(
            who.authorityId(),
            loan.schoolId(),
            who.accountId(),
            who.name(),
            action.name(),
            "DEVICE",
            loan.deviceId(),
            loan.pupilId(),
            detail.add("loan", loan.publicId().toString()).build().toString()));
  }
}
