package fr.gestmat.web.mealaid.statement;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Refusal;
import fr.gestmat.web.view.Flash;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;

/** Says on the next page what became of a statement. */
@RequestScoped
public class StatementSentences {

  @Inject private View view;
  @Inject private Flash flash;

  /** Done, or why nothing was. */
  void say(Answer<?> answer, String done) {
    if (answer instanceof Answer.Refused<?> refused) {
      flash.refuse(refused.reasons().stream().map(this::sentence).collect(Collectors.joining(" ")));
    } else if (answer instanceof Answer.Stale<?> stale) {
      flash.warn(
          stale.by().isPresent()
              ? view.text("statement.stale.by", stale.by().get())
              : view.text("statement.stale"));
    } else if (answer instanceof Answer.Done<?> ok) {
      flash.done(view.text(done, ok.value()));
    }
  }

  private String sentence(Refusal refusal) {
    String key = "statement.refused." + refusal.code();
    return refusal.code().equals("stillMissing")
        ? view.text("statement.problem." + refusal.data().get(0))
        : view.text(key, refusal.data().toArray());
  }
}
