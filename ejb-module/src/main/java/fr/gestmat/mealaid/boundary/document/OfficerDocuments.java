package fr.gestmat.mealaid.boundary.document;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.control.application.FrenchDays;
import fr.gestmat.mealaid.control.campaign.AuthorityTime;
import fr.gestmat.mealaid.control.document.DocumentIntake;
import fr.gestmat.mealaid.control.document.DocumentRights;
import fr.gestmat.mealaid.control.document.DocumentRows;
import fr.gestmat.mealaid.control.document.NoticeReports;
import fr.gestmat.mealaid.control.document.OfficerSteps;
import fr.gestmat.mealaid.control.document.VirusScanner;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.Figures;
import fr.gestmat.mealaid.entity.document.AidDocument;
import fr.gestmat.mealaid.entity.document.ScanState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The documents of applications, for who reviews them: those that were handed in. */
@Stateless
@RolesAllowed({"AID_OFFICER", "AID_MANAGER"})
public class OfficerDocuments {

  @Inject private CurrentCaller caller;
  @Inject private DocumentRights rights;
  @Inject private DocumentRows rows;
  @Inject private DocumentIntake intake;
  @Inject private OfficerSteps steps;
  @Inject private NoticeReports notices;
  @Inject private VirusScanner scanner;
  @Inject private AuthorityTime time;
  @Inject private Clock clock;

  /** Whether documents are scanned at present, for the page to say so. */
  public VirusScanner.Status scanner() {
    return scanner.status();
  }

  /** The documents that were handed in with an application; empty if there is none such. */
  public Optional<List<DocumentLine>> list(UUID application) {
    return rights
        .ofOfficer(caller.get(), application)
        .map(
            found ->
                rows.of(found.id()).stream()
                    .filter(document -> document.handedInAt() != null)
                    .map(OfficerDocuments::line)
                    .toList());
  }

  private static DocumentLine line(AidDocument document) {
    return DocumentLine.of(document, document.scan() == ScanState.SAFE, false);
  }

  /** What the tax notices say beside the figures that were submitted. */
  public Optional<NoticeReports.All> notices(UUID application) {
    return rights
        .ofOfficer(caller.get(), application)
        .map(
            found -> {
              Figures figures = found.figures();
              return notices.of(
                  found,
                  Optional.ofNullable(figures.referenceTaxIncome()),
                  Optional.ofNullable(figures.taxShares()),
                  true);
            });
  }

  /** Kinds of what can be added to an application; empty if there is none such. */
  public List<String> kinds(UUID application) {
    return rights.ofOfficer(caller.get(), application).map(rights::kinds).orElse(List.of());
  }

  /** The day on which a paper most likely came: with its application, or else today. */
  public Optional<LocalDate> paperDay(UUID application) {
    return rights
        .ofOfficer(caller.get(), application)
        .map(
            found ->
                Objects.requireNonNullElseGet(
                    found.receivedOn(), () -> time.today(found.authorityId())));
  }

  /**
   * Adds a document that came on paper or by mail; it counts as handed in on that day.
   *
   * @param receivedOn the day on which it came; not before its application did
   * @return why it was not taken, or its line; empty if there is no such application
   * @throws IOException if it could not be kept
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Answer<DocumentLine>> add(
      UUID application,
      String kind,
      Optional<LocalDate> receivedOn,
      String name,
      InputStream content)
      throws IOException {
    Caller who = caller.get();
    Optional<AidApplication> found = steps.find(who, application);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<Refusal> closed = rights.paperRefusal(found.get(), kind);
    if (closed.isPresent()) {
      return closed.map(Answer::refused);
    }
    ZoneId zone = time.zone(who.authorityId());
    Optional<Refusal> untimely = untimely(found.get(), receivedOn, zone);
    if (untimely.isPresent()) {
      return untimely.map(Answer::refused);
    }
    Answer<DocumentIntake.Received> answer = intake.receive(who.authorityId(), kind, name, content);
    if (answer instanceof Answer.Refused<DocumentIntake.Received> refused) {
      return Optional.of(new Answer.Refused<>(refused.reasons()));
    }
    try (DocumentIntake.Received received =
        ((Answer.Done<DocumentIntake.Received>) answer).value()) {
      received.cameAt(AuthorityTime.counted(receivedOn.orElseThrow(), clock.instant(), zone));
      return steps
          .keep(who, application, kind, received)
          .map(kept -> kept.then(document -> new Answer.Done<>(line(document))));
    }
  }

  private Optional<Refusal> untimely(
      AidApplication one, Optional<LocalDate> receivedOn, ZoneId zone) {
    if (receivedOn.isEmpty()) {
      return Optional.of(Refusal.of("receivedOn", "paperDayMissing"));
    }
    if (receivedOn.get().isAfter(LocalDate.ofInstant(clock.instant(), zone))) {
      return Optional.of(Refusal.of("receivedOn", "paperInTheFuture"));
    }
    LocalDate first =
        Objects.requireNonNullElseGet(
            one.receivedOn(),
            () -> LocalDate.ofInstant(Objects.requireNonNull(one.submittedAt()), zone));
    return receivedOn.get().isBefore(first)
        ? Optional.of(Refusal.of("receivedOn", "paperTooEarly", FrenchDays.day(first)))
        : Optional.empty();
  }
}
