package fr.gestmat.bench.territory;

import java.util.ArrayList;
import java.util.List;

/** What officers and schools left on the applications of a campaign, and the letters it owes. */
final class AidReviewRows {

  private static final String WHO = "Bench";

  private final AidPlan plan;
  private final List<Integer> toComplete = new ArrayList<>();
  private final List<Integer> decided = new ArrayList<>();
  private final List<Integer> inReview = new ArrayList<>();

  AidReviewRows(AidPlan plan) {
    this.plan = plan;
    for (int application = 0; application < plan.applications(); application++) {
      switch (plan.state(application)) {
        case "TO_COMPLETE" -> toComplete.add(application);
        case "IN_REVIEW" -> inReview.add(application);
        case "GRANTED", "REFUSED" -> decided.add(application);
        default -> {
          // Nothing was left on it.
        }
      }
    }
  }

  /**
   * A visa for the older half of the applications, a correction for each that is to be completed,
   * and decisions with a few appeals; letters where everything is decided.
   */
  List<TableLoad> all() {
    return List.of(
        new TableLoad(
            "aid_visa",
            "id, application_id, school_id, enrolled, boarding_status, meals_a_week, class_name,"
                + " given_at, given_by, given_account",
            plan.visas(),
            this::visa),
        new TableLoad(
            "aid_message",
            "id, application_id, side, name, body, form_id, sent_at",
            toComplete.size(),
            this::message),
        new TableLoad(
            "aid_correction",
            "id, application_id, kind, message_id, asked_at, asked_by, due_on",
            toComplete.size(),
            this::correction),
        new TableLoad(
            "aid_second_look",
            "id, application_id, asked_account, asked_by, question, asked_at",
            inReview.size() / 100,
            this::secondLook),
        new TableLoad(
            "aid_decision",
            "id, public_id, authority_id, campaign_id, application_id, number, outcome, inputs,"
                + " rate, unit, effective_on, reason_codes, reason, decided_at,"
                + " decided_by_account, decided_by",
            decided.size(),
            this::decision),
        new TableLoad(
            "aid_decision_term", "decision_id, term, rate, amount", 3 * decided.size(), this::term),
        new TableLoad(
            "aid_appeal",
            "id, public_id, application_id, decision_id, origin, body, filed_on, filed_at,"
                + " filed_by, deadline, late",
            plan.decided() ? 0 : decided.size() / 500,
            this::appeal),
        new TableLoad(
            "aid_letter",
            "id, public_id, authority_id, application_id, decision_id, kind, batch,"
                + " next_attempt_at, created_at",
            plan.decided() ? decided.size() : 0,
            this::letter));
  }

  private void visa(Line line, int number) {
    line.number(number + 1).number(number + 1).number(school(number)).flag(true);
    line.text("HALF_BOARDER").number(4).text("5A").text(at(number)).text(WHO).number(1);
  }

  private void message(Line line, int number) {
    int application = toComplete.get(number);
    line.number(number + 1).number(application + 1).text("OFFICER").text(WHO);
    line.text("L'avis d'impôt n'est pas celui de l'année demandée.");
    line.uuid(Mixed.uuid(Mixed.MESSAGE, number)).text(at(application));
  }

  private void correction(Line line, int number) {
    int application = toComplete.get(number);
    line.number(number + 1).number(application + 1).text("OUTDATED").number(number + 1);
    line.text(at(application)).text(WHO).text(plan.now().plusDays(20).toLocalDate().toString());
  }

  private void secondLook(Line line, int number) {
    int application = inReview.get(100 * number);
    line.number(number + 1).number(application + 1).number(plan.officer(0)).text(WHO);
    line.text("Est-ce le bon foyer ?").text(at(application));
  }

  private void decision(Line line, int number) {
    int application = decided.get(number);
    boolean granted = granted(application);
    line.number(number + 1).uuid(Mixed.uuid(Mixed.DECISION, number)).number(AidRows.ONE);
    line.number(AidRows.ONE).number(application + 1).number(1);
    line.text(granted ? "GRANTED" : "REFUSED").text("{}");
    line.text(granted ? "50.00" : null).text(granted ? "RATE" : null);
    line.text(granted ? plan.now().toLocalDate().toString() : null);
    line.text(granted ? null : "INCOME");
    line.text(granted ? null : "Les revenus du foyer dépassent le plafond du barème.");
    line.text(at(application)).number(plan.officer(application % AidPlan.OFFICERS));
    line.text(AidRows.officer(application % AidPlan.OFFICERS));
  }

  private void term(Line line, int number) {
    boolean granted = granted(decided.get(number / 3));
    line.number(number / 3 + 1).number(number % 3 + 1);
    line.text(granted ? "50.00" : null).text(granted ? "62.40" : "0");
  }

  private void appeal(Line line, int number) {
    int decision = 500 * number;
    int application = decided.get(decision);
    String day = plan.now().toLocalDate().toString();
    line.number(number + 1).uuid(Mixed.uuid(Mixed.APPEAL, number)).number(application + 1);
    line.number(decision + 1).text("FAMILY").text("Notre situation a changé.").text(day);
    line.text(plan.now().toString()).text(WHO).text(day).flag(false);
  }

  private void letter(Line line, int number) {
    int application = decided.get(number);
    line.number(number + 1).uuid(Mixed.uuid(Mixed.LETTER, number)).number(AidRows.ONE);
    line.number(application + 1).number(number + 1);
    line.text(granted(application) ? "GRANTED" : "REFUSED").text("bench:" + application);
    line.text(plan.now().toString()).text(plan.now().toString());
  }

  private boolean granted(int application) {
    return plan.state(application).equals("GRANTED");
  }

  private int school(int application) {
    return plan.territory().schoolOfPupil(plan.pupil(application)) + 1;
  }

  private String at(int application) {
    return plan.sentAt(application).toString();
  }
}
