package fr.gestmat.bench.territory;

import fr.gestmat.mealaid.control.form.AnswersJson;
import fr.gestmat.mealaid.entity.Child;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What each row of a campaign says: families, officers, applications and their documents. */
final class AidRows {

  /** The authority of a territory, and its one campaign. */
  static final int ONE = 1;

  private static final String WHO = "Bench";
  private static final List<String> DOCUMENTS = List.of("TAX_NOTICE", "QUOTIENT_CERTIFICATE");

  /** States in which an officer has the application or had it. */
  private static final Set<String> IN_HAND =
      Set.of("IN_REVIEW", "TO_COMPLETE", "GRANTED", "REFUSED", "CLOSED");

  private final AidPlan plan;
  private final TerritorySize size;

  AidRows(AidPlan plan) {
    this.plan = plan;
    this.size = plan.territory().size();
  }

  /** People, applications and, where families have yet to send, documents. */
  List<TableLoad> all() {
    return List.of(
        new TableLoad(
            "guardian",
            "id, public_id, authority_id, source, external_id, family_name, given_name, email",
            guardians(),
            this::guardian),
        new TableLoad(
            "guardianship",
            "pupil_id, guardian_external_id, guardian_id, kind, rank_order, parental_authority,"
                + " pays_fees, is_contact",
            2 * plan.applications(),
            this::guardianship),
        new TableLoad(
            "account",
            "id, public_id, authority_id, login, display_name, email, guardian_id, created_at",
            AidPlan.OFFICERS + plan.families(),
            this::account),
        new TableLoad(
            "role_grant",
            "id, public_id, account_id, role, school_id, granted_at, granted_by",
            2 * AidPlan.OFFICERS,
            this::roleGrant),
        new TableLoad(
            "aid_application",
            "id, public_id, authority_id, campaign_id, number, pupil_id, child_family_name,"
                + " child_given_name, child_birth_date, child_key, school_id, state, origin,"
                + " applicant_account_id, applicant_guardian_id, applicant_name, applicant_email,"
                + " draft, draft_form_version, draft_page, draft_saved_at, submitted,"
                + " submitted_form_version, submitted_at, complete_at, first_term,"
                + " family_quotient, reference_tax_income, tax_shares, dependent_children,"
                + " boarding_status, meals_a_week, residence_postal_code, visa_given, assigned_account_id,"
                + " assigned_name, created_at, changed_at, changed_by",
            plan.applications(),
            this::application),
        new TableLoad(
            "aid_document",
            "id, public_id, authority_id, application_id, kind, side, sent_by_account, sent_by,"
                + " sent_at, file_id, file_name, media_type, byte_count, pages, content_digest,"
                + " scan, handed_in_at",
            plan.sending() == 0 ? 0 : DOCUMENTS.size() * plan.applications(),
            this::document));
  }

  /** The mother or father of every family, then the other parent of every other family. */
  private int guardians() {
    return plan.families() + plan.families() / 2;
  }

  private void guardian(Line line, int number) {
    boolean other = number >= plan.families();
    int family = other ? 2 * (number - plan.families()) : number;
    line.number(number + 1).uuid(Mixed.uuid(Mixed.GUARDIAN, number)).number(ONE).text("AAF");
    line.text("G" + (number + 1)).text(name(family)).text(Names.given(number));
    line.text(other ? "autre" + AidPlan.email(family) : AidPlan.email(family));
  }

  /** Two rows for each pupil: a family of one parent has a pending link to one nobody knows. */
  private void guardianship(Line line, int number) {
    int pupil = number / 2;
    int family = plan.family(pupil);
    boolean other = number % 2 == 1;
    line.number(pupil + 1);
    if (other && !AidPlan.isTwo(family)) {
      line.text("X" + family).none().text("FATHER");
    } else {
      int guardian = other ? plan.families() + family / 2 : family;
      line.text("G" + (guardian + 1)).number(guardian + 1).text(other ? "FATHER" : "MOTHER");
    }
    line.number(other ? 2 : 1).flag(true).flag(!other).flag(!other);
  }

  private void account(Line line, int number) {
    boolean officer = number < AidPlan.OFFICERS;
    int family = number - AidPlan.OFFICERS;
    line.number(plan.officer(number)).uuid(Mixed.uuid(Mixed.ACCOUNT, size.schools() + 1 + number));
    line.number(ONE).text(officer ? "instruction-" + number : "famille-" + family);
    line.text(officer ? officer(number) : Names.given(family) + " " + name(family));
    line.text(officer ? null : AidPlan.email(family));
    if (officer) {
      line.none();
    } else {
      line.number(family + 1L);
    }
    line.text("2025-05-01 08:00:00");
  }

  private void roleGrant(Line line, int number) {
    int granted = size.schools() + 2 + number;
    line.number(granted + 1L).uuid(Mixed.uuid(Mixed.ROLE_GRANT, granted));
    line.number(plan.officer(number / 2)).text(number % 2 == 0 ? "AID_OFFICER" : "AID_MANAGER");
    line.none().text("2025-05-01 08:00:00").text(WHO);
  }

  private void application(Line line, int number) {
    int pupil = plan.pupil(number);
    int family = plan.family(pupil);
    String state = plan.state(number);
    boolean draft = state.equals("DRAFT");
    String answers = AnswersJson.write(plan.answers(number));
    String at = (draft ? plan.now().minusDays(5) : plan.sentAt(number)).toString();
    line.number(number + 1).uuid(Mixed.uuid(Mixed.APPLICATION, number)).number(ONE).number(ONE);
    if (draft) {
      line.none();
    } else {
      line.number(number + 1);
    }
    child(line, number, pupil);
    line.text(state).text("FAMILY").number(plan.account(family)).number(family + 1);
    line.text(Names.given(family) + " " + name(family)).text(AidPlan.email(family));
    if (draft) {
      line.text(answers).number(1).text("contact").text(at);
      line.none().none().none().none().none();
      line.none().none().none().none().none().none().none();
    } else {
      line.none().none().none().none();
      line.text(answers).number(1).text(at).text(plan.isWhole(number) ? at : null);
      line.number(plan.isLate(number) ? 2 : 1);
      line.number(AidPlan.quotient(family)).number(AidPlan.income(family)).text("2.5");
      line.number(family % 4 + 1).text("HALF_BOARDER").number(4).text("75001");
    }
    line.flag(plan.hasVisa(number));
    if (IN_HAND.contains(state)) {
      line.number(plan.officer(number % AidPlan.OFFICERS)).text(officer(number % AidPlan.OFFICERS));
    } else {
      line.none().none();
    }
    line.text(at).text(at).text(WHO);
  }

  private void child(Line line, int number, int pupil) {
    LocalDate born = LocalDate.of(2012, 1, 1).plusDays(Mixed.bits(Mixed.BIRTH, pupil) % 1_400);
    boolean known = plan.isKnown(number);
    long school = plan.territory().schoolOfPupil(pupil) + 1L;
    Child child = new Child(pupil + 1L, name(plan.family(pupil)), Names.given(pupil), born, school);
    line.text(known ? String.valueOf(pupil + 1) : null);
    line.text(child.familyName()).text(child.givenName()).text(born.toString());
    line.text(known ? child.key() : "UNKNOWN " + number).number(school);
  }

  private void document(Line line, int number) {
    int application = number / DOCUMENTS.size();
    int family = plan.family(plan.pupil(application));
    boolean draft = plan.state(application).equals("DRAFT");
    String at = (draft ? plan.now().minusDays(5) : plan.sentAt(application)).toString();
    line.number(number + 1).uuid(Mixed.uuid(Mixed.DOCUMENT, number)).number(ONE);
    line.number(application + 1).text(DOCUMENTS.get(number % DOCUMENTS.size()));
    line.text("HOUSEHOLD").number(plan.account(family)).text(WHO).text(at);
    line.uuid(Mixed.uuid(Mixed.DOCUMENT, -1 - number)).text("avis.pdf").text("application/pdf");
    line.number(180_000).number(2).text(String.format(Locale.ROOT, "%032d", number));
    // Not scanned yet: nobody waits for that. The background is not told to look at it.
    line.text(draft ? "PENDING" : "SAFE").text(draft ? null : at);
  }

  static String officer(int number) {
    return "Instruction " + (number + 1);
  }

  private static String name(int family) {
    return Names.family(family);
  }
}
