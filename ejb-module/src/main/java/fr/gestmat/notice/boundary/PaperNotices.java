package fr.gestmat.notice.boundary;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Scope;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.notice.control.Letters;
import fr.gestmat.notice.control.PaperRows;
import fr.gestmat.reports.document.FamilyLetters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Families that nobody can mail: who they are, by class, and what to print for them. */
@Stateless
@RolesAllowed({"LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class PaperNotices {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private PaperRows rows;
  @Inject private Journal journal;
  @Inject private Clock clock;

  private record Place(long id, String name, String authority, String zone) {}

  /**
   * What waits on paper in a school.
   *
   * @param classes what to print, by class
   * @param upTo the latest notice among it; what comes later was not seen
   * @param unreachable pupils of whose family nobody has an address, by class
   */
  public record Overview(
      List<PaperRows.OfClass> classes, long upTo, List<PaperRows.Unreachable> unreachable) {}

  /** What waits in a school that the caller may see. */
  public Optional<Overview> of(String uai) {
    return school(uai)
        .map(
            school -> {
              List<PaperRows.OfClass> classes = rows.classes(school.id());
              return new Overview(
                  classes,
                  classes.stream().mapToLong(PaperRows.OfClass::latest).max().orElse(0),
                  rows.unreachable(school.id()));
            });
  }

  /**
   * Writes what waits and still holds as letters, one page for each pupil, class by class. It
   * changes nothing.
   *
   * @param upTo not what came after this notice
   * @param target the file to write; it appears complete or not at all
   * @return whether there is such a school for the caller
   */
  public boolean print(String uai, long upTo, Path target) throws IOException {
    Optional<Place> school = school(uai);
    if (school.isPresent()) {
      Place place = school.get();
      LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneId.of(place.zone()));
      FamilyLetters.<IOException>write(
          target,
          place.authority(),
          place.name(),
          day,
          sink -> {
            for (PaperRows.ForPupil pupil : rows.letters(place.id(), upTo)) {
              sink.accept(
                  new FamilyLetters.Letter(
                      pupil.name(),
                      pupil.schoolClass(),
                      Letters.subject(pupil.lines()),
                      Letters.parts(pupil.lines()).stream()
                          .map(part -> new FamilyLetters.Part(part.intro(), part.lines()))
                          .toList()));
            }
          });
    }
    return school.isPresent();
  }

  /**
   * Takes note that what waited up to a notice was printed. What does not hold any more is in no
   * letter and is dropped with this reason.
   *
   * @return how many notices of both; empty if there is no such school for the caller
   */
  public Optional<PaperRows.Printed> printed(String uai, long upTo) {
    return school(uai)
        .map(
            school -> {
              PaperRows.Printed done = rows.printed(school.id(), upTo);
              Caller who = caller.get();
              journal.write(
                  new JournalEvent(
                      who.authorityId(),
                      school.id(),
                      who.accountId(),
                      who.name(),
                      "NOTICES_PRINTED",
                      "MAIL",
                      null,
                      null,
                      Json.createObjectBuilder()
                          .add("notices", done.printed())
                          .add("outOfDate", done.outOfDate())
                          .build()
                          .toString()));
              return done;
            });
  }

  private Optional<Place> school(String uai) {
    Scope scope = caller.get().scope(MailBook.READERS);
    List<?> found =
        entities
            .createNativeQuery(
                "select s.id, s.name, a.name, a.time_zone from school s join local_authority a"
                    + " on a.id = s.authority_id where s.authority_id = ? and s.uai = ?")
            .setParameter(1, scope.authorityId())
            .setParameter(2, uai)
            .getResultList();
    return found.stream()
        .map(Object[].class::cast)
        .map(
            row ->
                new Place(
                    ((Number) row[0]).longValue(),
                    (String) row[1],
                    (String) row[2],
                    (String) row[3]))
        .filter(school -> scope.covers(school.id()))
        .findFirst();
  }
}
