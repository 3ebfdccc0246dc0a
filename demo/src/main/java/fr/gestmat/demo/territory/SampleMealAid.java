package fr.gestmat.demo.territory;

import fr.gestmat.access.Role;
import fr.gestmat.demo.ent.EntPerson;
import fr.gestmat.demo.ent.EntPerson.Profile;
import fr.gestmat.demo.territory.AccountRows.Given;
import fr.gestmat.demo.territory.AccountRows.NewAccount;
import fr.gestmat.demo.territory.AidFamily.College;
import fr.gestmat.demo.territory.SampleCase.Officer;
import fr.gestmat.identity.control.PasswordHash;
import fr.gestmat.identity.control.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Meal aid in the département: who runs it, the bursar of the first collège, the families that the
 * guides tell of, last year's campaign with its statements, and an open one with applications in
 * every state.
 */
final class SampleMealAid {

  /** Key of the simulated ENT for the département's collège. */
  static final String PROVIDER = "ent-sarne";

  static final String SERVICE = "Aide à la cantine";

  static final String SOURCE = "CSV";
  private static final String BURSAR_ID = "3599001";
  private static final String BURSAR = "Odile Fontaine";
  static final String MANAGER = "Hélène Garnier";
  static final String ADMINISTRATOR = "Agnès Lemaire";
  private static final String OFFICER = "Karim Benali";
  private static final List<String> COLLEAGUES = List.of("Sophie Maréchal", "Yann Guivarch");
  static final String TOWN = "Aubreville";
  static final String POSTAL_CODE = "99120";

  private final Sample sample;
  private final long authority;
  private final long school;
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
    SampleToldFamilies told = SampleToldFamilies.write(sample, authority, school);
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
                told.applying(college, provider),
                SampleColleges.write(sample, authority, provider, college));
    if (data.isPresent()) {
      SampleDocuments.write(sample, running, data.get());
    }
    SampleAidJournal.write(sample, authority);
    return List.copyOf(logins);
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
    people.addAll(SampleToldFamilies.people(uai));
    return people;
  }

  private long provider() throws SQLException {
    long id = sample.ids("identity_provider_seq").next();
    try (ProviderRows rows = new ProviderRows(sample, authority)) {
      rows.add(id, id("provider"), PROVIDER, "ENT des collèges de la Sarne");
      rows.school(id, school);
    }
    return id;
  }

  private long bursar(long provider) throws SQLException {
    String[] name = BURSAR.split(" ", -1);
    long account = sample.ids("account_seq").next();
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      Listed bursar =
          new Listed(
                  sample.ids("staff_member_seq").next(),
                  id("staff"),
                  SOURCE,
                  BURSAR_ID,
                  name[1],
                  name[0])
              .inCapitals();
      people.staff().add(bursar, null);
      people.staff().post(bursar, school);
      people
          .accounts()
          .worker(
              new NewAccount(account, id("bursar"), BURSAR, null, sample.now()),
              provider,
              bursar.id(),
              BURSAR_ID,
              null);
      people.accounts().grant(given(account), account, Role.BURSAR, school);
    }
    return account;
  }

  private SampleAccess.Login official(String login, String name, Role role) throws SQLException {
    long account = sample.ids("account_seq").next();
    String password = Secret.random();
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      people
          .accounts()
          .official(
              new NewAccount(
                  account,
                  id(login),
                  name,
                  login + "@sarne.example",
                  SampleAidParents.signedOn(sample)),
              login,
              PasswordHash.of(password));
      people.accounts().grant(given(account), account, role, null);
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

  /** A public id that is the same in each sample. */
  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(("aide" + name).getBytes(StandardCharsets.UTF_8));
  }
}
