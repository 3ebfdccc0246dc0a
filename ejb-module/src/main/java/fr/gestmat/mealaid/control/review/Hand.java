package fr.gestmat.mealaid.control.review;

import fr.gestmat.access.Caller;
import fr.gestmat.mealaid.entity.Actor;
import java.util.Optional;

/**
 * Whose hand changes an application.
 *
 * @param authorityId authority; applications of another do not exist for it
 * @param actor in whose name
 * @param accountId account, if a person does it
 * @param name who, for people
 * @param batch database id of the batch that does it, if one does
 */
public record Hand(
    long authorityId, Actor actor, Optional<Long> accountId, String name, Optional<Long> batch) {

  /** An officer. */
  public static Hand officer(Caller who) {
    return of(who, Actor.OFFICER);
  }

  /** The bursary of a school. */
  public static Hand school(Caller who) {
    return of(who, Actor.SCHOOL);
  }

  /** The family. */
  public static Hand family(Caller who) {
    return of(who, Actor.FAMILY);
  }

  /** The product by itself. */
  public static Hand system(long authorityId, String name) {
    return new Hand(authorityId, Actor.SYSTEM, Optional.empty(), name, Optional.empty());
  }

  /** A batch, in the name of the officer who made it. */
  public static Hand batch(long authorityId, long account, String name, long batch) {
    return new Hand(authorityId, Actor.OFFICER, Optional.of(account), name, Optional.of(batch));
  }

  private static Hand of(Caller who, Actor actor) {
    return new Hand(
        who.authorityId(), actor, Optional.of(who.accountId()), who.name(), Optional.empty());
  }
}
