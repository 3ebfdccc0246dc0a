package fr.gestmat.lending.boundary.delivery;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Scope;
import fr.gestmat.job.boundary.TaskView;
import fr.gestmat.lending.control.TagScheme;
import fr.gestmat.lending.control.delivery.DeliveryAbout;
import fr.gestmat.lending.control.delivery.DeliveryField;
import fr.gestmat.lending.control.delivery.DeliveryRows;
import fr.gestmat.lending.control.delivery.DeliveryWork;
import fr.gestmat.lending.control.desk.ReferenceData;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.lending.control.sheet.SentSheet;
import fr.gestmat.lending.control.sheet.SheetDesk;
import fr.gestmat.lending.control.sheet.SheetKind;
import fr.gestmat.lending.control.sheet.SheetLines;
import fr.gestmat.lending.control.sheet.SheetStore;
import fr.gestmat.reports.sheet.SheetProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Announces a delivery by a supplier's file. Only who sent a file sees it. */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class DeliverySheets {

  private static final int LONGEST_REFERENCE = 80;
  private static final int LONGEST_SUPPLIER = 120;

  @Inject private CurrentCaller caller;
  @Inject private SheetDesk desk;
  @Inject private SheetStore store;
  @Inject private SheetLines lines;
  @Inject private DeliveryRows deliveries;
  @Inject private ReferenceData reference;
  @Inject private Choices choices;

  /**
   * What is said of a delivery as a whole.
   *
   * @param reference of the delivery note
   * @param supplier who sent it; may be empty
   * @param deliveredOn when it came or is to come
   * @param school UAI of the school that gets it; empty if its lines say so
   * @param received whether its devices are there
   */
  public record About(
      String reference,
      String supplier,
      Optional<LocalDate> deliveredOn,
      Optional<String> school,
      boolean received) {}

  /** What became of a file that was sent. */
  public sealed interface Begun {

    /**
     * Its columns are to be confirmed.
     *
     * @param id public id of the sheet
     */
    record Received(UUID id) implements Begun {}

    /**
     * It can't be read.
     *
     * @param why what is wrong with it
     */
    record Unreadable(SheetProblem.Kind why) implements Begun {}

    /**
     * What is said of the delivery can't be as it is; nothing is kept.
     *
     * @param reasons all of them
     */
    record Refused(List<Refusal> reasons) implements Begun {}
  }

  /** The schools that the caller may announce a delivery for. */
  public List<Choices.School> schools() {
    return choices.schools(scope());
  }

  /** What is wrong with what is said of a delivery, all at once. */
  public List<Refusal> refusals(About about) {
    List<Refusal> wrong = new ArrayList<>();
    if (about.reference().isBlank()) {
      wrong.add(Refusal.of("reference", "deliveryReferenceMissing"));
    } else if (about.reference().strip().length() > LONGEST_REFERENCE) {
      wrong.add(Refusal.of("reference", "tooLong", LONGEST_REFERENCE));
    } else if (belongsToOthers(about)) {
      wrong.add(Refusal.of("reference", "deliveryReferenceTaken"));
    }
    if (about.supplier().strip().length() > LONGEST_SUPPLIER) {
      wrong.add(Refusal.of("supplier", "tooLong", LONGEST_SUPPLIER));
    }
    if (about.school().isPresent() && school(about).isEmpty()) {
      wrong.add(Refusal.of("school", "schoolMissing"));
    }
    return wrong;
  }

  /**
   * Receives a supplier's file of at most 20 MiB.
   *
   * @throws IOException if it can't be kept
   */
  public Begun send(About about, String fileName, InputStream content) throws IOException {
    List<Refusal> wrong = refusals(about);
    if (!wrong.isEmpty()) {
      return new Begun.Refused(wrong);
    }
    SheetDesk.Sent sent =
        desk.send(
            caller.get(),
            SheetKind.DELIVERY,
            DeliveryField.class,
            new DeliveryAbout(
                    about.reference().strip(),
                    about.supplier().strip(),
                    about.deliveredOn(),
                    school(about),
                    about.received())
                .toJson(),
            fileName,
            content);
    return sent instanceof SheetDesk.Sent.Received received
        ? new Begun.Received(received.id())
        : new Begun.Unreadable(((SheetDesk.Sent.Unreadable) sent).why());
  }

  /** The caller's latest files, newest first. */
  public List<SentSheet> latest() {
    return store.latest(SheetKind.DELIVERY, caller.get().accountId());
  }

  /** One of the caller's files. */
  public Optional<SentSheet> find(UUID id) {
    return store.find(SheetKind.DELIVERY, id, caller.get().accountId());
  }

  /** What was said of its delivery. */
  public DeliveryAbout about(SentSheet sheet) {
    return DeliveryAbout.of(sheet);
  }

  /** The delivery that it made, once there is one. */
  public Optional<UUID> delivery(SentSheet sheet) {
    return deliveries
        .find(sheet.authorityId(), DeliveryAbout.of(sheet).reference())
        .map(DeliveryRows.Delivery::publicId);
  }

  /** The headings of its file; empty if the file has expired. */
  public List<String> headings(SentSheet sheet) throws IOException {
    return desk.headings(sheet);
  }

  /** The task that works on it. */
  public Optional<TaskView> task(SentSheet sheet) {
    return desk.task(sheet);
  }

  /** How many lines there are of each outcome. */
  public Map<String, Long> counts(SentSheet sheet) {
    return lines.counts(sheet.key());
  }

  /** Lines of an outcome after a line, one more than a page has if there are more. */
  public List<SheetLines.Line> lines(SentSheet sheet, String outcome, int afterLine) {
    return lines.page(sheet.key(), outcome, afterLine, SheetLines.PAGE + 1);
  }

  /** What is wrong with these columns: a model is named, and a serial number or a tag. */
  public List<Refusal> refusals(Map<DeliveryField, Integer> columns) {
    List<Refusal> wrong = new ArrayList<>();
    if (!columns.containsKey(DeliveryField.MODEL)) {
      wrong.add(Refusal.of(DeliveryField.MODEL.name(), "modelColumnMissing"));
    }
    if (!columns.containsKey(DeliveryField.TAG)) {
      if (!columns.containsKey(DeliveryField.SERIAL)) {
        wrong.add(Refusal.of(DeliveryField.SERIAL.name(), "serialColumnMissing"));
      } else if (!givesTags()) {
        wrong.add(Refusal.of(DeliveryField.TAG.name(), "tagColumnMissing"));
      }
    }
    return wrong;
  }

  /** Compares the file with what is known, in the background, with these columns. */
  public boolean check(SentSheet sheet, Map<DeliveryField, Integer> columns) throws IOException {
    return desk.check(caller.get(), SheetKind.DELIVERY, DeliveryWork.KIND, sheet, columns);
  }

  /** Applies it in the background. */
  public boolean apply(SentSheet sheet) {
    return desk.apply(caller.get(), DeliveryWork.KIND, sheet);
  }

  /** Lets work that failed go on from where it stopped. */
  public boolean retry(SentSheet sheet) {
    return desk.retry(sheet);
  }

  private boolean givesTags() {
    TagScheme scheme = reference.fresh(caller.get().authorityId()).tags();
    return scheme.next(Optional.empty()).isPresent();
  }

  /** A delivery of this reference that the caller's schools have no part in. */
  private boolean belongsToOthers(About about) {
    Scope scope = scope();
    return deliveries
        .find(scope.authorityId(), about.reference().strip())
        .filter(
            known ->
                known.schoolId().isPresent()
                    ? !scope.covers(known.schoolId().get())
                    : !scope.wholeAuthority())
        .isPresent();
  }

  private Optional<Long> school(About about) {
    List<Choices.School> schools = schools();
    return about.school().isEmpty() && schools.size() == 1
        ? Optional.of(schools.get(0).key())
        : schools.stream()
            .filter(s -> about.school().equals(Optional.of(s.uai())))
            .map(Choices.School::key)
            .findFirst();
  }

  private Scope scope() {
    return caller.get().scope(SheetDesk.managers());
  }
}
