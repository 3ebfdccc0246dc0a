package fr.gestmat.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The caller of the request or job at hand. Sign-on sets it once; nothing can replace it until the
 * request ends.
 */
@RequestScoped
public class CurrentCaller {

  private @Nullable Caller caller;

  /**
   * Says who calls.
   *
   * @throws IllegalStateException if somebody else was said to call already
   */
  public void signOn(Caller who) {
    if (caller != null && !caller.equals(who)) {
      throw new IllegalStateException("This request already has a caller");
    }
    caller = who;
  }

  /** Who calls, if anybody signed on. */
  public Optional<Caller> find() {
    return Optional.ofNullable(caller);
  }

  /**
   * Who calls.
   *
   * @throws IllegalStateException if nobody signed on: a boundary that asks is behind a role
   */
  public Caller get() {
    if (caller == null) {
      throw new IllegalStateException("Nobody signed on");
    }
    return caller;
  }
}
