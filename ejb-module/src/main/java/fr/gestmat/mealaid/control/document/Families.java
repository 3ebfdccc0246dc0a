package fr.gestmat.mealaid.control.document;

import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.Applicant;
import fr.gestmat.mealaid.entity.document.Side;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks up who takes part in an application. */
@ApplicationScoped
public class Families {

  @PersistenceContext private EntityManager entities;

  /** An application of this authority by the id that the outside knows. */
  Optional<AidApplication> application(UUID id, long authorityId) {
    return entities
        .createQuery(
            "select a from AidApplication a where a.publicId = :id and a.authorityId = :authority",
            AidApplication.class)
        .setParameter("id", id)
        .setParameter("authority", authorityId)
        .getResultStream()
        .findFirst();
  }

  /** Who takes part. */
  Family of(AidApplication application) {
    List<Family.Member> members = new ArrayList<>();
    Applicant applicant = application.applicant();
    members.add(new Family.Member(Side.HOUSEHOLD, applicant.accountId(), applicant.guardianId()));
    List<?> rows =
        entities
            .createNativeQuery(
                "select kind, account_id, guardian_id from aid_contributor where application_id ="
                    + " ?1 order by id")
            .setParameter(1, application.id())
            .getResultList();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      members.add(
          new Family.Member(
              "SEPARATED".equals(columns[0]) ? Side.SEPARATED : Side.HOUSEHOLD,
              number(columns[1]),
              number(columns[2])));
    }
    return new Family(members);
  }

  private static @Nullable Long number(@Nullable Object column) {
    return column == null ? null : ((Number) column).longValue();
  }
}
