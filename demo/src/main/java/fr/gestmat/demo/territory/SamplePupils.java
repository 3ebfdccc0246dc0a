package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.PupilRows.Boarding;
import fr.gestmat.demo.territory.PupilRows.Details;
import fr.gestmat.demo.territory.PupilRows.Place;
import fr.gestmat.demo.territory.aaf.Names;
import fr.gestmat.directory.entity.BoardingStatus;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pupils, as a complete AAF feed would have brought them, and a few who left since. */
final class SamplePupils {

  /** The feed that external ids belong to. */
  static final String SOURCE = "AAF";

  private static final int FIRST_EXTERNAL_ID = 1_400_101;
  private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

  private static final List<Boarding> BOARDING =
      List.of(
          new Boarding(BoardingStatus.HALF_BOARDER, 5, "DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT 5"),
          new Boarding(BoardingStatus.HALF_BOARDER, 4, "DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT 4"),
          new Boarding(BoardingStatus.DAY, null, "EXTERNE LIBRE"),
          new Boarding(BoardingStatus.BOARDER, 5, "INTERNE DANS L'ETABLISSEMENT"),
          new Boarding(BoardingStatus.HALF_BOARDER_TICKET, null, "DEMI-PENSIONNAIRE AU TICKET"));

  private final Sample sample;
  private final SampleSchools schools;
  private final List<Pupil> pupils = new ArrayList<>();

  private SamplePupils(Sample sample, SampleSchools schools) {
    this.sample = sample;
    this.schools = schools;
  }

  /** Writes every school's pupils, class by class. */
  static List<Pupil> write(Sample sample, SampleSchools schools) throws SQLException {
    SamplePupils all = new SamplePupils(sample, schools);
    all.writePupils();
    return List.copyOf(all.pupils);
  }

  private void writePupils() throws SQLException {
    Chance chance = sample.chance();
    Ids ids = sample.ids("pupil_seq");
    try (SamplePeople people = new SamplePeople(sample, schools.authority())) {
      for (School school : schools.schools()) {
        List<SchoolClass> classes =
            schools.classes().stream().filter(each -> each.school().equals(school)).toList();
        for (int i = 0; i < school.data().pupils(); i++) {
          Pupil pupil =
              new Pupil(
                  ids.next(),
                  Integer.toString(FIRST_EXTERNAL_ID + pupils.size()),
                  familyName(school),
                  chance.percent(50) ? Names.girl(chance.random()) : Names.boy(chance.random()),
                  classes.get(i % classes.size()),
                  !chance.percent(2));
          pupils.add(pupil);
          write(pupil, people.pupils());
        }
      }
    }
  }

  private void write(Pupil pupil, PupilRows rows) throws SQLException {
    Chance chance = sample.chance();
    Boarding boarding = BOARDING.get(Math.min(chance.below(8), chance.below(5)));
    Listed listed =
        new Listed(
            pupil.id(),
            chance.uuid(),
            SOURCE,
            pupil.externalId(),
            pupil.familyName(),
            pupil.givenName());
    String ine = "%09d%s".formatted(99_000_000 + pupils.size(), chance.text(LETTERS, 2));
    rows.add(
        listed,
        new Place(
            pupil.school().id(),
            pupil.active() ? pupil.schoolClass().id() : null,
            pupil.schoolClass().grade()),
        birthDate(pupil),
        boarding,
        new Details(
            ine,
            hasCards(pupil.school()) ? "C" + pupil.externalId() : null,
            pupil.active() ? null : sample.today().minusDays(chance.between(5, 60))));
  }

  /** One pupil in ten is the next in the list's sister or brother. */
  private String familyName(School school) {
    Optional<Pupil> before =
        pupils.isEmpty() ? Optional.empty() : Optional.of(pupils.get(pupils.size() - 1));
    return before
        .filter(pupil -> pupil.school().equals(school) && sample.chance().percent(10))
        .map(Pupil::familyName)
        .orElseGet(() -> Names.family(sample.chance().random()));
  }

  /** One school in the region prints cards for its pupils. */
  private boolean hasCards(School school) {
    return school.equals(schools.schools().get(0));
  }

  private LocalDate birthDate(Pupil pupil) {
    int age = 14 + pupil.schoolClass().year() + (sample.chance().percent(12) ? 1 : 0);
    return LocalDate.of(sample.schoolYear().getYear() - age, 1, 1)
        .plusDays(sample.chance().below(365));
  }
}
