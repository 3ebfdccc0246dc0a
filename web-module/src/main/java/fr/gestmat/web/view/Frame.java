package fr.gestmat.web.view;

import jakarta.enterprise.context.RequestScoped;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the page of this request. Nobody is known until the sign-on says who it is with
 * {@link #recognise}.
 */
@RequestScoped
public class Frame {

  private Supplier<Visitor> known = () -> Visitor.ANONYMOUS;
  private @Nullable Visitor visitor;

  /**
   * Says who makes this request.
   *
   * @param who asked once, when a page first needs it: most answers to other systems never do
   */
  public void recognise(Supplier<Visitor> who) {
    known = who;
    visitor = null;
  }

  /** Who makes this request; {@link Visitor#ANONYMOUS} before anybody signed on. */
  public Visitor visitor() {
    Visitor recognised = visitor;
    if (recognised == null) {
      recognised = known.get();
      visitor = recognised;
    }
    return recognised;
  }
}
