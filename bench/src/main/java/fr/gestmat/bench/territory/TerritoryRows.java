package fr.gestmat.bench.territory;

import fr.gestmat.bench.territory.TerritoryPlan.Parties;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What each row of a territory says; who holds what comes from the plan. */
final class TerritoryRows {

  /** Grades of a lycée, with their MEF codes. */
  private static final List<String> GRADES =
      List.of(
          "20010015110 2NDE GENERALE ET TECHNOLOGIQUE",
          "20110019110 1ERE GENERALE",
          "20210019110 TERMINALE GENERALE",
          "20111010110 1ERE STMG",
          "20211010110 TERMINALE STMG",
          "20111011110 1ERE STI2D",
          "20211011110 TERMINALE STI2D",
          "24720002310 2NDE PROFESSIONNELLE",
          "24720002320 1ERE PROFESSIONNELLE",
          "24720002330 TERMINALE PROFESSIONNELLE");

  private static final List<String> BOARDING = List.of("DAY", "HALF_BOARDER", "BOARDER");
  private static final List<String> MODELS =
      List.of("ProBook 450 G9", "Latitude 3540", "ThinkPad L15");
  private static final List<String> MAKERS = List.of("HP", "Dell", "Lenovo");
  private static final List<String> ACCESSORIES = List.of("Chargeur", "Sacoche");

  /** Years of schooling start here, round by round; open loans are of the last. */
  private static final int FIRST_YEAR = 2022;

  private static final int THIS_YEAR = 2026;
  private static final String CREATED = "2022-08-25 08:00:00";

  private final TerritoryPlan plan;
  private final TerritorySize size;

  TerritoryRows(TerritoryPlan plan) {
    this.plan = plan;
    this.size = plan.size();
  }

  List<TableLoad> all() {
    int classes = size.schools() * plan.classesASchool();
    return List.of(
        new TableLoad(
            "local_authority", "id, public_id, name, kind, tag_prefix", 1, this::authority),
        new TableLoad(
            "school",
            "id, public_id, authority_id, uai, name, type_text, postal_code, town, external_id",
            size.schools(),
            this::school),
        new TableLoad("grade", "id, authority_id, mef_code, label", GRADES.size(), this::grade),
        new TableLoad("school_class", "id, public_id, school_id, name", classes, this::schoolClass),
        new TableLoad(
            "pupil",
            "id, public_id, authority_id, school_id, class_id, grade_id, source, external_id, ine,"
                + " family_name, given_name, birth_date, boarding_status, search_name",
            size.pupils(),
            this::pupil),
        new TableLoad("pupil_class", "pupil_id, class_id", size.pupils(), this::pupilClass),
        new NameTokens(plan).load(),
        new TableLoad(
            "account",
            "id, public_id, authority_id, login, display_name, created_at",
            size.schools() + 1,
            this::account),
        new TableLoad(
            "role_grant",
            "id, public_id, account_id, role, school_id, granted_at, granted_by",
            size.schools() + 2,
            this::roleGrant),
        new TableLoad(
            "device_model", "id, public_id, authority_id, name, maker", MODELS.size(), this::model),
        new TableLoad(
            "model_accessory",
            "id, model_id, name, position",
            MODELS.size() * ACCESSORIES.size(),
            this::accessory),
        new TableLoad(
            "lending_policy", "id, authority_id, starts_on, loan_ends", 1, this::lendingPolicy),
        new TableLoad("closed_day", "authority_id, day, label", 120, this::closedDay),
        new TableLoad(
            "device",
            "id, public_id, authority_id, model_id, asset_tag, serial, state, open_loan_id,"
                + " home_school_id, place_school_id, storage, condition_grade, purchased_on,"
                + " warranty_ends_on, purchase_price, created_at",
            size.devices(),
            this::device),
        new TableLoad(
            "loan",
            "id, public_id, authority_id, device_id, pupil_id, school_id, category, state,"
                + " checked_out_at, checked_out_by, checked_out_grade, due_on, returned_at,"
                + " recorded_return_at, returned_school_id, returned_by, returned_grade,"
                + " closing_reason",
            size.loans(),
            this::loan));
  }

  /** UAI of a school: number 75 00001 and on, with its letter (DOMAIN section 1). */
  static String uai(int school) {
    int number = 7_500_001 + school;
    return String.format(
        Locale.ROOT, "%07d%c", number, "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(number % 23));
  }

  static UUID pupilId(int pupil) {
    return Mixed.uuid(Mixed.PUPIL, pupil);
  }

  static String assetTag(int device) {
    return String.format(Locale.ROOT, "P%07d", device + 1);
  }

  static String agent(int school) {
    return "Agent " + (school + 1);
  }

  private void authority(Line line, int number) {
    line.number(1).uuid(Mixed.uuid(Mixed.AUTHORITY, 0)).text("Région Grand Large").text("REGION");
    line.none();
  }

  private void school(Line line, int number) {
    line.number(number + 1).uuid(Mixed.uuid(Mixed.SCHOOL, number)).number(1).text(uai(number));
    line.text("Lycée " + Names.given(number) + " " + Names.family(number) + " " + (number + 1));
    line.text("LYCEE").text("75001").text("Ville " + (number + 1)).text("EJ" + (number + 1));
  }

  private void grade(Line line, int number) {
    String[] parts = GRADES.get(number).split(" ", 2);
    line.number(number + 1).number(1).text(parts[0]).text(parts[1]);
  }

  private void schoolClass(Line line, int number) {
    int classes = plan.classesASchool();
    line.number(number + 1).uuid(Mixed.uuid(Mixed.SCHOOL_CLASS, number));
    line.number(number / classes + 1).text("Classe " + (number % classes + 1));
  }

  private void pupil(Line line, int number) {
    LocalDate born = LocalDate.of(2008, 1, 1).plusDays(Mixed.bits(Mixed.BIRTH, number) % 1_400);
    line.number(number + 1).uuid(pupilId(number)).number(1);
    line.number(plan.schoolOfPupil(number) + 1).number(plan.classOfPupil(number) + 1);
    line.number(plan.classOfPupil(number) % GRADES.size() + 1);
    line.text("AAF").text("EP" + (number + 1));
    line.text(String.format(Locale.ROOT, "%010dA", number + 1));
    line.text(Names.family(number)).text(Names.given(number)).text(born.toString());
    line.text(BOARDING.get(number % BOARDING.size())).text(Names.searched(number));
  }

  private void pupilClass(Line line, int number) {
    line.number(number + 1).number(plan.classOfPupil(number) + 1);
  }

  /** An agent for each school, then somebody for the whole region. */
  private void account(Line line, int number) {
    boolean agent = number < size.schools();
    line.number(number + 1).uuid(Mixed.uuid(Mixed.ACCOUNT, number)).number(1);
    line.text(agent ? "agent-" + (number + 1) : "region");
    line.text(agent ? agent(number) : "Région").text(CREATED);
  }

  private void roleGrant(Line line, int number) {
    boolean agent = number < size.schools();
    line.number(number + 1).uuid(Mixed.uuid(Mixed.ROLE_GRANT, number));
    line.number(Math.min(number, size.schools()) + 1);
    if (agent) {
      line.text("LOAN_AGENT").number(number + 1);
    } else {
      line.text(number == size.schools() ? "REGION_MANAGER" : "ADMIN").none();
    }
    line.text(CREATED).text("bench");
  }

  private void model(Line line, int number) {
    line.number(number + 1).uuid(Mixed.uuid(Mixed.DEVICE_MODEL, number)).number(1);
    line.text(MODELS.get(number)).text(MAKERS.get(number));
  }

  private void accessory(Line line, int number) {
    line.number(number + 1).number(number / ACCESSORIES.size() + 1);
    line.text(ACCESSORIES.get(number % ACCESSORIES.size())).number(number % ACCESSORIES.size());
  }

  private void lendingPolicy(Line line, int number) {
    line.number(1).number(1).text(FIRST_YEAR + "-08-01").text("06-30");
  }

  /** The first thirty days of August and December, and two spring holidays, of this school year. */
  private void closedDay(Line line, int number) {
    LocalDate start =
        List.of(
                LocalDate.of(THIS_YEAR, 8, 1),
                LocalDate.of(THIS_YEAR, 12, 5),
                LocalDate.of(THIS_YEAR + 1, 2, 6),
                LocalDate.of(THIS_YEAR + 1, 4, 3))
            .get(number / 30);
    line.number(1).text(start.plusDays(number % 30).toString()).text("Vacances");
  }

  private void device(Line line, int number) {
    int school = plan.schoolOfDevice(number) + 1;
    int year = FIRST_YEAR + number % 4;
    line.number(number + 1).uuid(Mixed.uuid(Mixed.DEVICE, number)).number(1);
    line.number(number % MODELS.size() + 1).text(assetTag(number));
    line.text(String.format(Locale.ROOT, "5CD%07X", number + 0x1000));
    line.text(plan.stateOf(number));
    plan.openLoanOf(number).ifPresentOrElse(loan -> line.number(loan + 1), line::none);
    line.number(school).number(school).text("Armoire " + (number % 40 + 1)).text("GOOD");
    line.text(year + "-07-01").text(year + 3 + "-06-30").text("412.50").text(CREATED);
  }

  private void loan(Line line, int number) {
    Parties parties = plan.parties(number);
    boolean open = plan.isOpen(number);
    line.number(number + 1).uuid(Mixed.uuid(Mixed.LOAN, number)).number(1);
    line.number(parties.device() + 1).number(parties.pupil() + 1).number(parties.school() + 1);
    line.text("LAPTOP").text(open ? "OPEN" : "CLOSED");
    if (open) {
      LocalDateTime start = LocalDateTime.of(THIS_YEAR, 9, 1, 8, 0).plusMinutes(number % 28_000);
      line.text(start.toString()).text(agent(parties.school())).text("GOOD");
      line.text(THIS_YEAR + 1 + "-06-30").none().none().none().none().none().none();
    } else {
      past(line, number, parties);
    }
  }

  /** Hours apart where a device was lent thousands of times, else a school year each. */
  private void past(Line line, int number, Parties parties) {
    int round = plan.roundOf(number);
    boolean deep = plan.isDeep(number);
    LocalDateTime first = LocalDateTime.of(FIRST_YEAR, 9, 1, 8, 0);
    LocalDateTime start = deep ? first.plusHours(12L * round) : first.plusYears(round);
    LocalDateTime end = deep ? start.plusHours(6) : start.plusMonths(9);
    String agent = agent(parties.school());
    line.text(start.toString()).text(agent).text("GOOD");
    line.text(end.toLocalDate().toString()).text(end.toString()).text(end.toString());
    line.number(parties.school() + 1).text(agent).text("GOOD").text("RETURNED");
  }
}
