package fr.gestmat.demo.territory;

import fr.gestmat.access.Role;
import fr.gestmat.demo.ent.EntPerson;
import fr.gestmat.demo.ent.EntPerson.Profile;
import fr.gestmat.demo.territory.AidFamily.College;
import fr.gestmat.demo.territory.SampleCase.Officer;
import fr.gestmat.demo.territory.SamplePeople.Given;
import fr.gestmat.demo.territory.SamplePeople.Home;
import fr.gestmat.demo.territory.SamplePeople.Listed;
import fr.gestmat.demo.territory.SamplePeople.NewAccount;
import fr.gestmat.demo.territory.SamplePeople.Place;
import fr.gestmat.identity.control.PasswordHash;
import fr.gestmat.identity.control.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Meal aid in the département: who runs it, the bursar of the first collège, three families to try
 * it as (two separated parents with three children, two parents who live together, and a mother who
 * applied already), last year's campaign with its statements, and an open one with applications in
 * every state.
 */
final class SampleMealAid {

  /** Key of the simulated ENT for the département's collège. */
  static final String PROVIDER = "ent-sarne";

  private static final String SERVICE = "Aide à la cantine";

  private static final String SOURCE = "CSV";
  private static final String BURSAR_ID = "3599001";
  private static final String BURSAR = "Odile Fontaine";
  static final String MANAGER = "Hélène Garnier";
  static final String ADMINISTRATOR = "Agnès Lemaire";
  private static final String OFFICER = "Karim Benali";
  private static final List<String> COLLEAGUES = List.of("Sophie Maréchal", "Yann Guivarch");
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

  /** Parents whom nobody signs on as. */
  private static final List<Parent> OTHERS =
      List.of(
          new Parent("9910006", "Nadia Petit", "MOTHER", "11 rue des Prés", List.of("Jade Petit")),
          new Parent("9910007", "Claire Morel", "MOTHER", "3 rue Basse", List.of("Sacha Morel")),
          new Parent("9910008", "Bruno Noir", "FATHER", "26 rue du Pont", List.of("Axel Noir")));

  private final Sample sample;
  private final long authority;
  private final long school;
  private final Map<String, Listed> guardians = new LinkedHashMap<>();
  private final List<Officer> officers = new ArrayList<>();

  private SampleMealAid(Sample sample, long authority, long school) {
    this.sample = sample;
    this.authority = authority;
    this.school = school;
  }

  /**
   * Writes it.
   *
   * @param data folder of the product's files; without it no family has sent a document
   * @return how those who run it get in
   */
  static List<SampleAccess.Login> write(
      Sample sample, long authority, long school, Optional<Path> data) throws SQLException {
    SampleMealAid all = new SampleMealAid(sample, authority, school);
    long provider = all.provider();
    all.sibling("Tom Carlier", "997", 12);
    all.sibling("Zoé Carlier", "998", 11);
    all.boarding();
    for (Parent parent : PARENTS) {
      all.parent(parent);
    }
    for (Parent parent : OTHERS) {
      all.parent(parent);
    }
    College college =
        new College(
            school,
            SampleDepartment.UAI,
            SampleDepartment.COLLEGE,
            POSTAL_CODE,
            TOWN,
            BURSAR,
            all.bursar(provider));
    List<SampleAccess.Login> logins = new ArrayList<>();
    logins.add(all.official("helene.garnier", MANAGER, Role.AID_MANAGER));
    logins.add(all.official("karim.benali", OFFICER, Role.AID_OFFICER));
    logins.add(all.official("agnes.lemaire", ADMINISTRATOR, Role.ADMIN));
    for (String colleague : COLLEAGUES) {
      logins.add(
          all.official(
              SampleDepartment.plain(colleague).toLowerCase(Locale.ROOT).replace(' ', '.'),
              colleague,
              Role.AID_OFFICER));
    }
    SampleCampaign running =
        new SampleAidYears(sample, authority, all.officers)
            .write(
                all.told(college, provider),
                SampleColleges.write(sample, authority, provider, college));
    if (data.isPresent()) {
      SampleDocuments.write(sample, running, data.get());
    }
    SampleAidJournal.write(sample, authority);
    return List.copyOf(logins);
  }

  /** The families of the collège that the guides tell of. */
  private List<AidFamily> told(College college, long provider) throws SQLException {
    List<AidFamily> told = new ArrayList<>();
    told.add(family(PARENTS.get(PARENTS.size() - 1), college, provider));
    for (Parent parent : OTHERS) {
      told.add(family(parent, college, provider));
    }
    return told;
  }

  /** A family that has been to the portal. */
  private AidFamily family(Parent parent, College college, long provider) throws SQLException {
    String[] child = parent.children().get(0).split(" ", -1);
    Listed guardian = Objects.requireNonNull(guardians.get(parent.externalId()));
    long account = sample.ids("account_seq").next();
    String email = email(parent);
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      people.parent(
          guardian,
          provider,
          new NewAccount(
              account,
              id("account" + parent.externalId()),
              parent.name(),
              email,
              SampleAidParents.signedOn(sample)),
          null);
    }
    return new AidFamily(
        new AidFamily.Parent(
            guardian.id(), account, parent.name(), email, parent.address(), POSTAL_CODE, TOWN),
        Optional.empty(),
        false,
        List.of(
            new AidFamily.Child(
                pupil(parent.children().get(0)),
                child[1],
                child[0],
                SampleDepartment.bornOn(
                    sample.schoolYear(), SampleDepartment.PUPILS.indexOf(String.join(" ", child))),
                college,
                4,
                4)));
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
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      people.pupil(
          new Listed(
              sample.ids("pupil_seq").next(),
              id(name),
              SamplePupils.SOURCE,
              externalId,
              parts[1],
              parts[0]),
          new Place(
              school,
              number("select min(id) from school_class where school_id = ?", school),
              number("select min(id) from grade where authority_id = ?", authority)),
          sample.schoolYear().minusYears(age).plusDays(45),
          null);
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
    Listed guardian =
        new Listed(
            sample.ids("guardian_seq").next(),
            id(parent.name()),
            SOURCE,
            parent.externalId(),
            name[1],
            name[0]);
    guardians.put(parent.externalId(), guardian);
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      people.guardian(guardian, email(parent), new Home(parent.address(), POSTAL_CODE, TOWN));
      for (String child : parent.children()) {
        people.child(guardian, pupil(child), parent.kind(), parent.kind().equals("MOTHER") ? 1 : 2);
      }
    }
  }

  private static String email(Parent parent) {
    return "parent" + parent.externalId() + "@courriel.example";
  }

  private long bursar(long provider) throws SQLException {
    String[] name = BURSAR.split(" ", -1);
    long account = sample.ids("account_seq").next();
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      people.worker(
          new Listed(
              sample.ids("staff_member_seq").next(),
              id("staff"),
              SOURCE,
              BURSAR_ID,
              name[1],
              name[0]),
          school,
          provider,
          new NewAccount(account, id("bursar"), BURSAR, null, sample.now()));
      people.grant(given(account), account, Role.BURSAR, school);
    }
    return account;
  }

  private SampleAccess.Login official(String login, String name, Role role) throws SQLException {
    long account = sample.ids("account_seq").next();
    String password = Secret.random();
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      people.official(
          new NewAccount(
              account,
              id(login),
              name,
              login + "@sarne.example",
              SampleAidParents.signedOn(sample)),
          login,
          PasswordHash.of(password));
      people.grant(given(account), account, role, null);
    }
    if (role == Role.AID_OFFICER) {
      officers.add(new Officer(account, name));
    }
    return new SampleAccess.Login(login, password, name, role);
  }

  private Given given(long account) throws SQLException {
    return new Given(
        sample.ids("role_grant_seq").next(),
        id("grant" + account),
        SampleAidParents.signedOn(sample),
        MANAGER);
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
