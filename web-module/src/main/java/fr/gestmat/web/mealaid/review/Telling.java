package fr.gestmat.web.mealaid.review;

import fr.gestmat.notice.boundary.Told;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Says on the next page what was done, and whether the family is told of it. */
@RequestScoped
public class Telling {

  @Inject private View view;
  @Inject private Flash flash;

  /**
   * Says it; that nobody is told deserves attention.
   *
   * @param done a sentence that is true in any case
   */
  public void say(String done, Told told) {
    switch (told) {
      case MAILED -> flash.done(done + " " + view.text("review.told.MAILED"));
      case NO_ADDRESS, LOST -> flash.warn(done + " " + view.text("review.told." + told));
      case NOT_NEEDED -> flash.done(done);
    }
  }
}
