package fr.gestmat.lending.boundary.kit;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.filestore.boundary.SealedFiles;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.lending.control.LendingAction;
import fr.gestmat.lending.control.condition.ConditionBook;
import fr.gestmat.lending.entity.ConditionPhoto;
import fr.gestmat.lending.entity.ConditionReport;
import fr.gestmat.lending.entity.Device;
import fr.gestmat.lending.entity.KitStep;
import fr.gestmat.lending.entity.Loan;
import fr.gestmat.reports.photo.Photo;
import fr.gestmat.reports.photo.PhotoException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The photos of the condition of devices, at both ends of their loans (L080); encrypted on disk.
 * Who may see a loan may see and add them; for everybody else there is none.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class ConditionPhotos {

  /** Photos of one end of a loan. */
  public static final int MOST = 10;

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private ConditionBook book;
  @Inject private SealedFiles files;
  @Inject private Clock clock;

  /**
   * Adds a photo to one end of a loan.
   *
   * @param content the file as it was sent; its bytes say what it is
   * @return public id of the photo, or why it was not taken; empty if there is no such loan
   * @throws IOException if the photo could not be kept
   */
  public Optional<Answer<UUID>> add(UUID loan, KitStep step, InputStream content)
      throws IOException {
    Caller who = caller.get();
    Optional<Loan> found = book.loan(who, loan);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    if (!book.isOpen(found.get(), step)) {
      return Optional.of(Answer.refused(Refusal.of("photo", "conditionTooLate")));
    }
    Photo photo;
    try {
      photo = Photo.of(content.readNBytes(Photo.MOST_BYTES + 1));
    } catch (PhotoException e) {
      return Optional.of(Answer.refused(Refusal.of("photo", "photo" + e.problem().name())));
    }
    Device device = entities.find(Device.class, found.get().deviceId());
    ConditionReport report = book.report(who, found.get(), step, device.conditionGrade());
    if (photosOf(report) >= MOST) {
      return Optional.of(Answer.refused(Refusal.of("photo", "photoTooMany", MOST)));
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
    book.write(
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
  public Optional<byte[]> show(UUID id) throws IOException {
    Caller who = caller.get();
    Optional<ConditionPhoto> photo = visible(who, id);
    return photo.isEmpty() ? Optional.empty() : files.open(photo.get().fileId(), who.authorityId());
  }

  /** Takes a photo away, as long as that end of the loan is open. False if there is none. */
  public boolean remove(UUID id) {
    Caller who = caller.get();
    Optional<ConditionPhoto> photo = visible(who, id);
    if (photo.isEmpty()) {
      return false;
    }
    ConditionReport report = entities.find(ConditionReport.class, photo.get().reportId());
    Loan loan = entities.find(Loan.class, report.loanId());
    if (!book.isOpen(loan, report.step())) {
      return false;
    }
    entities.remove(photo.get());
    book.write(
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
              return book.isVisible(who, entities.find(Loan.class, report.loanId()));
            });
  }

  private long photosOf(ConditionReport report) {
    return entities
        .createQuery("select count(p) from ConditionPhoto p where p.reportId = :id", Long.class)
        .setParameter("id", report.id())
        .getSingleResult();
  }
}
