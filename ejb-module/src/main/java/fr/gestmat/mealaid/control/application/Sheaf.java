package fr.gestmat.mealaid.control.application;

import fr.gestmat.mealaid.control.form.AidForm;
import fr.gestmat.mealaid.control.form.Answers;
import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.control.form.FormRebase;
import fr.gestmat.mealaid.control.form.Step;
import fr.gestmat.mealaid.control.form.Steps;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.ApplicationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is filled in together: the drafts of one applicant for brothers and sisters, of which the
 * household's part is typed once; or one application that was sent and is being changed. The first
 * one's revision is that of all.
 *
 * @param campaign the campaign
 * @param form the version that the drafts answer
 * @param applications at least one, the oldest first
 */
public record Sheaf(AidCampaign campaign, AidForm form, List<AidApplication> applications) {

  /** Copies the list. */
  public Sheaf {
    applications = List.copyOf(applications);
  }

  /** What was answered for each child, in order. */
  public List<Answers> answers() {
    return applications.stream().map(one -> AnswersJson.read(one.newest())).toList();
  }

  /** The way through the form. */
  public Steps steps() {
    return Steps.of(form, answers());
  }

  /** What the page must know to save. */
  public int revision() {
    return applications.get(0).draft().revision();
  }

  /** Whether something may be typed: a draft, or a change that was begun. */
  public boolean isOpen() {
    AidApplication first = applications.get(0);
    return first.state() == ApplicationState.DRAFT || isAmended(first);
  }

  /** Whether changes of what was sent wait to be sent. */
  public static boolean isAmended(AidApplication application) {
    return application.draft().answers() != null && isAmendable(application);
  }

  /** Whether changes of what was sent were not sent, even if they can't be while it is reviewed. */
  public static boolean isUnsent(AidApplication application) {
    return application.draft().answers() != null && application.state().isOpen();
  }

  /** Whether what was sent may be changed: not while an officer decides on it. */
  public static boolean isAmendable(AidApplication application) {
    return application.state() == ApplicationState.SUBMITTED
        || application.state() == ApplicationState.TO_COMPLETE;
  }

  /**
   * Keeps the answers of a page, unless something newer was kept (M-D02).
   *
   * @return whether it was kept
   */
  public boolean keep(int revision, Step step, Map<String, String> typed, Instant now) {
    if (revision != revision()) {
      return false;
    }
    List<Answers> before = answers();
    for (int i = 0; i < applications.size(); i++) {
      AidApplication one = applications.get(i);
      boolean concerned = step.child() == 0 || step.child() == i + 1;
      Answers after = concerned ? before.get(i).with(step.page(), typed) : before.get(i);
      if (concerned || i == 0) {
        one.draft().keep(one.draft().revision(), AnswersJson.write(after), step.key(), now);
      }
    }
    return true;
  }

  /** Takes the drafts over to another version of the form (M-D17). */
  public Sheaf rebase(AidForm to) {
    List<Answers> answers = new ArrayList<>(answers());
    for (int i = 0; i < applications.size(); i++) {
      applications
          .get(i)
          .draft()
          .rebase(AnswersJson.write(FormRebase.rebase(answers.get(i), form, to)), to.version());
    }
    return new Sheaf(campaign, to, applications);
  }
}
