package fr.gestmat.lending.boundary.desk;

import fr.gestmat.access.Caller;
import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Role;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.entity.School;
import fr.gestmat.directory.entity.SchoolClass;
import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.NewTask;
import fr.gestmat.journal.boundary.Journal;
import fr.gestmat.lending.control.paper.ClassSheetWork;
import fr.gestmat.lending.control.paper.ClassSheets;
import fr.gestmat.lending.control.paper.CommandSheet;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** The paper beside a desk: command cards, and the codes of the pupils of a class. */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER"})
public class DeskPapers {

  @PersistenceContext private EntityManager entities;
  @Inject private CurrentCaller caller;
  @Inject private ClassSheets sheets;
  @Inject private BackgroundTasks tasks;
  @Inject private Journal journal;

  /**
   * Writes the command cards as a PDF.
   *
   * @throws IOException when the file cannot be written
   */
  public void writeCommands(Path target) throws IOException {
    CommandSheet.write(target);
  }

  /**
   * Writes the sheet of a class as a PDF.
   *
   * @param classId public id of the class
   * @param target the file to write; it appears complete or not at all
   * @return the name of the class; empty if there is none for the caller, and nothing is written
   * @throws IOException when the file cannot be written
   */
  public Optional<String> writeClass(UUID classId, Path target) throws IOException {
    Optional<SchoolClass> found =
        entities
            .createQuery("select c from SchoolClass c where c.publicId = :id", SchoolClass.class)
            .setParameter("id", classId)
            .getResultStream()
            .findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    School school = entities.find(School.class, found.get().schoolId());
    if (!covers(school)) {
      return Optional.empty();
    }
    int pupils = sheets.ofClass(found.get().id(), school.name(), target);
    ClassSheetWork.printed(journal, caller.get(), school.id(), pupils);
    return Optional.of(found.get().name());
  }

  /**
   * Orders the sheets of all classes of a school, in the background.
   *
   * @param uai the school
   * @return public id of the task; empty if there is no such school for the caller
   */
  public Optional<UUID> orderSchool(String uai) {
    Caller who = caller.get();
    return entities
        .createQuery(
            "select s from School s where s.uai = :uai and s.authorityId = :authority",
            School.class)
        .setParameter("uai", uai)
        .setParameter("authority", who.authorityId())
        .getResultStream()
        .findFirst()
        .filter(this::covers)
        .map(
            school ->
                tasks.handIn(
                    new NewTask(
                        ClassSheetWork.KIND,
                        who.authorityId(),
                        school.id(),
                        who.accountId(),
                        who.name(),
                        ClassSheetWork.parameters(school.id()))));
  }

  private boolean covers(School school) {
    Scope scope = caller.get().scope(Role.LOAN_AGENT, Role.LOAN_MANAGER);
    return school.authorityId() == scope.authorityId() && scope.covers(school.id());
  }
}
