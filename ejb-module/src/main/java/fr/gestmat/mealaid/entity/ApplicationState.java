package fr.gestmat.mealaid.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where an application stands. {@link #transitions()} is the one table of what leads where, and in
 * whose name.
 */
public enum ApplicationState {
  /** Begun; only the family knows of it. */
  DRAFT,
  /** Sent, waits for an officer. */
  SUBMITTED,
  /** An officer is at it. */
  IN_REVIEW,
  /** In the family's hands: something has to be corrected. */
  TO_COMPLETE,
  /** The aid is given. */
  GRANTED,
  /** The aid is not given. */
  REFUSED,
  /** No follow-up. */
  CLOSED,
  /** Taken back by the family. */
  WITHDRAWN,
  /** Out of the daily lists; comes back to where it stood. */
  ARCHIVED;

  private static final List<Transition> TABLE =
      Stream.of(
              on(ApplicationEvent.SUBMIT, SUBMITTED, by(Actor.FAMILY, Actor.OFFICER), DRAFT),
              on(ApplicationEvent.TAKE, IN_REVIEW, by(Actor.OFFICER, Actor.SYSTEM), SUBMITTED),
              on(
                  ApplicationEvent.ASK_CORRECTION,
                  TO_COMPLETE,
                  by(Actor.OFFICER, Actor.SYSTEM),
                  IN_REVIEW),
              on(ApplicationEvent.CORRECT, IN_REVIEW, by(Actor.FAMILY, Actor.OFFICER), TO_COMPLETE),
              on(ApplicationEvent.RESUME, IN_REVIEW, by(Actor.OFFICER, Actor.SYSTEM), TO_COMPLETE),
              on(ApplicationEvent.GRANT, GRANTED, by(Actor.OFFICER, Actor.SYSTEM), IN_REVIEW),
              on(ApplicationEvent.REFUSE, REFUSED, by(Actor.OFFICER, Actor.SYSTEM), IN_REVIEW),
              on(ApplicationEvent.CLOSE, CLOSED, by(Actor.OFFICER), IN_REVIEW, TO_COMPLETE),
              on(ApplicationEvent.REOPEN, IN_REVIEW, by(Actor.OFFICER), GRANTED, REFUSED, CLOSED),
              on(
                  ApplicationEvent.WITHDRAW,
                  WITHDRAWN,
                  by(Actor.FAMILY, Actor.OFFICER),
                  DRAFT,
                  SUBMITTED,
                  IN_REVIEW,
                  TO_COMPLETE),
              on(
                  ApplicationEvent.ARCHIVE,
                  ARCHIVED,
                  by(Actor.OFFICER, Actor.SYSTEM),
                  GRANTED,
                  REFUSED,
                  CLOSED,
                  WITHDRAWN),
              on(ApplicationEvent.RESTORE, GRANTED, by(Actor.OFFICER), ARCHIVED),
              on(ApplicationEvent.RESTORE, REFUSED, by(Actor.OFFICER), ARCHIVED),
              on(ApplicationEvent.RESTORE, CLOSED, by(Actor.OFFICER), ARCHIVED),
              on(ApplicationEvent.RESTORE, WITHDRAWN, by(Actor.OFFICER), ARCHIVED))
          .flatMap(transitions -> transitions)
          .toList();

  private static final Set<ApplicationState> DECIDED = Set.of(GRANTED, REFUSED, CLOSED);

  /**
   * One line of the table.
   *
   * @param event what happens
   * @param from where the application must stand
   * @param to where it stands afterwards; a restored one goes to where it stood before the archive
   * @param by in whose name it may happen
   */
  public record Transition(
      ApplicationEvent event, ApplicationState from, ApplicationState to, Set<Actor> by) {}

  /** The whole table. */
  public static List<Transition> transitions() {
    return TABLE;
  }

  /** The lines of the table for {@code event} here; empty if it cannot happen in this state. */
  public List<Transition> on(ApplicationEvent event) {
    return TABLE.stream().filter(t -> t.from() == this && t.event() == event).toList();
  }

  /** Where {@code event} leads in this one's name; empty if it cannot happen. */
  public Optional<ApplicationState> after(ApplicationEvent event, Actor actor) {
    return on(event).stream().filter(t -> t.by().contains(actor)).map(Transition::to).findFirst();
  }

  /** Whether it was sent and waits for its decision, in whoever's hands. */
  public boolean isOpen() {
    return this == SUBMITTED || this == IN_REVIEW || this == TO_COMPLETE;
  }

  /** Whether a decision was taken, whatever it was. */
  public boolean isDecided() {
    return DECIDED.contains(this);
  }

  private static Set<Actor> by(Actor... actors) {
    return Set.of(actors);
  }

  private static Stream<Transition> on(
      ApplicationEvent event, ApplicationState to, Set<Actor> by, ApplicationState... from) {
    return Arrays.stream(from).map(state -> new Transition(event, state, to, by));
  }
}
