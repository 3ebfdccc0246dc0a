package fr.gestmat.demo.territory;

import fr.gestmat.access.Role;
import fr.gestmat.demo.ent.EntPerson;
import fr.gestmat.demo.ent.EntPerson.Profile;
import fr.gestmat.identity.control.PasswordHash;
import fr.gestmat.identity.control.Secret;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Meal aid in the département: an open campaign with its scale, who runs it, the bursar of the
 * collège, three families (two separated parents with three children, two parents who live
 * together, and a mother who applied already), and applications in several states.
 */
final class SampleMealAid {

  /** Key of the simulated ENT for the département's collège. */
  static final String PROVIDER = "ent-sarne";

  private static final String SERVICE = "Aide à la cantine";

  /** Name of the campaign. */
  static final String CAMPAIGN = "Aide à la cantine";

  private static final String SOURCE = "CSV";
  private static final String BURSAR_ID = "3599001";
  private static final String BURSAR = "Odile Fontaine";
  private static final String MANAGER = "Hélène Garnier";
  private static final String OFFICER = "Karim Benali";
  private static final String ADMINISTRATOR = "Agnès Lemaire";
  private static final String TOWN = "Aubreville";
  private static final String POSTAL_CODE = "99120";

  /** A parent: external id, name, kind, address, children. */
  private record Parent(
      String externalId, String name, String kind, String address, List<String> children) {}

  private static final List<String> CARLIER = List.of("Inès Carlier", "Tom Carlier", "Zoé Carlier");

  private static final List<Parent> PARENTS =
      List.of(
          new Parent("9910001", "Mélanie Carlier", "MOTHER", "4 rue du Lavoir", CARLIER),
          new Parent("9910002", "Fabien Carlier", "FATHER", "18 quai des Tanneurs", CARLIER),
          new Parent(
              "9910003", "Anaïs Vasseur", "MOTHER", "7 place du Marché", List.of("Noé Vasseur")),
          new Parent(
              "9910004", "Marc Vasseur", "FATHER", "7 place du Marché", List.of("Noé Vasseur")),
          new Parent("9910005", "Samira Roche", "MOTHER", "2 rue Haute", List.of("Lina Roche")));

  private final Sample sample;
  private final long authority;
  private final long school;
  private final Map<String, Long> guardians = new LinkedHashMap<>();

  private SampleMealAid(Sample sample, long authority, long school) {
    this.sample = sample;
    this.authority = authority;
    this.school = school;
  }

  /** Writes it; returns how those who run it get in. */
  static List<SampleAccess.Login> write(Sample sample, long authority, long school)
      throws SQLException {
    SampleMealAid all = new SampleMealAid(sample, authority, school);
    long provider = all.provider();
    all.sibling("Tom Carlier", "997", 12);
    all.sibling("Zoé Carlier", "998", 11);
    all.boarding();
    for (Parent parent : PARENTS) {
      all.parent(parent);
    }
    all.bursar(provider);
    long campaign = all.campaign();
    long scale =
        SampleScale.write(sample, authority, campaign, sample.today().minusDays(60), MANAGER);
    all.applications(campaign, scale);
    return List.of(
        all.official("helene.garnier", MANAGER, Role.AID_MANAGER),
        all.official("karim.benali", OFFICER, Role.AID_OFFICER),
        all.official("agnes.lemaire", ADMINISTRATOR, Role.ADMIN));
  }

  /** Who can sign on at the ENT of the collège. */
  static List<EntPerson> people(String uai) {
    List<EntPerson> people = new ArrayList<>();
    String[] bursar = BURSAR.split(" ", -1);
    people.add(
        new EntPerson(
            "ent" + BURSAR_ID,
            BURSAR_ID,
            bursar[0],
            bursar[1],
            Profile.ETA,
            List.of(uai),
            List.of(),
            new EntPerson.Tile(SERVICE, SampleTerritory.DEPARTMENT_ENTRANCE),
            "gestionnaire du collège de la Sarne : visa et états de l'aide à la cantine"));
    for (Parent parent : PARENTS) {
      String[] name = parent.name().split(" ", -1);
      people.add(
          new EntPerson(
              "ent" + parent.externalId(),
              parent.externalId(),
              name[0],
              name[1],
              Profile.TUT,
              List.of(uai),
              parent.children().stream()
                  .map(child -> new EntPerson.Child(externalId(child), uai))
                  .toList(),
              new EntPerson.Tile(SERVICE, SampleTerritory.DEPARTMENT_ENTRANCE + "?suite=/aide"),
              "parent au collège de la Sarne : aide à la cantine de "
                  + parent.children().size()
                  + (parent.children().size() == 1 ? " enfant" : " enfants")));
    }
    return people;
  }

  private static String externalId(String child) {
    return switch (child) {
      case "Tom Carlier" -> "997";
      case "Zoé Carlier" -> "998";
      default -> "99" + SampleDepartment.PUPILS.indexOf(child);
    };
  }

  private long provider() throws SQLException {
    long id = sample.ids("identity_provider_seq").next();
    row(
        "identity_provider",
        List.of("id", "public_id", "authority_id", "provider_key", "name", "protocol", "base_url"),
        id,
        id("provider"),
        authority,
        PROVIDER,
        "ENT des collèges de la Sarne",
        "CAS3",
        "http://localhost");
    row("identity_provider_school", List.of("provider_id", "school_id"), id, school);
    return id;
  }

  private void sibling(String name, String externalId, int age) throws SQLException {
    String[] parts = name.split(" ", -1);
    long pupil = sample.ids("pupil_seq").next();
    long schoolClass = number("select min(id) from school_class where school_id = ?", school);
    row(
        "pupil",
        List.of(
            "id",
            "public_id",
            "authority_id",
            "school_id",
            "class_id",
            "grade_id",
            "source",
            "external_id",
            "family_name",
            "given_name",
            "birth_date",
            "search_name"),
        pupil,
        id(name),
        authority,
        school,
        schoolClass,
        number("select min(id) from grade where authority_id = ?", authority),
        SamplePupils.SOURCE,
        externalId,
        parts[1].toUpperCase(Locale.FRANCE),
        parts[0],
        sample.schoolYear().minusYears(age).plusDays(45),
        SampleDepartment.plain(parts[1] + " " + parts[0]));
    row("pupil_class", List.of("pupil_id", "class_id"), pupil, schoolClass);
    for (String word : SampleDepartment.plain(name).split(" ", -1)) {
      row(
          "pupil_name_token",
          List.of("pupil_id", "token", "school_id", "authority_id"),
          pupil,
          word,
          school,
          authority);
    }
  }

  /** All but one eat at school four days a week. */
  private void boarding() throws SQLException {
    change(
        "update pupil set boarding_status = 'HALF_BOARDER', meals_a_week = 4 where school_id = ?",
        school);
    change(
        "update pupil set boarding_status = 'DAY', meals_a_week = null where school_id = ?"
            + " and given_name = 'Axel'",
        school);
  }

  private void parent(Parent parent) throws SQLException {
    String[] name = parent.name().split(" ", -1);
    long id = sample.ids("guardian_seq").next();
    guardians.put(parent.externalId(), id);
    row(
        "guardian",
        List.of(
            "id",
            "public_id",
            "authority_id",
            "source",
            "external_id",
            "family_name",
            "given_name",
            "email",
            "address",
            "postal_code",
            "town",
            "country"),
        id,
        id(parent.name()),
        authority,
        SOURCE,
        parent.externalId(),
        name[1].toUpperCase(Locale.FRANCE),
        name[0],
        "parent" + parent.externalId() + "@courriel.example",
        parent.address(),
        POSTAL_CODE,
        TOWN,
        "FRANCE");
    boolean mother = parent.kind().equals("MOTHER");
    for (String child : parent.children()) {
      row(
          "guardianship",
          List.of(
              "pupil_id",
              "guardian_external_id",
              "guardian_id",
              "kind",
              "rank_order",
              "parental_authority",
              "pays_fees",
              "is_contact"),
          pupil(child),
          parent.externalId(),
          id,
          parent.kind(),
          mother ? 1 : 2,
          true,
          mother,
          true);
    }
  }

  private void bursar(long provider) throws SQLException {
    String[] name = BURSAR.split(" ", -1);
    long staff = sample.ids("staff_member_seq").next();
    row(
        "staff_member",
        List.of(
            "id",
            "public_id",
            "authority_id",
            "source",
            "external_id",
            "family_name",
            "given_name"),
        staff,
        id("staff"),
        authority,
        SOURCE,
        BURSAR_ID,
        name[1].toUpperCase(Locale.FRANCE),
        name[0]);
    row("staff_member_school", List.of("staff_member_id", "school_id"), staff, school);
    long account = sample.ids("account_seq").next();
    row(
        "account",
        List.of(
            "id",
            "public_id",
            "authority_id",
            "provider_id",
            "subject",
            "display_name",
            "staff_member_id",
            "created_at"),
        account,
        id("bursar"),
        authority,
        provider,
        BURSAR_ID,
        BURSAR,
        staff,
        sample.now());
    grant(account, Role.BURSAR, school);
  }

  private SampleAccess.Login official(String login, String name, Role role) throws SQLException {
    long account = sample.ids("account_seq").next();
    String password = Secret.random();
    row(
        "account",
        List.of(
            "id",
            "public_id",
            "authority_id",
            "login",
            "password_hash",
            "display_name",
            "email",
            "created_at"),
        account,
        id(login),
        authority,
        login,
        PasswordHash.of(password),
        name,
        login + "@sarne.example",
        sample.now());
    grant(account, role, null);
    return new SampleAccess.Login(login, password, name, role);
  }

  private void grant(long account, Role role, @Nullable Long where) throws SQLException {
    row(
        "role_grant",
        List.of("id", "public_id", "account_id", "role", "school_id", "granted_at", "granted_by"),
        sample.ids("role_grant_seq").next(),
        id("grant" + account),
        account,
        role,
        where,
        sample.now(),
        MANAGER);
  }

  private long campaign() throws SQLException {
    LocalDate today = sample.today();
    int year = sample.schoolYear().getYear();
    long id = sample.ids("aid_campaign_seq").next();
    row(
        "aid_campaign",
        List.of(
            "id",
            "public_id",
            "authority_id",
            "name",
            "school_year",
            "opens_on",
            "full_effect_until",
            "closes_on",
            "income_year",
            "published_at",
            "published_by"),
        id,
        id("campaign"),
        authority,
        CAMPAIGN + " " + year + "-" + (year + 1),
        year,
        today.minusDays(60),
        today.plusDays(30),
        today.plusDays(150),
        year - 1,
        sample.now().minus(70, ChronoUnit.DAYS),
        MANAGER);
    row(
        "aid_late_period",
        List.of("campaign_id", "ends_on", "first_term"),
        id,
        today.plusDays(90),
        2);
    row(
        "aid_late_period",
        List.of("campaign_id", "ends_on", "first_term"),
        id,
        today.plusDays(150),
        3);
    term(id, 1, LocalDate.of(year, 9, 1), LocalDate.of(year, 12, 18), 56);
    term(id, 2, LocalDate.of(year + 1, 1, 4), LocalDate.of(year + 1, 3, 31), 44);
    term(id, 3, LocalDate.of(year + 1, 4, 1), LocalDate.of(year + 1, 7, 3), 41);
    row(
        "aid_form_version",
        List.of("campaign_id", "version", "income", "extras", "created_at", "created_by"),
        id,
        1,
        "BOTH",
        "ALLOWANCE HEALTH MESSAGE PHONE",
        sample.now(),
        MANAGER);
    rule(id, "HALF_BOARD", false, "{\"boarders\":false}");
    rule(id, "MEALS", true, "{\"least\":3,\"healthExcepted\":true}");
    rule(id, "RESIDENCE", true, "{\"postalCodes\":[\"99\"]}");
    rule(id, "INCOME", false, "{}");
    demand(id, "TAX", "TAX_NOTICE", false);
    demand(id, "TWO_NOTICES", "PARTNER_TAX_NOTICE", false);
    demand(id, "NO_INCOME", "RESOURCES_STATEMENT", true);
    demand(id, "ALTERNATING", "CUSTODY_DECISION", false);
    demand(id, "ENTRUSTED", "ENTRUSTING_DECISION", true);
    text(
        id,
        "WELCOME",
        "Le Département de la Sarne paie une partie des repas de votre collégien, selon vos"
            + " revenus.");
    text(
        id,
        "CONTACT",
        "Une question ? Service des collèges, 03 99 00 00 00, cantine@sarne.example");
    return id;
  }

  private void term(long campaign, int number, LocalDate from, LocalDate to, int days)
      throws SQLException {
    row(
        "aid_term",
        List.of("campaign_id", "number", "starts_on", "ends_on", "meal_days"),
        campaign,
        number,
        from,
        to,
        days);
  }

  private void rule(long campaign, String code, boolean overridable, String parameters)
      throws SQLException {
    row(
        "aid_rule",
        List.of("campaign_id", "code", "active", "overridable", "parameters"),
        campaign,
        code,
        true,
        overridable,
        parameters);
  }

  private void demand(long campaign, String situation, String kind, boolean mandatory)
      throws SQLException {
    row(
        "aid_document_demand",
        List.of("campaign_id", "situation", "kind", "mandatory"),
        campaign,
        situation,
        kind,
        mandatory);
  }

  private void text(long campaign, String place, String body) throws SQLException {
    row("aid_campaign_text", List.of("campaign_id", "place", "body"), campaign, place, body);
  }

  private void applications(long campaign, long scale) throws SQLException {
    SampleApplications all = new SampleApplications(sample, authority, campaign, school, OFFICER);
    all.sent(applied("Lina Roche", guardians.get("9910005"), "Samira Roche", "486.50"));
    all.toComplete(applied("Jade Petit", null, "Nadia Petit", "720.00"));
    all.granted(
        applied("Sacha Morel", null, "Claire Morel", "412.00"),
        scale,
        "100.00",
        LocalDate.of(sample.schoolYear().getYear(), 9, 1));
    all.refused(applied("Axel Noir", null, "Bruno Noir", "1340.00"), scale);
  }

  private SampleApplications.Applied applied(
      String child, @Nullable Long guardian, String parent, String quotient) throws SQLException {
    return new SampleApplications.Applied(
        pupil(child), child, guardian, parent, new BigDecimal(quotient));
  }

  private long pupil(String name) throws SQLException {
    return number(
        "select id from pupil where authority_id = ? and external_id = ?",
        authority,
        externalId(name));
  }

  private long number(String sql, Object... values) throws SQLException {
    return number(sample, sql, values);
  }

  /** The number that a query gives. */
  static long number(Sample sample, String sql, Object... values) throws SQLException {
    try (PreparedStatement query = sample.connection().prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      try (ResultSet found = query.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  private void change(String sql, Object... values) throws SQLException {
    try (PreparedStatement update = sample.connection().prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      update.executeUpdate();
    }
  }

  private void row(String table, List<String> columns, @Nullable Object... values)
      throws SQLException {
    try (Rows rows = new Rows(sample.connection(), table, columns)) {
      rows.add(values);
    }
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes(("aide" + name).getBytes(StandardCharsets.UTF_8));
  }
}
