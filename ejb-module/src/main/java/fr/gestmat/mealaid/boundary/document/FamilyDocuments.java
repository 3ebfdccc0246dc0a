package fr.gestmat.mealaid.boundary.document;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.mealaid.control.application.AskedDocuments.Asked;
import fr.gestmat.mealaid.control.application.FamilyDemands;
import fr.gestmat.mealaid.control.document.DocumentIntake;
import fr.gestmat.mealaid.control.document.DocumentRights;
import fr.gestmat.mealaid.control.document.FamilyReuse;
import fr.gestmat.mealaid.control.document.FamilySteps;
import fr.gestmat.mealaid.control.document.NoticeReports;
import fr.gestmat.mealaid.control.document.VirusScanner;
import fr.gestmat.mealaid.entity.document.AidDocument;
import fr.gestmat.mealaid.entity.document.Side;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A family's documents. Open to everybody who signed on, as families without a school portal have a
 * local account: who takes part in an application is asked of its rows. For everybody else there is
 * none.
 */
@Stateless
@RolesAllowed({Role.SIGNED_ON, "GUARDIAN"})
public class FamilyDocuments {

  @Inject private CurrentCaller caller;
  @Inject private DocumentRights rights;
  @Inject private DocumentIntake intake;
  @Inject private FamilySteps steps;
  @Inject private FamilyReuse sharing;
  @Inject private NoticeReports notices;
  @Inject private FamilyDemands demands;
  @Inject private VirusScanner scanner;

  /** Whether documents are scanned at present, for the page to say so. */
  public VirusScanner.Status scanner() {
    return scanner.status();
  }

  /** The documents of an application that the caller may see; empty if it is none of theirs. */
  public Optional<List<DocumentLine>> list(UUID application) {
    Caller who = caller.get();
    return rights
        .ofFamily(who, application)
        .map(
            place ->
                rights.visible(who, place.application()).stream()
                    .map(document -> line(who, document))
                    .toList());
  }

  /** Whether the caller shares the form: a separated parent has an own part only. */
  public boolean sharesForm(UUID application) {
    return rights
        .ofFamily(caller.get(), application)
        .filter(place -> place.side() == Side.HOUSEHOLD)
        .isPresent();
  }

  /** What may be added to an application now, by kind, and why not if nothing may. */
  public Optional<Map<String, Optional<Refusal>>> places(UUID application) {
    return rights
        .ofFamily(caller.get(), application)
        .map(
            place -> {
              Map<String, Optional<Refusal>> kinds = new LinkedHashMap<>();
              rights
                  .kinds(place.application())
                  .forEach(kind -> kinds.put(kind, rights.refusal(place, kind)));
              return kinds;
            });
  }

  /**
   * What the caller's situation asks for, the mandatory ones first; everything that the campaign
   * may ask for as long as the caller answered nothing.
   */
  public Optional<List<Asked>> asked(UUID application) {
    Caller who = caller.get();
    return rights
        .ofFamily(who, application)
        .map(place -> demands.of(who, place.application(), place.side()));
  }

  private static DocumentLine line(Caller who, AidDocument document) {
    return DocumentLine.of(
        document, DocumentRights.mayFamilyOpen(who, document), document.isStillTheirs());
  }

  /**
   * Adds a file, which stands for what has to be sent again of its kind. It is received outside of
   * any transaction, as a telephone may take its time.
   *
   * @param kind what it was asked for as: a kind that the campaign demands, or OTHER
   * @param name as it was sent
   * @param content the bytes; they say what it is
   * @return why it was not taken, or its line; empty if the application is none of theirs
   * @throws IOException if it could not be kept
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<Answer<DocumentLine>> add(
      UUID application, String kind, String name, InputStream content) throws IOException {
    Caller who = caller.get();
    Optional<Optional<Refusal>> admitted = steps.admit(who, application, kind);
    if (admitted.isEmpty()) {
      return Optional.empty();
    }
    if (admitted.get().isPresent()) {
      return Optional.of(Answer.refused(admitted.get().get()));
    }
    Answer<DocumentIntake.Received> answer = intake.receive(who.authorityId(), kind, name, content);
    if (answer instanceof Answer.Refused<DocumentIntake.Received> refused) {
      return Optional.of(new Answer.Refused<>(refused.reasons()));
    }
    try (DocumentIntake.Received received =
        ((Answer.Done<DocumentIntake.Received>) answer).value()) {
      return steps.keep(who, application, kind, received).map(kept -> answer(who, kept));
    }
  }

  /**
   * Takes a document away that was not handed in yet; its bytes go with the last application that
   * uses it.
   */
  public Optional<Answer<UUID>> remove(UUID document) {
    return steps.remove(caller.get(), document);
  }

  /**
   * Documents that the caller gave for other children in the same campaign and may use again
   * (M-G16).
   */
  public Optional<List<DocumentLine>> reusable(UUID application, String kind) {
    Caller who = caller.get();
    return rights
        .ofFamily(who, application)
        .map(
            place ->
                sharing.reusable(who, place.application(), kind).stream()
                    .map(document -> line(who, document))
                    .toList());
  }

  /** Uses such a document here too, without sending it again. */
  public Optional<Answer<DocumentLine>> reuse(UUID application, String kind, UUID document) {
    Caller who = caller.get();
    return steps.reuse(who, application, kind, document).map(kept -> answer(who, kept));
  }

  private static Answer<DocumentLine> answer(Caller who, Answer<AidDocument> kept) {
    return kept.then(document -> new Answer.Done<>(line(who, document)));
  }

  /**
   * What the tax notices of an application say, beside what is typed (M-M16).
   *
   * @param income reference tax income that was typed, if any
   * @param shares shares that were typed, if any
   */
  public Optional<NoticeReports.All> notices(
      UUID application, Optional<BigDecimal> income, Optional<BigDecimal> shares) {
    Caller who = caller.get();
    return rights
        .ofFamily(who, application)
        .map(place -> notices.seenBy(who, place.application(), income, shares));
  }
}
