package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.AccountRows.NewAccount;
import fr.gestmat.demo.territory.AidFamily.Child;
import fr.gestmat.demo.territory.AidFamily.Parent;
import fr.gestmat.demo.territory.GuardianRows.Home;
import fr.gestmat.demo.territory.GuardianRows.Reach;
import fr.gestmat.directory.entity.GuardianshipKind;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parents of the département's collèges, each of whom came from the ENT before: one in four
 * alone with the children, one in ten apart from the other one, a few who live in the next
 * département.
 */
final class SampleAidParents {

  private static final String SOURCE = "CSV";
  private static final int FIRST_GUARDIAN = 9_920_000;

  private static final List<String> MOTHERS =
      List.of(
          ("Sandrine Nathalie Laetitia Karine Aurélie Virginie Nadia Fatima Sylvie Émilie Delphine"
                  + " Christelle Aminata Ana-Paula Magali Sabrina Élodie Thi-Lan Maryse Gwenaëlle")
              .split(" ", -1));
  private static final List<String> FATHERS =
      List.of(
          ("Stéphane Olivier Cédric Mickaël Ludovic Rachid Ousmane Bruno Emmanuel Joaquim Arnaud"
                  + " Yves Régis Hakim Pascal Xavier")
              .split(" ", -1));
  private static final List<String> STREETS =
      List.of(
          "rue des Lilas",
          "rue de la Gare",
          "chemin du Pressoir",
          "Grande Rue",
          "rue du Lavoir",
          "allée des Noyers",
          "impasse du Four",
          "route de la Forêt",
          "place du Puits",
          "rue des Écoles");

  private final Sample sample;
  private final long provider;
  private final SamplePeople people;
  private final Ids guardianIds;
  private final Ids accountIds;
  private int written;

  private SampleAidParents(Sample sample, long provider, SamplePeople people) {
    this.sample = sample;
    this.provider = provider;
    this.people = people;
    this.guardianIds = sample.ids("guardian_seq");
    this.accountIds = sample.ids("account_seq");
  }

  /**
   * Writes them.
   *
   * @param provider database id of the ENT
   * @param families children who are sisters and brothers
   */
  static List<AidFamily> write(
      Sample sample, long authority, long provider, List<List<Child>> families)
      throws SQLException {
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      SampleAidParents parents = new SampleAidParents(sample, provider, people);
      List<AidFamily> all = new ArrayList<>();
      for (List<Child> children : families) {
        all.add(parents.of(children));
      }
      return List.copyOf(all);
    }
  }

  /** When somebody signed on for the first time: before whoever applied last year did. */
  static Instant signedOn(Sample sample) {
    return sample
        .schoolYear()
        .minusYears(1)
        .minusDays(sample.chance().between(95, 200))
        .atTime(9, sample.chance().below(60))
        .toInstant(ZoneOffset.UTC);
  }

  private AidFamily of(List<Child> children) throws SQLException {
    Chance chance = sample.chance();
    AidFamily.College college = children.get(0).college();
    boolean alone = chance.percent(25);
    boolean apart = !alone && chance.percent(14);
    boolean outside = chance.percent(3);
    String street = street();
    String postalCode = outside ? "54999" : college.postalCode();
    String town = outside ? "Bellefontaine" : college.town();
    Parent mother = parent(children, chance.of(MOTHERS), 1, street, postalCode, town);
    Optional<Parent> father =
        alone
            ? Optional.empty()
            : Optional.of(
                parent(
                    children, chance.of(FATHERS), 2, apart ? street() : street, postalCode, town));
    return new AidFamily(mother, father, apart, children);
  }

  private String street() {
    return sample.chance().between(1, 48) + " " + sample.chance().of(STREETS);
  }

  private Parent parent(
      List<Child> children, String given, int rank, String street, String postalCode, String town)
      throws SQLException {
    long guardianId = guardianIds.next();
    long account = accountIds.next();
    String externalId = Integer.toString(FIRST_GUARDIAN + ++written);
    String family = children.get(0).familyName();
    String name = given + " " + family;
    String email =
        SampleDepartment.plain(given + "." + family)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z.]+", "-")
            + "@courriel.example";
    Listed guardian =
        new Listed(guardianId, sample.chance().uuid(), SOURCE, externalId, family, given)
            .inCapitals();
    people
        .guardians()
        .add(guardian, new Reach(null, email, null), new Home(street, postalCode, town));
    Instant first = signedOn(sample);
    people
        .accounts()
        .parent(
            new NewAccount(account, sample.chance().uuid(), name, email, first),
            provider,
            guardian,
            first);
    GuardianshipKind kind = rank == 1 ? GuardianshipKind.MOTHER : GuardianshipKind.FATHER;
    for (Child child : children) {
      people.guardians().child(guardian, child.pupil(), kind, rank);
    }
    return new Parent(guardianId, account, name, email, street, postalCode, town);
  }
}
