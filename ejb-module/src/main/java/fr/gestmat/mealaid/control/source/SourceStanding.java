package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.Missing;
import fr.gestmat.mealaid.control.source.SourceAnswer.Later;
import fr.gestmat.mealaid.control.source.SourceAnswer.NotFound;
import fr.gestmat.mealaid.control.source.SourceAnswer.Refused;
import fr.gestmat.mealaid.control.source.SourceCascade.Heard;
import fr.gestmat.mealaid.control.source.SourceCascade.Verdict;
import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.mealaid.entity.source.ScholarshipStatus;
import fr.gestmat.mealaid.entity.source.SourceAccess;
import fr.gestmat.mealaid.entity.source.SourceCall;
import fr.gestmat.mealaid.entity.source.SourceKind;
import fr.gestmat.mealaid.entity.source.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the official sources of an application stand. */
@ApplicationScoped
public class SourceStanding {

  /** What the cascade calls the authority's own word. */
  private static final String AUTHORITY = "AUTHORITY";

  @PersistenceContext private EntityManager entities;
  @Inject private EstablishedFigures established;

  /**
   * The answers of an application.
   *
   * @param calls the latest question of each kind about each person; the applicant's first
   * @param unanswered whether a source may still answer: no decision before (M-A12)
   * @param unknownUntil when what was asked too early is asked again; nothing is refused for it
   * @param quotient which family quotient of the applicant's household counts, and which contradict
   *     it (M-F21); the second household's is shown beside it and never counts for the first
   * @param established figures that the authority established itself: they count before any other
   */
  public record Standing(
      List<SourceCall> calls,
      boolean unanswered,
      Optional<Instant> unknownUntil,
      Verdict<BigDecimal> quotient,
      List<EstablishedFigure> established) {

    /** The family quotient of the second household, if a source told it. */
    public Optional<BigDecimal> secondQuotient() {
      return calls.stream()
          .filter(SourceStanding::isSecond)
          .filter(call -> call.state() == CallState.ANSWERED)
          .flatMap(call -> call.kept().quotient().stream())
          .findFirst();
    }

    /** A household with the figures that the authority established of it. */
    public Household established(Household household, boolean second) {
      Household whole = household;
      for (EstablishedFigure figure : established) {
        if (figure.of().second() == second) {
          whole = figure.in(whole);
        }
      }
      return whole;
    }

    /** Whether the child holds a scholarship; empty as long as no source knows (M-N01). */
    public Optional<Boolean> scholarship() {
      return calls.stream()
          .flatMap(call -> call.kept().scholarship().stream())
          .filter(status -> status != ScholarshipStatus.UNKNOWN)
          .map(status -> status == ScholarshipStatus.GRANTED)
          .findFirst();
    }
  }

  /** Reads it: three statements. */
  public Standing of(long authorityId, long applicationId) {
    SourceAccess access = entities.find(SourceAccess.class, authorityId);
    List<SourceCall> latest =
        latest(
            entities
                .createQuery(
                    "select c from SourceCall c where c.applicationId = :application order by c.id",
                    SourceCall.class)
                .setParameter("application", applicationId)
                .getResultList());
    return standing(
        latest, kind -> access != null && access.asks(kind), established.of(applicationId));
  }

  /** Whether questions of a kind are asked at all: what nobody asks holds nobody up. */
  interface Asked {
    boolean asks(SourceKind kind);
  }

  static Standing standing(
      List<SourceCall> latest, Asked asked, List<EstablishedFigure> established) {
    Optional<BigDecimal> own = quotient(established, false);
    Optional<BigDecimal> ofSecond = quotient(established, true);
    return new Standing(
        latest,
        latest.stream()
            .filter(call -> asked.asks(call.question().kind()))
            // Whatever it will say, the authority's own word counts.
            .filter(
                call ->
                    call.question().kind() != SourceKind.FAMILY_QUOTIENT
                        || (isSecond(call) ? ofSecond : own).isEmpty())
            .anyMatch(call -> call.state().holdsUpDecision()),
        latest.stream()
            .filter(call -> call.state() == CallState.POSTPONED)
            .flatMap(call -> call.dueAt().stream())
            .max(Comparator.naturalOrder()),
        SourceCascade.judge(
            Stream.concat(
                    own.map(value -> Heard.known(AUTHORITY, true, value)).stream(),
                    latest.stream()
                        .filter(call -> call.question().kind() == SourceKind.FAMILY_QUOTIENT)
                        .filter(call -> !isSecond(call))
                        .map(SourceStanding::heard))
                .toList(),
            BigDecimal::stripTrailingZeros),
        List.copyOf(established));
  }

  private static boolean isSecond(SourceCall call) {
    return call.question().subject() == Subject.SECOND_HOUSEHOLD;
  }

  private static Optional<BigDecimal> quotient(
      List<EstablishedFigure> established, boolean second) {
    HouseholdFigure quotient = new HouseholdFigure(second, Missing.FAMILY_QUOTIENT);
    return established.stream()
        .filter(one -> one.of().equals(quotient))
        .map(EstablishedFigure::value)
        .findFirst();
  }

  private static List<SourceCall> latest(List<SourceCall> all) {
    Map<Map.Entry<SourceKind, Subject>, SourceCall> byQuestion = new HashMap<>();
    for (SourceCall call : all) {
      byQuestion.put(Map.entry(call.question().kind(), call.question().subject()), call);
    }
    List<SourceCall> latest = new ArrayList<>(byQuestion.values());
    latest.sort(
        Comparator.comparing((SourceCall call) -> call.question().kind())
            .thenComparing(call -> call.question().subject()));
    return latest;
  }

  private static Heard<BigDecimal> heard(SourceCall call) {
    String source = call.question().subject().name();
    String code = call.code().orElse("");
    return switch (call.state()) {
      case ANSWERED -> Heard.known(source, false, call.kept().quotient().orElseThrow());
      case WAITING, ASKING, POSTPONED -> Heard.silent(source, new Later(Optional.empty(), code));
      case NOT_FOUND, CANCELLED -> Heard.silent(source, new NotFound(code));
      case TO_CHECK, FAILED -> Heard.silent(source, new Refused(0, code, ""));
    };
  }
}
