package fr.gestmat.web.mealaid.source;

import fr.gestmat.mealaid.boundary.source.SourceSettings.Setup;
import fr.gestmat.mealaid.boundary.source.SourceSettings.Token;
import fr.gestmat.mealaid.control.source.CallBook;
import fr.gestmat.mealaid.control.source.TokenFacts;
import fr.gestmat.mealaid.entity.source.CallState;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.FieldError;
import fr.gestmat.web.view.Pager;
import fr.gestmat.web.view.Tone;
import java.util.List;
import java.util.Map;

/**
 * Official sources as their keepers see them.
 *
 * @param setup how they are set
 * @param counts how many questions stand where
 * @param shown the state whose questions are listed
 * @param calls these questions
 * @param pager where the list goes on
 * @param recipient field of the SIRET
 * @param token field of a new token
 * @param quotient box: ask for family quotients
 * @param scholarship box: ask for scholarships
 * @param version field of the version of the pupils' service
 * @param proof box: ask for proofs
 * @param errors what to correct
 */
public record SourcePage(
    Setup setup,
    Map<CallState, Long> counts,
    CallState shown,
    List<CallBook.Line> calls,
    Pager pager,
    Field recipient,
    Field token,
    Field quotient,
    Field scholarship,
    Field version,
    Field proof,
    List<FieldError> errors) {

  /** The states that a list can show, in the order of the page. */
  public static final List<CallState> STATES =
      List.of(
          CallState.WAITING,
          CallState.ASKING,
          CallState.POSTPONED,
          CallState.ANSWERED,
          CallState.NOT_FOUND,
          CallState.TO_CHECK,
          CallState.FAILED,
          CallState.CANCELLED);

  /** How many questions stand there. */
  public long count(CallState state) {
    return counts.getOrDefault(state, 0L);
  }

  /** Colour and shape of a state. */
  public Tone tone(CallState state) {
    return switch (state) {
      case WAITING, ASKING, POSTPONED, CANCELLED -> Tone.WAITING;
      case ANSWERED -> Tone.OK;
      case NOT_FOUND -> Tone.NEUTRAL;
      case TO_CHECK -> Tone.WARNING;
      case FAILED -> Tone.REFUSED;
    };
  }

  /**
   * What the token's state is called: {@code REFUSED} and {@code UNREADABLE} come before its end.
   */
  public static String word(Token token) {
    if (!token.readable()) {
      return "UNREADABLE";
    }
    return token.refusedAt().isPresent() ? "REFUSED" : token.state().name();
  }

  /** Colour and shape of the token's state. */
  public static Tone tone(Token token) {
    if (!token.readable()
        || token.refusedAt().isPresent()
        || token.state() == TokenFacts.State.EXPIRED) {
      return Tone.REFUSED;
    }
    return token.state() == TokenFacts.State.GOOD ? Tone.OK : Tone.WARNING;
  }

  /** Whether a question may be asked again by hand. */
  public boolean repeatable(CallBook.Line line) {
    return line.state() == CallState.TO_CHECK || line.state() == CallState.FAILED;
  }
}
