package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.directory.boundary.GuardianFile;
import fr.gestmat.directory.boundary.People;
import fr.gestmat.directory.boundary.PupilFile;
import fr.gestmat.directory.boundary.PupilLine;
import fr.gestmat.directory.boundary.PupilSearch;
import fr.gestmat.directory.boundary.SchoolLine;
import fr.gestmat.directory.boundary.Schools;
import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.directory.entity.GuardianshipKind;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each role may see of the directory, and how pupils are found. */
class DirectoryPagesInContainerIT extends InContainerTest {

  @Inject private Acting acting;
  @Inject private Territory territory;
  @Inject private Schools schools;
  @Inject private People people;
  @Inject private PupilSearch search;

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  private long authority;
  private long schoolA;
  private long schoolB;
  private UUID anais;

  @BeforeEach
  void twoSchools() throws SQLException {
    authority = territory.authority();
    schoolA = school("0991001A", "Lycée Éluard");
    schoolB = school("0991002B", "Lycée des Quatre-Vents");
    anais = pupil(schoolA, "Le Goff", "Anaïs");
    pupil(schoolA, "Martin", "Jean-Éloi");
    pupil(schoolB, "Legoff", "Annabelle");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "le goff anais",
        "anaïs legoff",
        "LE GOFF",
        "goff",
        "ana le",
        "Le-Goff",
        "legof a"
      })
  void aPupilIsFoundByTheBeginningOfAnyNameInAnyOrder(String typed) throws Exception {
    assertThat(find(Territory.on(authority, Role.LOAN_AGENT, schoolA), typed))
        .extracting(PupilLine::id)
        .containsExactly(anais);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "'", "x", "legoffx", "le goff jean", "%", "\u0000", "😀"})
  void whatNobodyIsCalledFindsNobody(String typed) throws Exception {
    assertThat(find(Territory.on(authority, Role.LOAN_AGENT, schoolA), typed)).isEmpty();
  }

  @Test
  void aSearchStaysInsideTheSchoolsOfTheCaller() throws Exception {
    assertThat(find(Territory.on(authority, Role.LOAN_AGENT, schoolB), "legoff"))
        .extracting(PupilLine::givenName)
        .containsExactly("Annabelle");
    assertThat(find(Territory.on(authority, Role.REGION_MANAGER), "legoff")).hasSize(2);
    assertThat(find(Territory.on(territory.authority(), Role.REGION_MANAGER), "legoff")).isEmpty();
  }

  @Test
  void l043_whatOneMayNotSeeLooksLikeWhatDoesNotExist() throws Exception {
    Caller stranger = Territory.on(authority, Role.LOAN_MANAGER, schoolB);

    assertThat(pupil(stranger, anais)).isEmpty();
    assertThat(pupil(stranger, new UUID(7, 7))).isEmpty();
    assertThat(acting.as(stranger, Role.LOAN_MANAGER, () -> schools.find("0991001A").isPresent()))
        .isFalse();
    assertThat(acting.as(stranger, Role.LOAN_MANAGER, () -> schools.list("", Optional.empty())))
        .extracting(SchoolLine::uai)
        .containsExactly("0991002B");
    assertThat(pupil(Territory.on(authority, Role.LOAN_MANAGER, schoolA), anais)).isPresent();
  }

  @Test
  void readingAFamilysFileLeavesALineForEachOfItsPupils() throws Exception {
    UUID guardian = guardian(anais, "Le Goff", "Bérengère");
    Caller agent = Territory.on(authority, Role.LOAN_AGENT, schoolA);

    Optional<GuardianFile> file =
        acting.as(agent, Role.LOAN_AGENT, () -> people.guardian(guardian));

    assertThat(file.orElseThrow().children())
        .extracting(c -> c.pupil().id(), GuardianFile.Child::kind)
        .containsExactly(org.assertj.core.api.Assertions.tuple(anais, GuardianshipKind.MOTHER));
    assertThat(
            territory.number(
                "select count(*) from journal_entry where authority_id = ? and action ="
                    + " 'FAMILY_FILE_READ' and pupil_id is not null",
                authority))
        .isEqualTo(1);
    Caller stranger = Territory.on(authority, Role.LOAN_AGENT, schoolB);
    assertThat(acting.as(stranger, Role.LOAN_AGENT, () -> people.guardian(guardian).isPresent()))
        .isFalse();
  }

  @Test
  void eachPageCostsTheSameFewStatementsWhateverItShows() throws Exception {
    Caller region = Territory.on(authority, Role.REGION_MANAGER);
    UUID guardian = guardian(anais, "Le Goff", "Bérengère");
    UUID inClass = schoolClass(schoolA, "2DE 1", anais);

    for (int i = 0; i < 2; i++) {
      assertThat(selects(region, () -> schools.list("", Optional.empty()))).isEqualTo(1);
      assertThat(selects(region, () -> schools.find("0991001A"))).isEqualTo(2);
      assertThat(selects(region, () -> schools.findClass("0991001A", inClass))).isEqualTo(2);
      assertThat(selects(region, () -> people.pupil(anais))).isEqualTo(4);
      assertThat(selects(region, () -> people.guardian(guardian))).isEqualTo(1);
      assertThat(selects(region, () -> search.find("leg"))).isEqualTo(1 + 1);
      assertThat(selects(region, () -> search.find("leg ann"))).isEqualTo(2 + 1);
      for (int more = 0; more < 20; more++) {
        school("099%04dX".formatted(i * 20 + more), "Lycée " + more);
        pupil(schoolA, "Legrand", "Annie");
      }
    }
  }

  private long selects(Caller caller, Callable<?> work) throws Exception {
    return StatementCount.selects(database, () -> acting.as(caller, Role.REGION_MANAGER, work));
  }

  private UUID schoolClass(long school, String name, UUID pupil) throws SQLException {
    UUID publicId = UUID.randomUUID();
    long id = territory.number("select nextval(school_class_seq)");
    territory.run(
        "insert into school_class (id, public_id, school_id, name) values (?, ?, ?, ?)",
        id,
        publicId.toString(),
        school,
        name);
    territory.run(
        "insert into pupil_class (pupil_id, class_id) select id, ? from pupil where public_id = ?",
        id,
        pupil.toString());
    return publicId;
  }

  private List<PupilLine> find(Caller caller, String typed) throws Exception {
    Role role = caller.roles().iterator().next().role();
    return acting.as(caller, role, () -> search.find(typed)).pupils();
  }

  private Optional<PupilFile> pupil(Caller caller, UUID id) throws Exception {
    return acting.as(caller, Role.LOAN_MANAGER, () -> people.pupil(id));
  }

  private long school(String uai, String name) throws SQLException {
    long id = territory.number("select nextval(school_seq)");
    territory.run(
        "insert into school (id, public_id, authority_id, uai, name) values (?, uuid(), ?, ?, ?)",
        id,
        authority,
        uai,
        name);
    return id;
  }

  private UUID pupil(long school, String familyName, String givenName) throws SQLException {
    long id = territory.number("select nextval(pupil_seq)");
    UUID publicId = UUID.randomUUID();
    territory.run(
        "insert into pupil (id, public_id, authority_id, school_id, source, external_id,"
            + " family_name, given_name, search_name) values (?, ?, ?, ?, 'AAF', ?, ?, ?, ?)",
        id,
        publicId.toString(),
        authority,
        school,
        "" + id,
        familyName,
        givenName,
        NameKey.line(familyName, givenName));
    for (String token : NameKey.tokens(familyName, givenName)) {
      territory.run(
          "insert into pupil_name_token (pupil_id, token, school_id, authority_id) values (?, ?, ?,"
              + " ?)",
          id,
          token,
          school,
          authority);
    }
    return publicId;
  }

  private UUID guardian(UUID pupil, String familyName, String givenName) throws SQLException {
    long id = territory.number("select nextval(guardian_seq)");
    UUID publicId = UUID.randomUUID();
    territory.run(
        "insert into guardian (id, public_id, authority_id, source, external_id, family_name,"
            + " given_name) values (?, ?, ?, 'AAF', ?, ?, ?)",
        id,
        publicId.toString(),
        authority,
        "" + id,
        familyName,
        givenName);
    territory.run(
        "insert into guardianship (pupil_id, guardian_external_id, guardian_id, kind, rank_order,"
            + " parental_authority, pays_fees, is_contact) select p.id, ?, ?, 'MOTHER', 1, true,"
            + " true, true from pupil p where p.public_id = ?",
        "" + id,
        id,
        pupil.toString());
    return publicId;
  }
}
