package fr.gestmat.identity.boundary;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.directory.boundary.PersonalData;
import fr.gestmat.directory.boundary.PersonalData.Person;
import fr.gestmat.directory.control.DirectoryRows;
import fr.gestmat.directory.control.DirectoryRows.Query;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.identity.control.person.PersonalArchive;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Everything that the product knows of one person, made by an administrator when the person asks
 * for it (GDPR, articles 15 and 20). Each time leaves a line in the journal.
 */
@Stateless
@RolesAllowed("ADMIN")
public class PersonalExport {

  @Inject private CurrentCaller caller;
  @Inject private DirectoryRows rows;
  @Inject private FileStore files;
  @Inject private PersonalArchive archive;
  @Inject private Journal journal;
  @Inject @Any private Instance<PersonalData> parts;

  /** As what somebody is known. */
  public enum Kind {
    /** A pupil of the directory. */
    PUPIL,
    /** Somebody responsible for pupils. */
    GUARDIAN,
    /** Somebody who signs on, families that no portal knows among them. */
    ACCOUNT
  }

  /**
   * Somebody.
   *
   * @param kind as what
   * @param id public id
   * @param name the person's name
   */
  public record Somebody(Kind kind, UUID id, String name) {}

  /**
   * A whole file.
   *
   * @param content where it is; whoever takes it deletes it
   * @param name name for people
   */
  public record Made(Path content, String name) {}

  private record Found(long key, String name, Person person) {}

  /** Somebody of the authority; empty if there is none. */
  public Optional<Somebody> find(Kind kind, UUID id) {
    return lookUp(kind, id).map(one -> new Somebody(kind, id, one.name()));
  }

  /**
   * Makes the file.
   *
   * @return empty if there is nobody of this id
   * @throws IOException if it could not be written whole; nothing is left then
   */
  public Optional<Made> make(Kind kind, UUID id) throws IOException {
    Optional<Found> found = lookUp(kind, id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Path file = files.newFile();
    try {
      int kept =
          archive.write(file, found.get().name(), found.get().person(), parts.stream().toList());
      write(kind, found.get(), kept);
      return Optional.of(new Made(file, "donnees-personnelles-" + id + ".zip"));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private void write(Kind kind, Found found, int kept) {
    Caller who = caller.get();
    journal.write(
        new JournalEvent(
            who.authorityId(),
            null,
            who.accountId(),
            who.name(),
            "PERSONAL_DATA_EXPORTED",
            kind.name(),
            found.key(),
            kind == Kind.PUPIL ? found.key() : null,
            Json.createObjectBuilder().add("files", kept).build().toString()));
  }

  private Optional<Found> lookUp(Kind kind, UUID id) {
    return switch (kind) {
      case PUPIL -> person("pupil", "concat(given_name, ' ', family_name)", "pupil_id", id);
      case GUARDIAN ->
          person("guardian", "concat(given_name, ' ', family_name)", "guardian_id", id);
      case ACCOUNT -> account(id);
    };
  }

  private Optional<Found> person(String table, String name, String column, UUID id) {
    long authority = caller.get().authorityId();
    return rows
        .all(
            row -> new Known(row.getLong(1), row.getString(2)),
            Query.of(
                "select id, "
                    + name
                    + " from "
                    + table
                    + " where public_id = ?"
                    + " and authority_id = ?",
                id.toString(),
                authority))
        .stream()
        .findFirst()
        .map(
            one -> {
              Set<Long> accounts =
                  new HashSet<>(
                      rows.all(
                          row -> row.getLong(1),
                          Query.of("select id from account where " + column + " = ?", one.key())));
              Set<Long> self = Set.of(one.key());
              boolean pupil = table.equals("pupil");
              return new Found(
                  one.key(),
                  one.name(),
                  new Person(
                      authority, accounts, pupil ? Set.of() : self, pupil ? self : Set.of()));
            });
  }

  private record Known(long key, String name) {}

  private Optional<Found> account(UUID id) {
    long authority = caller.get().authorityId();
    List<Found> found =
        rows.all(
            row ->
                new Found(
                    row.getLong(1),
                    row.getString(2),
                    new Person(
                        authority,
                        Set.of(row.getLong(1)),
                        one(row.getObject(3, Long.class)),
                        one(row.getObject(4, Long.class)))),
            Query.of(
                "select id, display_name, guardian_id, pupil_id from account where public_id = ?"
                    + " and authority_id = ?",
                id.toString(),
                authority));
    return found.stream().findFirst();
  }

  private static Set<Long> one(@org.jspecify.annotations.Nullable Long id) {
    return Stream.ofNullable(id)
        .filter(Objects::nonNull)
        .collect(java.util.stream.Collectors.toSet());
  }
}
