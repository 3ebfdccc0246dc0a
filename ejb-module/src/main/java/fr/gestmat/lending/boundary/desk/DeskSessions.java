package fr.gestmat.lending.boundary.desk;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.entity.LocalAuthority;
import fr.gestmat.directory.entity.School;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.journal.entity.JournalEvent;
import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.desk.SessionReader;
import fr.gestmat.lending.control.desk.SessionScan;
import fr.gestmat.reports.document.SessionReceipt;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What the caller scanned in a session at a desk: the summary at its end, and the receipt. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER"})
public class DeskSessions {

  /** A session does not last longer; an older beginning shows its first day. */
  private static final Duration LONGEST = Duration.ofHours(24);

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private SessionReader reader;
  @Inject private Journal journal;
  @Inject private Clock clock;

  /**
   * What the caller scanned at a school.
   *
   * @param uai the school
   * @param from when the session began
   * @return absent if there is no such school for the caller
   */
  public Optional<DeskSession> since(String uai, Instant from) {
    return school(uai).map(school -> session(school, from));
  }

  /** The caller's last scan at a school within twelve hours that can be undone, if there is one. */
  public Optional<UUID> lastUndoable(String uai) {
    Instant from = clock.instant().minus(Duration.ofHours(12));
    return school(uai)
        .flatMap(school -> reader.lastUndoable(caller.get().accountId(), school.id(), from));
  }

  /**
   * Writes the receipt of a session as a PDF.
   *
   * @param uai the school
   * @param from when the session began
   * @param sentences puts a reason into words
   * @param target the file to write; it appears complete or not at all
   * @return whether there is such a school for the caller, and the file was written
   * @throws IOException when the file cannot be written
   */
  public boolean writeReceipt(
      String uai, Instant from, Function<Finding, String> sentences, Path target)
      throws IOException {
    Optional<School> school = school(uai);
    if (school.isEmpty()) {
      return false;
    }
    DeskSession session = session(school.get(), from);
    session
        .receipt()
        .<IOException>write(
            target,
            sink -> {
              for (SessionScan scan : session.scans()) {
                sink.accept(scan.line(sentences));
              }
            });
    Caller who = caller.get();
    journal.write(
        new JournalEvent(
            who.authorityId(),
            school.get().id(),
            who.accountId(),
            who.name(),
            "RECEIPT_WRITTEN",
            "DESK_SESSION",
            null,
            null,
            null));
    return true;
  }

  private DeskSession session(School school, Instant from) {
    LocalAuthority authority = entities.find(LocalAuthority.class, school.authorityId());
    Caller who = caller.get();
    List<SessionScan> scans = reader.scans(who.accountId(), school.id(), from, from.plus(LONGEST));
    Instant end = scans.isEmpty() ? clock.instant() : scans.get(scans.size() - 1).at();
    return new DeskSession(
        new SessionReceipt(
            authority.name(),
            school.name(),
            who.name(),
            scans.isEmpty() ? from : scans.get(0).at(),
            end,
            ZoneId.of(authority.timeZone())),
        scans);
  }

  private Optional<School> school(String uai) {
    Scope scope = caller.get().scope(Role.LOAN_AGENT, Role.LOAN_MANAGER);
    return entities
        .createQuery(
            "select s from School s where s.uai = :uai and s.authorityId = :authority",
            School.class)
        .setParameter("uai", uai)
        .setParameter("authority", scope.authorityId())
        .getResultStream()
        .findFirst()
        .filter(school -> scope.covers(school.id()));
  }
}
