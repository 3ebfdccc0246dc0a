package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.LinkCodes;
import fr.gestmat.directory.entity.DirectoryImport;
import fr.gestmat.directory.entity.LocalAuthority;
import fr.gestmat.directory.entity.PupilsLeft;
import fr.gestmat.directory.entity.PupilsMoved;
import fr.gestmat.directory.entity.PupilsReturned;
import fr.gestmat.journal.boundary.InTransaction;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The steps of an import that commit: each leaves the directory whole and can be done again. */
@ApplicationScoped
@InTransaction(ofItsOwn = true)
public class ImportSteps {

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;
  @Inject private Event<PupilsMoved> moved;
  @Inject private Event<PupilsLeft> left;
  @Inject private Event<PupilsReturned> returned;

  /** The import of this id. */
  public Optional<DirectoryImport> find(UUID id) {
    return entities
        .createQuery(
            "select i from DirectoryImport i where i.publicId = :id", DirectoryImport.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Names and places of the set's files: public id and name of each. */
  public List<KeptFile> files(long importId) {
    return on(
        connection ->
            Sql.all(
                connection,
                row ->
                    new KeptFile(
                        UUID.fromString(row.getString(1)), row.getString(2), row.getLong(3)),
                "select stored_file_id, file_name, byte_count from directory_import_file where"
                    + " import_id = ? order by position",
                importId));
  }

  /** A file of the set that the file store keeps. */
  public record KeptFile(UUID id, String name, long size) {

    ImportFiles.Part at(Path content) {
      return new ImportFiles.Part(name, content, size);
    }
  }

  /** The set was read and compared. */
  public void ready(long importId, SetCounts counts, int guardiansNew, int guardiansChanged) {
    DirectoryImport found = entities.find(DirectoryImport.class, importId);
    found.ready(
        counts.pupils(),
        counts.guardians(),
        counts.staff(),
        counts.links(),
        counts.linkCodes().name(),
        clock.instant());
    found.guardiansCompared(guardiansNew, guardiansChanged);
  }

  /** A file of the set cannot be read. */
  public void refused(long importId) {
    entities.find(DirectoryImport.class, importId).refuse(clock.instant());
  }

  /** Writes schools and grades. */
  public void schoolsAndGrades(ImportSet set) {
    on(
        connection -> {
          new PeopleApplication(connection, set).schoolsAndGrades();
          return set;
        });
  }

  /** Writes some guardians, see {@link PeopleApplication#guardians}. */
  public Optional<String> guardians(ImportSet set, String after) {
    return on(connection -> new PeopleApplication(connection, set).guardians(after));
  }

  /**
   * The schools that are still to be applied: ours and accepted ones, without those where many
   * leave and nobody confirmed it.
   */
  public List<String> schoolsToApply(long importId) {
    return on(
        connection ->
            Sql.all(
                connection,
                row -> row.getString(1),
                "select uai from directory_import_school where import_id = ? and standing <>"
                    + " 'OTHER' and applied_at is null and not ("
                    + Leaving.MANY
                    + " and not leaving_confirmed) order by uai",
                importId));
  }

  /** Applies one school in one transaction and tells who moved, who left and who is back. */
  public void school(ImportSet set, DirectoryImport of, String uai) {
    LocalAuthority authority = entities.find(LocalAuthority.class, set.authorityId());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(authority.timeZone()));
    String by = of.confirmedBy().orElse(of.receivedBy());
    on(connection ->
            new SchoolApplication(
                    connection,
                    set,
                    of.linkCodes().map(LinkCodes::valueOf).orElse(LinkCodes.NEW),
                    by,
                    clock.instant())
                .apply(uai, today))
        .ifPresent(applied -> publish(set.authorityId(), applied, today, by));
  }

  private void publish(
      long authority, SchoolApplication.Applied applied, LocalDate today, String by) {
    long school = applied.schoolId();
    if (!applied.moved().isEmpty()) {
      moved.fire(new PupilsMoved(authority, school, applied.moved(), today, by));
    }
    if (!applied.left().isEmpty()) {
      left.fire(new PupilsLeft(authority, school, applied.left(), today, by));
    }
    if (!applied.returned().isEmpty()) {
      returned.fire(new PupilsReturned(authority, school, applied.returned(), today, by));
    }
  }

  /** Writes staff and waiting links, and ends the import, if nobody else ended it. */
  public void finish(ImportSet set) {
    DirectoryImport of =
        entities.find(DirectoryImport.class, set.importId(), LockModeType.PESSIMISTIC_WRITE);
    if (of.state().over()) {
      return;
    }
    int resolved =
        on(
            connection -> {
              PeopleApplication people = new PeopleApplication(connection, set);
              people.staff();
              return people.pendingLinks();
            });
    of.done(resolved, clock.instant());
  }

  private interface Step<T> {
    T on(Connection connection) throws SQLException;
  }

  /** On the connection of the transaction, which is rolled back when the database refuses. */
  private <T> T on(Step<T> step) {
    try (Connection connection = database.getConnection()) {
      return step.on(connection);
    } catch (SQLException e) {
      throw new StagingFailure(e);
    }
  }
}
