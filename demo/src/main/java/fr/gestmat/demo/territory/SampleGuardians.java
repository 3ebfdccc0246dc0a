package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.GuardianRows.Home;
import fr.gestmat.demo.territory.GuardianRows.Reach;
import fr.gestmat.demo.territory.aaf.Names;
import fr.gestmat.directory.entity.GuardianshipKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The guardians: mothers and fathers, separated or not, one pupil in thirty with a tutor, some
 * without a mail address; pupils who follow each other in the list with the same name are sisters
 * and brothers.
 */
final class SampleGuardians {

  private static final int FIRST_EXTERNAL_ID = 2_700_001;

  private static final List<String> MOTHERS =
      List.of(
          "Sophie",
          "Isabelle",
          "Nathalie",
          "Stéphanie",
          "Céline",
          "Aurélie",
          "Émilie",
          "Karine",
          "Khadija",
          "Aminata",
          "Marie-Claude",
          "Valérie",
          "Thi Mai",
          "Fernanda",
          "Séverine");
  private static final List<String> FATHERS =
      List.of(
          "Christophe",
          "Stéphane",
          "Frédéric",
          "Jérôme",
          "Sébastien",
          "Laurent",
          "François",
          "Karim",
          "Mamadou",
          "Jean-Marc",
          "Grégory",
          "Van Tuan",
          "Antonio",
          "Benoît",
          "Gérald");
  private static final List<String> STREETS =
      List.of(
          "rue des Tilleuls",
          "avenue de la République",
          "rue du Moulin",
          "place de l'Église",
          "allée des Érables",
          "rue Haute",
          "chemin du Pré-aux-Clercs",
          "impasse des Lilas");

  private final Sample sample;
  private final List<Guardian> guardians = new ArrayList<>();
  private final Ids ids;
  private final GuardianRows rows;

  private SampleGuardians(Sample sample, GuardianRows rows) {
    this.sample = sample;
    this.ids = sample.ids("guardian_seq");
    this.rows = rows;
  }

  /** Writes one or two guardians for each family. */
  static List<Guardian> write(Sample sample, long authority, List<Pupil> pupils)
      throws SQLException {
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      SampleGuardians all = new SampleGuardians(sample, people.guardians());
      for (List<Pupil> family : families(pupils)) {
        all.write(family);
      }
      return List.copyOf(all.guardians);
    }
  }

  private static List<List<Pupil>> families(List<Pupil> pupils) {
    List<List<Pupil>> families = new ArrayList<>();
    for (Pupil pupil : pupils) {
      if (families.isEmpty() || !related(families.get(families.size() - 1).get(0), pupil)) {
        families.add(new ArrayList<>());
      }
      families.get(families.size() - 1).add(pupil);
    }
    return families;
  }

  private static boolean related(Pupil one, Pupil other) {
    return one.school().equals(other.school()) && one.familyName().equals(other.familyName());
  }

  private void write(List<Pupil> family) throws SQLException {
    Chance chance = sample.chance();
    if (chance.percent(3)) {
      write(family, GuardianshipKind.TUTOR, "M.", chance.of(FATHERS), 1);
      return;
    }
    write(family, GuardianshipKind.MOTHER, "Mme", chance.of(MOTHERS), 1);
    if (chance.percent(80)) {
      write(family, GuardianshipKind.FATHER, "M.", chance.of(FATHERS), 2);
    }
  }

  private void write(
      List<Pupil> family, GuardianshipKind kind, String title, String givenName, int rank)
      throws SQLException {
    Chance chance = sample.chance();
    boolean sameName = kind == GuardianshipKind.FATHER || chance.percent(55);
    SampleSchool near = family.get(0).school().data();
    long id = ids.next();
    Guardian guardian =
        new Guardian(
            Integer.toString(FIRST_EXTERNAL_ID + guardians.size()),
            sameName ? family.get(0).familyName() : Names.family(chance.random()),
            givenName,
            List.copyOf(family));
    guardians.add(guardian);
    Listed listed =
        new Listed(
            id,
            chance.uuid(),
            SamplePupils.SOURCE,
            guardian.externalId(),
            guardian.familyName(),
            guardian.givenName());
    Reach reach =
        new Reach(
            title,
            chance.percent(70) ? "parent" + guardian.externalId() + "@courriel.example" : null,
            "06 99 %02d %02d %02d"
                .formatted(chance.below(100), chance.below(100), chance.below(100)));
    rows.add(
        listed,
        reach,
        new Home(
            chance.between(1, 120) + " " + chance.of(STREETS), near.postalCode(), near.town()));
    for (Pupil child : family) {
      rows.child(listed, child.id(), kind, rank);
    }
  }
}
