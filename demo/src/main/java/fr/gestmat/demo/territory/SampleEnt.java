package fr.gestmat.demo.territory;

import fr.gestmat.demo.ent.EntPerson;
import fr.gestmat.demo.ent.EntPerson.Child;
import fr.gestmat.demo.ent.EntPerson.Profile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The people of the territory as the simulated ENT knows them. */
final class SampleEnt {

  private static final String PUPILS =
      "SELECT p.external_id, p.given_name, p.family_name, s.uai FROM pupil p JOIN school s ON s.id ="
          + " p.school_id WHERE p.status = 'ACTIVE' AND p.source = ? AND %s EXISTS (SELECT 1 FROM"
          + " loan l WHERE l.pupil_id = p.id AND l.state <> 'CLOSED') ORDER BY p.id LIMIT 2";

  private static final String GUARDIANS =
      "SELECT g.external_id, g.given_name, g.family_name FROM guardian g JOIN guardianship h ON"
          + " h.guardian_id = g.id WHERE g.source = ? GROUP BY g.id ORDER BY COUNT(*) DESC, g.id"
          + " LIMIT 2";

  private static final String CHILDREN =
      "SELECT p.external_id, s.uai FROM guardianship h JOIN pupil p ON p.id = h.pupil_id JOIN"
          + " school s ON s.id = p.school_id WHERE h.guardian_external_id = ? ORDER BY p.id";

  private static final EntPerson.Tile LENDING =
      new EntPerson.Tile("Prêt de matériel", SampleTerritory.ENTRANCE);

  private SampleEnt() {}

  static List<EntPerson> people(Connection connection) throws SQLException {
    List<EntPerson> people = new ArrayList<>();
    SampleStaff.MEMBERS.forEach(member -> people.add(staff(member)));
    people.addAll(pupils(connection, "", "élève qui a un ordinateur"));
    people.addAll(pupils(connection, "NOT", "élève sans ordinateur"));
    people.addAll(guardians(connection));
    people.addAll(SampleMealAid.people(SampleDepartment.UAI));
    return List.copyOf(people);
  }

  private static EntPerson staff(SampleStaff.Member member) {
    return new EntPerson(
        "ent" + member.externalId(),
        member.externalId(),
        member.givenName(),
        member.familyName(),
        member.profile(),
        member.schools().stream().map(SampleSchool.ALL::get).map(SampleSchool::uai).toList(),
        List.of(),
        LENDING,
        member.about());
  }

  private static List<EntPerson> pupils(Connection connection, String having, String about)
      throws SQLException {
    List<EntPerson> pupils = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(PUPILS.formatted(having))) {
      query.setString(1, SamplePupils.SOURCE);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          pupils.add(
              new EntPerson(
                  "ent" + rows.getString(1),
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  Profile.ELV,
                  List.of(rows.getString(4)),
                  List.of(),
                  LENDING,
                  about));
        }
      }
    }
    return pupils;
  }

  private static List<EntPerson> guardians(Connection connection) throws SQLException {
    List<EntPerson> guardians = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(GUARDIANS)) {
      query.setString(1, SamplePupils.SOURCE);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          List<Child> children = children(connection, rows.getString(1));
          guardians.add(
              new EntPerson(
                  "ent" + rows.getString(1),
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  Profile.TUT,
                  children.stream().map(Child::uai).distinct().toList(),
                  children,
                  LENDING,
                  "responsable de " + children.size() + " élèves"));
        }
      }
    }
    return guardians;
  }

  private static List<Child> children(Connection connection, String guardian) throws SQLException {
    List<Child> children = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(CHILDREN)) {
      query.setString(1, guardian);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          children.add(new Child(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return children;
  }
}
