package fr.gestmat.web.mealaid.review;

import fr.gestmat.mealaid.boundary.document.DocumentLine;
import fr.gestmat.mealaid.boundary.source.OfficialAnswers;
import fr.gestmat.mealaid.control.decision.Gap;
import fr.gestmat.mealaid.control.document.NoticeReport;
import fr.gestmat.mealaid.control.document.VirusScanner;
import fr.gestmat.mealaid.control.review.ApplicationFile;
import fr.gestmat.mealaid.control.review.Officers;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.TimelineEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An application before an officer.
 *
 * @param file everything about it
 * @param answers what the family answered, question by question
 * @param ownParts what separated parents answered
 * @param evidence documents, what notices say, and what official sources answered
 * @param history what happened, the latest first
 * @param officers who may be given it
 * @param typed what was typed and not kept: nothing of it is lost
 * @param errors why it was not kept
 * @param form made for the forms of this page
 * @param today the day that it is for the authority
 * @param me public id of whoever looks
 */
public record ApplicationPage(
    ApplicationFile file,
    List<FormAnswers.Line> answers,
    List<OwnPart> ownParts,
    Evidence evidence,
    List<TimelineEntry> history,
    List<Officers.Officer> officers,
    Map<String, String> typed,
    List<FieldError> errors,
    UUID form,
    LocalDate today,
    String me) {

  /**
   * The part of a separated parent.
   *
   * @param name theirs
   * @param at when it was sent; empty while it is waited for
   * @param answers question by question
   */
  public record OwnPart(String name, Optional<Instant> at, List<FormAnswers.Line> answers) {}

  /**
   * What stands beside the answers.
   *
   * @param documents those that were handed in
   * @param notices what the codes of tax notices say
   * @param scanner whether documents are scanned at present
   * @param sources what official sources answered
   */
  public record Evidence(
      List<DocumentLine> documents,
      List<NoticeReport> notices,
      VirusScanner.Status scanner,
      Optional<OfficialAnswers.Answers> sources) {

    /** What was read of a document, if it is a tax notice. */
    public Optional<NoticeReport> notice(DocumentLine line) {
      return notices.stream().filter(one -> one.document().equals(line.id())).findFirst();
    }
  }

  /** The application. */
  public AidApplication application() {
    return file.application();
  }

  /** Its address. */
  public String self() {
    return "/dossiers/" + application().publicId();
  }

  /** What was typed into a field and not kept; empty if nothing was. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** What was typed, or else something. */
  public String typed(String field, String otherwise) {
    return typed.getOrDefault(field, otherwise);
  }

  /** Why a field was not kept. */
  public Optional<String> error(String field) {
    return errors.stream()
        .filter(e -> e.field().equals(field))
        .map(FieldError::message)
        .findFirst();
  }

  /** Whether a decision can be taken now. */
  public boolean mayDecide() {
    return application().state() == ApplicationState.SUBMITTED
        || application().state() == ApplicationState.IN_REVIEW;
  }

  /** Whether the family can be asked for something now. */
  public boolean mayAsk() {
    return mayDecide() && file.correspondence().pending().isEmpty();
  }

  /** What a rule waits for; of no rule if its code is empty. */
  public List<Gap> gaps(String rule) {
    return file.gaps().stream().filter(gap -> gap.rule().equals(rule)).toList();
  }

  /** What is missing for no rule that is shown. */
  public List<Gap> otherGaps() {
    return file.gaps().stream()
        .filter(
            gap ->
                file.assessed().rules().stream().noneMatch(rule -> rule.code().equals(gap.rule())))
        .toList();
  }

  /** What the family can be asked for. */
  public List<Gap> asked() {
    return file.gaps().stream().filter(gap -> gap.way().isAskedOfTheFamily()).toList();
  }

  /** Whether it waits or is under review. */
  public boolean isOpen() {
    return application().state().isOpen();
  }

  /** Whether the authority can establish a figure now. */
  public boolean mayEstablish() {
    return isOpen() && !(file.askedFigures().isEmpty() && file.established().isEmpty());
  }

  /** Whether a separated parent's part is missing that would count, or that nothing replaces. */
  public boolean lacksOwnPart() {
    boolean known = file.assessed().shares().isPresent() && !file.assessed().lacksSecondHousehold();
    return !application().state().isDecided()
        && !known
        && ownParts.stream().anyMatch(part -> part.at().isEmpty());
  }

  /** Whether what was typed into a form of the page, by the beginning of its fields, is wrong. */
  public boolean isWrong(String prefix) {
    return errors.stream().anyMatch(e -> e.field().startsWith(prefix));
  }

  /** Whether a decided one can be opened again. */
  public boolean mayReopen() {
    return file.standing().isPresent();
  }

  /** Whether actions wait behind the mark of who else looks at it. */
  public boolean guarded() {
    return file.present().isPresent() && errors.isEmpty();
  }
}
