package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.SchoolRows.Contact;
import fr.gestmat.demo.territory.SchoolRows.Tags;
import fr.gestmat.directory.entity.AuthorityKind;
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
    try (SchoolRows rows = new SchoolRows(sample, all.authority)) {
      all.writeAuthority(rows);
      all.writeSchools(rows);
      all.writeClasses(rows, GENERAL, false, "G");
      all.writeClasses(rows, VOCATIONAL, true, "P");
    }
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

  private void writeAuthority(SchoolRows rows) throws SQLException {
    rows.authority(
        sample.chance().uuid(),
        AUTHORITY,
        AuthorityKind.REGION,
        new Tags(
            SampleModel.TAG_PREFIX,
            SampleModel.TAG_PATTERN,
            SampleModel.SERIAL_PATTERN,
            CheckDigit.LUHN),
        false);
  }

  private void writeSchools(SchoolRows rows) throws SQLException {
    Ids ids = sample.ids("school_seq");
    for (SampleSchool data : SampleSchool.ALL) {
      School school = new School(ids.next(), data);
      schools.add(school);
      rows.school(
          school.id(),
          sample.chance().uuid(),
          data.uai(),
          data.name(),
          data.type(),
          data.town(),
          new Contact(
              data.street(),
              data.postalCode(),
              "03 99 00 %02d %02d"
                  .formatted(sample.chance().below(100), sample.chance().below(100)),
              "contact@" + data.uai().toLowerCase(Locale.ROOT) + ".example",
              Integer.toString(data.number())));
    }
  }

  private void writeClasses(SchoolRows rows, List<Grade> grades, boolean vocational, String letter)
      throws SQLException {
    Ids gradeIds = sample.ids("grade_seq");
    Ids classIds = sample.ids("school_class_seq");
    for (int year = 1; year <= grades.size(); year++) {
      long grade = gradeIds.next();
      rows.grade(grade, grades.get(year - 1).mef(), grades.get(year - 1).label());
      String level = List.of("2", "1", "T").get(year - 1) + letter;
      for (School school : schools) {
        if (school.data().isVocational() == vocational) {
          for (int i = 1; i <= parallelClasses(school); i++) {
            SchoolClass each = new SchoolClass(classIds.next(), school, grade, level + i, year);
            classes.add(each);
            rows.schoolClass(each.id(), sample.chance().uuid(), school.id(), each.name());
          }
        }
      }
    }
  }

  private static int parallelClasses(School school) {
    return Math.max(1, Math.round(school.data().pupils() / 3f / CLASS_SIZE));
  }
}
