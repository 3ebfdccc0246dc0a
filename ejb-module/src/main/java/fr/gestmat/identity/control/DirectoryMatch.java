package fr.gestmat.identity.control;

import fr.gestmat.identity.boundary.SignOnAttributes;
import fr.gestmat.identity.entity.Account;
import fr.gestmat.identity.entity.IdentityProvider;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Who in the directory a portal means: by the directory id alone, never by a name, and only where
 * the person has to do with a school that the portal may speak for.
 */
@ApplicationScoped
public class DirectoryMatch {

  @Resource(lookup = "jdbc/gestmat")
  private DataSource database;

  /** Says in the account who it is in the directory today. */
  public void match(Account account, IdentityProvider portal, SignOnAttributes attributes) {
    Optional<String> id = attributes.directoryId();
    account.match(
        id.flatMap(key -> find(PUPIL, portal, key)).orElse(null),
        id.flatMap(key -> find(GUARDIAN, portal, key)).orElse(null),
        id.flatMap(key -> find(STAFF, portal, key)).orElse(null));
  }

  private static final String PUPIL =
      """
      select p.id from pupil p
        join identity_provider_school ps on ps.school_id = p.school_id and ps.provider_id = ?
       where p.authority_id = ? and p.external_id = ? limit 2""";

  private static final String GUARDIAN =
      """
      select distinct g.id from guardian g
        join guardianship l on l.guardian_id = g.id
        join pupil p on p.id = l.pupil_id
        join identity_provider_school ps on ps.school_id = p.school_id and ps.provider_id = ?
       where g.authority_id = ? and g.external_id = ? limit 2""";

  private static final String STAFF =
      """
      select distinct m.id from staff_member m
        join staff_member_school ms on ms.staff_member_id = m.id
        join identity_provider_school ps on ps.school_id = ms.school_id and ps.provider_id = ?
       where m.authority_id = ? and m.external_id = ? limit 2""";

  /** The one row of that id; two feeds that both use the id leave the person unmatched. */
  private Optional<Long> find(String sql, IdentityProvider portal, String externalId) {
    var found =
        Rows.select(
            database, row -> row.getLong("id"), sql, portal.id(), portal.authorityId(), externalId);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
