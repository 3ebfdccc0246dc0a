package fr.gestmat.demo.territory;

import fr.gestmat.access.Role;
import fr.gestmat.demo.territory.AccountRows.Given;
import fr.gestmat.demo.territory.AccountRows.NewAccount;
import fr.gestmat.demo.territory.AidFamily.Child;
import fr.gestmat.demo.territory.AidFamily.College;
import fr.gestmat.demo.territory.PupilRows.Boarding;
import fr.gestmat.demo.territory.PupilRows.Details;
import fr.gestmat.demo.territory.PupilRows.Place;
import fr.gestmat.demo.territory.aaf.Names;
import fr.gestmat.directory.entity.Uai;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Four more collèges of the département with their bursars, and in all five the families who may
 * apply for canteen aid, one in five with two children there.
 */
final class SampleColleges {

  private static final int FIRST_UAI = 990_430;
  private static final int FIRST_PUPIL = 98_001;
  private static final String SOURCE = "CSV";

  /** A collège before it is written: name, town, postal code, bursar, children of a class. */
  private record Plan(String name, String town, String postalCode, String bursar, int children) {}

  private static final List<Plan> PLANS =
      List.of(
          new Plan("Collège des Trois Chênes", "Rocheval", "99130", "Martine Aubin", 13),
          new Plan("Collège de la Haute Sarne", "Mareuil-le-Haut", "99140", "Denis Colas", 11),
          new Plan("Collège du Val Fleuri", "Villers-Sarne", "99150", "Soraya Haddad", 12),
          new Plan("Collège du Moulin Neuf", "Saint-Firmin", "99160", "Rémi Prévost", 9));

  /** Children that are added to each class of the collège that is there already. */
  private static final int CHILDREN = 7;

  private static final Map<Integer, String> MEF =
      Map.of(6, "10010012110", 5, "10110001110", 4, "10210001110", 3, "10310019110");

  /** Names of the children whom the story of this collège tells of. */
  private static final Set<String> TOLD =
      Set.of("Inès", "Noé", "Lina", "Sacha", "Jade", "Axel", "Tom", "Zoé");

  private final Sample sample;
  private final long authority;
  private final long provider;
  private final Map<Integer, Long> grades = new HashMap<>();
  private final Ids pupils;
  private final List<List<Child>> families = new ArrayList<>();
  private int written;

  private SampleColleges(Sample sample, long authority, long provider) {
    this.sample = sample;
    this.authority = authority;
    this.provider = provider;
    this.pupils = sample.ids("pupil_seq");
  }

  /**
   * Writes them.
   *
   * @param provider database id of the ENT
   * @param first the collège that is there already
   * @return the families, in the order of the collèges, the first one's first
   */
  static List<AidFamily> write(Sample sample, long authority, long provider, College first)
      throws SQLException {
    SampleColleges all = new SampleColleges(sample, authority, provider);
    all.grades();
    all.families(first, CHILDREN);
    for (int i = 0; i < PLANS.size(); i++) {
      all.families(all.college(i, PLANS.get(i)), PLANS.get(i).children());
    }
    return SampleAidParents.write(sample, authority, provider, all.families);
  }

  private void grades() throws SQLException {
    for (int level = 6; level >= 3; level--) {
      String mef = MEF.getOrDefault(level, "");
      long there =
          sample.number(
              "select coalesce(max(id), 0) from grade where authority_id = ? and mef_code = ?",
              authority,
              mef);
      if (there == 0) {
        there = sample.ids("grade_seq").next();
        try (SchoolRows rows = new SchoolRows(sample, authority)) {
          rows.grade(there, mef, level + "EME");
        }
      }
      grades.put(level, there);
    }
  }

  private College college(int place, Plan plan) throws SQLException {
    long school = sample.ids("school_seq").next();
    String uai = "0" + (FIRST_UAI + place) + Uai.letter(FIRST_UAI + place);
    try (SchoolRows rows = new SchoolRows(sample, authority)) {
      rows.college(school, sample.chance().uuid(), uai, plan.name(), plan.town());
    }
    try (ProviderRows rows = new ProviderRows(sample, authority)) {
      rows.school(provider, school);
    }
    return new College(
        school,
        uai,
        plan.name(),
        plan.postalCode(),
        plan.town(),
        plan.bursar(),
        bursar("35991%02d".formatted(place), plan.bursar(), school));
  }

  private long bursar(String externalId, String name, long school) throws SQLException {
    String[] parts = name.split(" ", 2);
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      Listed bursar =
          new Listed(
                  sample.ids("staff_member_seq").next(),
                  sample.chance().uuid(),
                  SOURCE,
                  externalId,
                  parts[1],
                  parts[0])
              .inCapitals();
      long account = sample.ids("account_seq").next();
      people.staff().add(bursar, null);
      people.staff().post(bursar, school);
      people
          .accounts()
          .worker(
              new NewAccount(
                  account, sample.chance().uuid(), name, null, SampleAidParents.signedOn(sample)),
              provider,
              bursar.id(),
              externalId,
              null);
      people
          .accounts()
          .grant(
              new Given(
                  sample.ids("role_grant_seq").next(),
                  sample.chance().uuid(),
                  SampleAidParents.signedOn(sample),
                  SampleMealAid.ADMINISTRATOR),
              account,
              Role.BURSAR,
              school);
      return account;
    }
  }

  private void families(College college, int children) throws SQLException {
    Map<Integer, List<Child>> eldest = new HashMap<>();
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      for (int level = 6; level >= 3; level--) {
        long schoolClass = schoolClass(college, level + "A", people.schools());
        for (int i = 0; i < children; i++) {
          List<Child> family =
              sample.chance().percent(22)
                  ? eldest.getOrDefault(level + sample.chance().between(1, 2), List.of())
                  : List.of();
          boolean sibling = family.size() == 1;
          Child child = child(college, level, sibling ? family.get(0).familyName() : familyName());
          write(child, schoolClass, people);
          if (sibling) {
            family.add(child);
          } else {
            List<Child> alone = new ArrayList<>(List.of(child));
            families.add(alone);
            eldest.put(level, alone);
          }
        }
      }
    }
  }

  private String familyName() {
    return Names.family(sample.chance().random());
  }

  private Child child(College college, int level, String familyName) throws SQLException {
    Chance chance = sample.chance();
    String given;
    do {
      given = chance.percent(50) ? Names.girl(chance.random()) : Names.boy(chance.random());
    } while (TOLD.contains(given));
    int eats = chance.percent(4) ? 0 : chance.of(List.of(4, 4, 4, 5, 5, 5, 3, 2));
    LocalDate born =
        LocalDate.of(sample.schoolYear().getYear() - 17 + level, 1, 1).plusDays(chance.below(365));
    return new Child(pupils.next(), familyName, given, born, college, level, eats);
  }

  private void write(Child child, long schoolClass, SamplePeople people) throws SQLException {
    people
        .pupils()
        .add(
            new Listed(
                    child.pupil(),
                    sample.chance().uuid(),
                    SamplePupils.SOURCE,
                    Integer.toString(FIRST_PUPIL + written++),
                    child.familyName(),
                    child.givenName())
                .inCapitals(),
            new Place(
                child.college().id(),
                schoolClass,
                Objects.requireNonNull(grades.get(child.level()))),
            child.born(),
            Boarding.of(child.eats()),
            Details.NONE);
  }

  private long schoolClass(College college, String name, SchoolRows rows) throws SQLException {
    long there =
        sample.number(
            "select coalesce(max(id), 0) from school_class where school_id = ? and name = ?",
            college.id(),
            name);
    if (there == 0) {
      there = sample.ids("school_class_seq").next();
      rows.schoolClass(there, sample.chance().uuid(), college.id(), name);
    }
    return there;
  }
}
