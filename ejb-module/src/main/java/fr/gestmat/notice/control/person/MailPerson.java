package fr.gestmat.notice.control.person;

import fr.gestmat.directory.boundary.PersonalData;
import fr.gestmat.directory.boundary.PersonalRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Set;

/** The mails that went to the person. */
@ApplicationScoped
public class MailPerson implements PersonalData {

  @Inject private PersonalRows rows;

  @Override
  public String part() {
    return "courriels";
  }

  @Override
  public JsonObject about(Person person) {
    return Json.createObjectBuilder()
        .add("à l'élève", mails("PUPIL", person.pupils()))
        .add("au responsable", mails("GUARDIAN", person.guardians()))
        .add("au compte", mails("PERSON", person.accounts()))
        .build();
  }

  private JsonArray mails(String kind, Set<Long> ids) {
    return rows.of(
        "select address adresse, subject objet, state état, created_at `créé le`,"
            + " finished_at `terminé le` from mail where recipient_kind = '"
            + kind
            + "' and recipient_id in ({ids}) order by id",
        ids);
  }
}
