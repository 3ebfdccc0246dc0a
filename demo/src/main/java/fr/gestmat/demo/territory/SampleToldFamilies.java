package fr.gestmat.demo.territory;

import fr.gestmat.demo.ent.EntPerson;
import fr.gestmat.demo.ent.EntPerson.Profile;
import fr.gestmat.demo.territory.AccountRows.NewAccount;
import fr.gestmat.demo.territory.AidFamily.College;
import fr.gestmat.demo.territory.GuardianRows.Home;
import fr.gestmat.demo.territory.GuardianRows.Reach;
import fr.gestmat.demo.territory.PupilRows.Boarding;
import fr.gestmat.demo.territory.PupilRows.Details;
import fr.gestmat.demo.territory.PupilRows.Place;
import fr.gestmat.directory.entity.GuardianshipKind;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The families of the first collège that the guides tell of: three to try meal aid as (two
 * separated parents with three children, two parents who live together, and a mother who applied
 * already), and those whose applications stand in other states.
 */
final class SampleToldFamilies {

  /** A parent: external id, name, kind, address, children. */
  private record Parent(
      String externalId,
      String name,
      GuardianshipKind kind,
      String address,
      List<String> children) {}

  private static final List<String> CARLIER = List.of("Inès Carlier", "Tom Carlier", "Zoé Carlier");

  private static final List<Parent> PARENTS =
      List.of(
          new Parent(
              "9910001", "Mélanie Carlier", GuardianshipKind.MOTHER, "4 rue du Lavoir", CARLIER),
          new Parent(
              "9910002",
              "Fabien Carlier",
              GuardianshipKind.FATHER,
              "18 quai des Tanneurs",
              CARLIER),
          new Parent(
              "9910003",
              "Anaïs Vasseur",
              GuardianshipKind.MOTHER,
              "7 place du Marché",
              List.of("Noé Vasseur")),
          new Parent(
              "9910004",
              "Marc Vasseur",
              GuardianshipKind.FATHER,
              "7 place du Marché",
              List.of("Noé Vasseur")),
          new Parent(
              "9910005",
              "Samira Roche",
              GuardianshipKind.MOTHER,
              "2 rue Haute",
              List.of("Lina Roche")));

  /** Parents whom nobody signs on as. */
  private static final List<Parent> OTHERS =
      List.of(
          new Parent(
              "9910006",
              "Nadia Petit",
              GuardianshipKind.MOTHER,
              "11 rue des Prés",
              List.of("Jade Petit")),
          new Parent(
              "9910007",
              "Claire Morel",
              GuardianshipKind.MOTHER,
              "3 rue Basse",
              List.of("Sacha Morel")),
          new Parent(
              "9910008",
              "Bruno Noir",
              GuardianshipKind.FATHER,
              "26 rue du Pont",
              List.of("Axel Noir")));

  private final Sample sample;
  private final long authority;
  private final long school;
  private final Map<String, Listed> guardians = new LinkedHashMap<>();

  private SampleToldFamilies(Sample sample, long authority, long school) {
    this.sample = sample;
    this.authority = authority;
    this.school = school;
  }

  /** Writes them; none has been to the portal yet. */
  static SampleToldFamilies write(Sample sample, long authority, long school) throws SQLException {
    SampleToldFamilies all = new SampleToldFamilies(sample, authority, school);
    all.sibling("Tom Carlier", "997", 12);
    all.sibling("Zoé Carlier", "998", 11);
    all.boarding();
    for (Parent parent : PARENTS) {
      all.parent(parent);
    }
    for (Parent parent : OTHERS) {
      all.parent(parent);
    }
    return all;
  }

  /** Those whose applications the guides tell of, who have been to the portal. */
  List<AidFamily> applying(College college, long provider) throws SQLException {
    List<AidFamily> applying = new ArrayList<>();
    applying.add(family(PARENTS.get(PARENTS.size() - 1), college, provider));
    for (Parent parent : OTHERS) {
      applying.add(family(parent, college, provider));
    }
    return applying;
  }

  /** A family that has been to the portal. */
  private AidFamily family(Parent parent, College college, long provider) throws SQLException {
    String[] child = parent.children().get(0).split(" ", -1);
    Listed guardian = Objects.requireNonNull(guardians.get(parent.externalId()));
    long account = sample.ids("account_seq").next();
    String email = email(parent);
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      people
          .accounts()
          .parent(
              new NewAccount(
                  account,
                  SampleMealAid.id("account" + parent.externalId()),
                  parent.name(),
                  email,
                  SampleAidParents.signedOn(sample)),
              provider,
              guardian,
              null);
    }
    return new AidFamily(
        new AidFamily.Parent(
            guardian.id(),
            account,
            parent.name(),
            email,
            parent.address(),
            SampleMealAid.POSTAL_CODE,
            SampleMealAid.TOWN),
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

  /** The parents who can sign on at the ENT of the collège. */
  static List<EntPerson> people(String uai) {
    List<EntPerson> people = new ArrayList<>();
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
              new EntPerson.Tile(
                  SampleMealAid.SERVICE, SampleTerritory.DEPARTMENT_ENTRANCE + "?suite=/aide"),
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

  private void sibling(String name, String externalId, int age) throws SQLException {
    String[] parts = name.split(" ", -1);
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      people
          .pupils()
          .add(
              new Listed(
                      sample.ids("pupil_seq").next(),
                      SampleMealAid.id(name),
                      SamplePupils.SOURCE,
                      externalId,
                      parts[1],
                      parts[0])
                  .inCapitals(),
              new Place(
                  school,
                  sample.number("select min(id) from school_class where school_id = ?", school),
                  sample.number("select min(id) from grade where authority_id = ?", authority)),
              sample.schoolYear().minusYears(age).plusDays(45),
              Boarding.UNKNOWN,
              Details.NONE);
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
                SampleMealAid.id(parent.name()),
                SampleMealAid.SOURCE,
                parent.externalId(),
                name[1],
                name[0])
            .inCapitals();
    guardians.put(parent.externalId(), guardian);
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      people
          .guardians()
          .add(
              guardian,
              new Reach(null, email(parent), null),
              new Home(parent.address(), SampleMealAid.POSTAL_CODE, SampleMealAid.TOWN));
      for (String child : parent.children()) {
        people
            .guardians()
            .child(
                guardian,
                pupil(child),
                parent.kind(),
                parent.kind() == GuardianshipKind.MOTHER ? 1 : 2);
      }
    }
  }

  private static String email(Parent parent) {
    return "parent" + parent.externalId() + "@courriel.example";
  }

  private long pupil(String name) throws SQLException {
    return sample.number(
        "select id from pupil where authority_id = ? and external_id = ?",
        authority,
        externalId(name));
  }

  private void change(String sql, Object... values) throws SQLException {
    try (PreparedStatement update = sample.connection().prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      update.executeUpdate();
    }
  }
}
