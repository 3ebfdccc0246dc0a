package fr.gestmat.demo.territory;

import fr.gestmat.directory.entity.AuthorityKind;
import fr.gestmat.directory.entity.SchoolStatus;
import fr.gestmat.lending.control.CheckDigit;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The region with its schools and their classes. */
final class SampleSchools {

  static final String AUTHORITY = "Région Hautes-Marches";

  /** Pupils of a class, about. */
  private static final int CLASS_SIZE = 30;

  private record Grade(String mef, String label) {}

  private static final List<Grade> GENERAL =
      List.of(
          new Grade("20010015110", "2NDE GENERALE ET TECHNO"),
          new Grade("20111010110", "PREMIERE GENERALE"),
          new Grade("20211010110", "TERMINALE GENERALE"));
  private static final List<Grade> VOCATIONAL =
      List.of(
          new Grade("24720008331", "2NDE PROFESSIONNELLE"),
          new Grade("24730008332", "PREMIERE PROFESSIONNELLE"),
          new Grade("24740008333", "TERMINALE PROFESSIONNELLE"));

  private final Sample sample;
  private final long authority;
  private final List<School> schools = new ArrayList<>();
  private final List<SchoolClass> classes = new ArrayList<>();

  private SampleSchools(Sample sample) throws SQLException {
    this.sample = sample;
    this.authority = sample.ids("local_authority_seq").next();
  }

  /** Writes the region, its schools and its classes. */
  static SampleSchools write(Sample sample) throws SQLException {
    SampleSchools all = new SampleSchools(sample);
    all.writeAuthority();
    all.writeSchools();
    all.writeClasses(GENERAL, false, "G");
    all.writeClasses(VOCATIONAL, true, "P");
    return all;
  }

  long authority() {
    return authority;
  }

  List<School> schools() {
    return List.copyOf(schools);
  }

  List<SchoolClass> classes() {
    return List.copyOf(classes);
  }

  private void writeAuthority() throws SQLException {
    try (Rows rows =
        new Rows(
            sample.connection(),
            "local_authority",
            List.of(
                "id",
                "public_id",
                "name",
                "kind",
                "tag_prefix",
                "tag_pattern",
                "serial_pattern",
                "tag_check",
                "runs_meal_aid"))) {
      rows.add(
          authority,
          sample.chance().uuid(),
          AUTHORITY,
          AuthorityKind.REGION,
          SampleModel.TAG_PREFIX,
          SampleModel.TAG_PATTERN,
          SampleModel.SERIAL_PATTERN,
          CheckDigit.LUHN,
          false);
    }
  }

  private void writeSchools() throws SQLException {
    Ids ids = sample.ids("school_seq");
    try (Rows rows =
        new Rows(
            sample.connection(),
            "school",
            List.of(
                "id",
                "public_id",
                "authority_id",
                "uai",
                "name",
                "type_text",
                "street",
                "postal_code",
                "town",
                "phone",
                "email",
                "external_id",
                "status"))) {
      for (SampleSchool data : SampleSchool.ALL) {
        School school = new School(ids.next(), data);
        schools.add(school);
        rows.add(
            school.id(),
            sample.chance().uuid(),
            authority,
            data.uai(),
            data.name(),
            data.type(),
            data.street(),
            data.postalCode(),
            data.town(),
            "03 99 00 %02d %02d".formatted(sample.chance().below(100), sample.chance().below(100)),
            "contact@" + data.uai().toLowerCase(Locale.ROOT) + ".example",
            Integer.toString(data.number()),
            SchoolStatus.ACCEPTED);
      }
    }
  }

  private void writeClasses(List<Grade> grades, boolean vocational, String letter)
      throws SQLException {
    Ids gradeIds = sample.ids("grade_seq");
    Ids classIds = sample.ids("school_class_seq");
    try (Rows gradeRows =
            new Rows(
                sample.connection(), "grade", List.of("id", "authority_id", "mef_code", "label"));
        Rows classRows =
            new Rows(
                sample.connection(),
                "school_class",
                List.of("id", "public_id", "school_id", "name"))) {
      for (int year = 1; year <= grades.size(); year++) {
        long grade = gradeIds.next();
        gradeRows.add(grade, authority, grades.get(year - 1).mef(), grades.get(year - 1).label());
        String level = List.of("2", "1", "T").get(year - 1) + letter;
        for (School school : schools) {
          if (school.data().isVocational() == vocational) {
            for (int i = 1; i <= parallelClasses(school); i++) {
              SchoolClass each = new SchoolClass(classIds.next(), school, grade, level + i, year);
              classes.add(each);
              classRows.add(each.id(), sample.chance().uuid(), school.id(), each.name());
            }
          }
        }
      }
    }
  }

  private static int parallelClasses(School school) {
    return Math.max(1, Math.round(school.data().pupils() / 3f / CLASS_SIZE));
  }
}
