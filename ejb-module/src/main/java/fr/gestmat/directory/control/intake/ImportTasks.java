package fr.gestmat.directory.control.intake;

import fr.gestmat.job.boundary.BackgroundTasks;
import fr.gestmat.job.boundary.TaskView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds the task that works, or worked last, on an import. */
@ApplicationScoped
public class ImportTasks {

  @PersistenceContext private EntityManager entities;
  @Inject private BackgroundTasks tasks;

  /** The latest task of an import. */
  public Optional<TaskView> latest(UUID importId) {
    List<Object[]> found =
        entities
            .createQuery(
                "select t.publicId, t.ownerAccountId from BackgroundTask t, DirectoryImport i where"
                    + " i.publicId = :id and t.authorityId = i.authorityId and t.kind = :kind and"
                    + " t.parameters = :parameters order by t.id desc",
                Object[].class)
            .setParameter("id", importId)
            .setParameter("kind", ImportWork.KIND)
            .setParameter("parameters", importId.toString())
            .setMaxResults(1)
            .getResultList();
    return found.stream().findFirst().flatMap(row -> tasks.find((UUID) row[0], (Long) row[1]));
  }
}
