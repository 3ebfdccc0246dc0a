package fr.gestmat.directory.boundary;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.directory.boundary.PupilFile.ClassName;
import fr.gestmat.directory.boundary.PupilFile.GuardianLine;
import fr.gestmat.directory.control.DirectoryRows;
import fr.gestmat.directory.control.DirectoryRows.Query;
import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.directory.entity.GuardianshipKind;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pupils and guardians that the caller may see, one at a time. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class People {

  private static final int CHILDREN = 50;

  @Inject private CurrentCaller caller;
  @Inject private DirectoryRows rows;
  @Inject private Journal journal;

  /** A pupil; absent if the caller may not see them, or there is none. */
  public Optional<PupilFile> pupil(UUID id) {
    Query query =
        Query.of(
                "select "
                    + PupilRows.COLUMNS
                    + ", p.ine, g.label, p.boarding_status, p.meals_a_week, p.boarding_text,"
                    + " p.left_on, p.id from pupil p join school s on s.id = p.school_id left join"
                    + " school_class c on c.id = p.class_id left join grade g on g.id = p.grade_id"
                    + " where p.public_id = ? and",
                id.toString())
            .and(Reach.condition(Reach.of(caller.get())));
    return rows.all(this::pupilFile, query).stream().findFirst();
  }

  private PupilFile pupilFile(ResultSet row) throws SQLException {
    return new PupilFile(
        PupilRows.line(row),
        Optional.ofNullable(row.getString(10)),
        Optional.ofNullable(row.getString(11)),
        Optional.ofNullable(row.getString(12)).map(BoardingStatus::valueOf),
        Optional.ofNullable(row.getObject(13, Integer.class)),
        Optional.ofNullable(row.getString(14)),
        Optional.ofNullable(row.getObject(15, LocalDate.class)),
        classes(row.getLong(16)),
        groups(row.getLong(16)),
        guardians(row.getLong(16)));
  }

  private List<ClassName> classes(long pupil) {
    return rows.all(
        row -> new ClassName(UUID.fromString(row.getString(1)), row.getString(2)),
        Query.of(
            "select c.public_id, c.name from pupil_class k join school_class c on c.id ="
                + " k.class_id join pupil p on p.id = k.pupil_id where k.pupil_id = ? order by"
                + " (c.id <=> p.class_id) desc, c.name",
            pupil));
  }

  private List<String> groups(long pupil) {
    return rows.all(
        row -> row.getString(1),
        Query.of("select name from pupil_group where pupil_id = ? order by name", pupil));
  }

  private List<GuardianLine> guardians(long pupil) {
    return rows.all(
        row ->
            new GuardianLine(
                Optional.ofNullable(row.getString(1)).map(UUID::fromString),
                Stream.of(row.getString(2), row.getString(3))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" ")),
                GuardianshipKind.valueOf(row.getString(4)),
                row.getBoolean(5),
                row.getBoolean(6),
                row.getBoolean(7)),
        Query.of(
            "select g.public_id, g.given_name, g.family_name, l.kind, l.parental_authority,"
                + " l.pays_fees, l.is_contact from guardianship l left join guardian g on g.id ="
                + " l.guardian_id where l.pupil_id = ? order by l.parental_authority desc,"
                + " l.rank_order, l.guardian_external_id",
            pupil));
  }

  /**
   * A guardian with the pupils whom the caller may see; absent if there is none of them. Reading a
   * family's file leaves a line in the journal for each of these pupils.
   */
  public Optional<GuardianFile> guardian(UUID id) {
    Query query =
        Query.of(
                "select "
                    + PupilRows.COLUMNS
                    + ", l.kind, l.parental_authority, p.id, s.id, g.id, g.title, g.family_name,"
                    + " g.given_name, g.email, g.mobile, g.phone, g.address, g.postal_code, g.town,"
                    + " g.country from guardian g join guardianship l on l.guardian_id = g.id join"
                    + " pupil p on p.id = l.pupil_id join school s on s.id = p.school_id left join"
                    + " school_class c on c.id = p.class_id where g.public_id = ? and",
                id.toString())
            .and(Reach.condition(Reach.of(caller.get())))
            .and(" order by p.birth_date desc, p.id limit " + CHILDREN);
    List<Found> found = rows.all(Found::of, query);
    found.forEach(this::journalRead);
    return found.stream().findFirst().map(one -> one.file(id, found));
  }

  /** A row of the query above: the guardian with one of the pupils. */
  private record Found(
      GuardianFile.Child child, long pupil, long school, long guardian, GuardianFile person) {

    static Found of(ResultSet row) throws SQLException {
      String place =
          Stream.of(row.getString(22), row.getString(23))
              .filter(Objects::nonNull)
              .collect(Collectors.joining(" "));
      String address =
          Stream.of(row.getString(21), place, row.getString(24))
              .filter(part -> part != null && !part.isBlank())
              .collect(Collectors.joining("\n"));
      return new Found(
          new GuardianFile.Child(
              PupilRows.line(row), GuardianshipKind.valueOf(row.getString(10)), row.getBoolean(11)),
          row.getLong(12),
          row.getLong(13),
          row.getLong(14),
          new GuardianFile(
              new UUID(0, 0),
              Optional.ofNullable(row.getString(15)),
              row.getString(16),
              row.getString(17),
              Optional.ofNullable(row.getString(18)),
              Optional.ofNullable(row.getString(19)),
              Optional.ofNullable(row.getString(20)),
              address.isEmpty() ? Optional.empty() : Optional.of(address),
              List.of()));
    }

    GuardianFile file(UUID id, List<Found> all) {
      return new GuardianFile(
          id,
          person.title(),
          person.familyName(),
          person.givenName(),
          person.email(),
          person.mobile(),
          person.phone(),
          person.address(),
          all.stream().map(Found::child).toList());
    }
  }

  private void journalRead(Found found) {
    Caller who = caller.get();
    journal.write(
        new JournalEvent(
            who.authorityId(),
            found.school(),
            who.accountId(),
            who.name(),
            "FAMILY_FILE_READ",
            "GUARDIAN",
            found.guardian(),
            found.pupil(),
            null));
  }
}
