package fr.gestmat.lending.control.offline;

import fr.gestmat.lending.control.ScannedCode;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pupils whom a desk without network named by what it had at hand. */
@ApplicationScoped
public class OfflinePupils {

  @Inject private ReadModel database;

  /**
   * The one pupil of an authority with a card number, a number of the directory or a login (L090);
   * empty if there is none, or several.
   */
  public Optional<UUID> byCode(long authorityId, String code) {
    String normal = ScannedCode.normalForm(code);
    List<UUID> found =
        database.list(
            new SqlText()
                .add("select public_id from pupil where authority_id = ?", authorityId)
                .add("and card_code = ?", normal)
                .add("union select public_id from pupil where authority_id = ?", authorityId)
                .add("and source in ('AAF', 'SIECLE', 'CSV') and external_id = ?", normal)
                .add("union select p.public_id from account a join pupil p on p.id = a.pupil_id")
                .add("where a.login = ? and a.authority_id = ?", code.strip(), authorityId)
                .add("union select p.public_id from identity_provider i join account a")
                .add("on a.provider_id = i.id and a.subject = ?", code.strip())
                .add("join pupil p on p.id = a.pupil_id where p.authority_id = ?", authorityId)
                .add("limit 2"),
            row -> row.id("public_id"));
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
