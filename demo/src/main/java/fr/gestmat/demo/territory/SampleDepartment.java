package fr.gestmat.demo.territory;

import fr.gestmat.access.Role;
import fr.gestmat.demo.territory.AccountRows.Given;
import fr.gestmat.demo.territory.AccountRows.NewAccount;
import fr.gestmat.demo.territory.PupilRows.Boarding;
import fr.gestmat.demo.territory.PupilRows.Details;
import fr.gestmat.demo.territory.PupilRows.Place;
import fr.gestmat.demo.territory.SchoolRows.Tags;
import fr.gestmat.directory.entity.AuthorityKind;
import fr.gestmat.identity.control.PasswordHash;
import fr.gestmat.identity.control.Secret;
import fr.gestmat.lending.control.CheckDigit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A second authority, small: a département of which one collège lends for a year, and all have
 * canteen aid. It shows the other policy, and that nobody of one authority sees anything of the
 * other.
 */
final class SampleDepartment {

  private static final String NAME = "Département de la Sarne";
  static final String UAI = "0990421T";

  /** The collège that lends; the others only have canteen aid. */
  static final String COLLEGE = "Collège des Deux Rives";

  private static final String MANAGER = "Paul Delmas";
  private static final String LOGIN = "paul.delmas";
  static final List<String> PUPILS =
      List.of(
          "Inès Carlier", "Noé Vasseur", "Lina Roche", "Sacha Morel", "Jade Petit", "Axel Noir");
  private static final int DEVICES = 10;
  private static final int LENT = 3;

  private final Sample sample;
  private final long authority;
  private final List<Long> pupils = new ArrayList<>();
  private final List<Long> devices = new ArrayList<>();

  private SampleDepartment(Sample sample) throws SQLException {
    this.sample = sample;
    this.authority = sample.ids("local_authority_seq").next();
  }

  /**
   * Writes it.
   *
   * @param data folder of the product's files; without it no family has sent a document
   * @return how those who work there get in
   */
  static List<SampleAccess.Login> write(Sample sample, Optional<Path> data) throws SQLException {
    SampleDepartment all = new SampleDepartment(sample);
    long school = all.place();
    all.pupils(school);
    all.devices(school);
    SamplePolicies.yearly(sample, all.authority);
    all.loans(school);
    SampleIncidents.write(sample, all.authority, MANAGER);
    SampleIncidents.charge(sample, all.authority, MANAGER);
    List<SampleAccess.Login> logins = new ArrayList<>(List.of(all.manager()));
    logins.addAll(SampleMealAid.write(sample, all.authority, school, data));
    return logins;
  }

  private long place() throws SQLException {
    long school = sample.ids("school_seq").next();
    try (SchoolRows rows = new SchoolRows(sample, authority)) {
      rows.authority(
          id("authority"),
          NAME,
          AuthorityKind.DEPARTEMENT,
          new Tags("SAR", "SAR[0-9]{5}", null, CheckDigit.NONE),
          true);
      rows.college(school, id("school"), UAI, COLLEGE, "Aubreville");
    }
    return school;
  }

  private void pupils(long school) throws SQLException {
    Ids grades = sample.ids("grade_seq");
    Ids classes = sample.ids("school_class_seq");
    Ids ids = sample.ids("pupil_seq");
    List<String> mefs = List.of("10210001110", "10310019110");
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      for (int level = 0; level < mefs.size(); level++) {
        long grade = grades.next();
        people.schools().grade(grade, mefs.get(level), List.of("4EME", "3EME").get(level));
        long schoolClass = classes.next();
        String className = List.of("4A", "3A").get(level);
        people.schools().schoolClass(schoolClass, id(className), school, className);
        for (int i = level; i < PUPILS.size(); i += mefs.size()) {
          String[] name = PUPILS.get(i).split(" ", -1);
          long pupil = ids.next();
          pupils.add(pupil);
          people
              .pupils()
              .add(
                  new Listed(
                          pupil, id(PUPILS.get(i)), SamplePupils.SOURCE, "99" + i, name[1], name[0])
                      .inCapitals(),
                  new Place(school, schoolClass, grade),
                  bornOn(sample.schoolYear(), i),
                  Boarding.UNKNOWN,
                  Details.NONE);
        }
      }
    }
  }

  /** Given names of the pupils, whose families official sources know. */
  static List<String> givenNames() {
    return PUPILS.stream().map(name -> name.split(" ", -1)[0]).toList();
  }

  /** When the pupil of this place in the list was born. */
  static LocalDate bornOn(LocalDate schoolYear, int place) {
    return schoolYear.minusYears(14).plusDays(31L * place);
  }

  private void devices(long school) throws SQLException {
    long model = sample.ids("device_model_seq").next();
    row(
        "device_model",
        List.of("id", "public_id", "authority_id", "name", "maker"),
        model,
        id("model"),
        authority,
        "Alvéo Note 11",
        "Alvéo");
    row(
        "model_accessory",
        List.of("id", "model_id", "name", "quantity", "position"),
        sample.ids("model_accessory_seq").next(),
        model,
        "Chargeur",
        1,
        0);
    SamplePolicies.prices(sample, model, new BigDecimal("279.00"), List.of("Chargeur"));
    Ids ids = sample.ids("device_seq");
    for (int i = 1; i <= DEVICES; i++) {
      long device = ids.next();
      devices.add(device);
      row(
          "device",
          List.of(
              "id",
              "public_id",
              "authority_id",
              "model_id",
              "asset_tag",
              "serial",
              "state",
              "home_school_id",
              "place_school_id",
              "storage",
              "created_at"),
          device,
          id("device" + i),
          authority,
          model,
          "SAR%05d".formatted(i),
          "ALN%07d".formatted(i),
          "IN_STOCK",
          school,
          school,
          "CDI",
          sample.now());
    }
  }

  /** Three are lent, one of which is lost. */
  private void loans(long school) throws SQLException {
    Ids ids = sample.ids("loan_seq");
    for (int i = 0; i < LENT; i++) {
      long loan = ids.next();
      boolean lost = i == 0;
      row(
          "loan",
          List.of(
              "id",
              "public_id",
              "authority_id",
              "device_id",
              "pupil_id",
              "school_id",
              "category",
              "state",
              "checked_out_at",
              "checked_out_by",
              "due_on"),
          loan,
          id("loan" + i),
          authority,
          devices.get(i),
          pupils.get(i),
          school,
          "LAPTOP",
          lost ? "LOST" : "OPEN",
          sample.now().minusSeconds(2_000_000),
          MANAGER,
          LocalDate.of(sample.schoolYear().getYear() + 1, 6, 25));
      try (PreparedStatement update =
          sample
              .connection()
              .prepareStatement(
                  "update device set state = ?, open_loan_id = ?, storage = null,"
                      + " last_seen_at = created_at, state_reason = ? where id = ?")) {
        update.setString(1, lost ? "LOST" : "ON_LOAN");
        update.setLong(2, loan);
        update.setString(3, lost ? "Oublié au gymnase" : null);
        update.setLong(4, devices.get(i));
        update.executeUpdate();
      }
    }
  }

  private SampleAccess.Login manager() throws SQLException {
    long account = sample.ids("account_seq").next();
    String password = Secret.random();
    try (SamplePeople people = new SamplePeople(sample, authority)) {
      people
          .accounts()
          .official(
              new NewAccount(
                  account, id("account"), MANAGER, LOGIN + "@sarne.example", sample.now()),
              LOGIN,
              PasswordHash.of(password));
      people
          .accounts()
          .grant(
              new Given(sample.ids("role_grant_seq").next(), id("grant"), sample.now(), MANAGER),
              account,
              Role.REGION_MANAGER,
              null);
    }
    return new SampleAccess.Login(LOGIN, password, MANAGER, Role.REGION_MANAGER);
  }

  private void row(String table, List<String> columns, Object... values) throws SQLException {
    try (Rows rows = new Rows(sample.connection(), table, columns)) {
      rows.add(values);
    }
  }

  static String plain(String name) {
    return java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toUpperCase(Locale.ROOT);
  }

  private static UUID id(String name) {
    return UUID.nameUUIDFromBytes((NAME + name).getBytes(StandardCharsets.UTF_8));
  }
}
