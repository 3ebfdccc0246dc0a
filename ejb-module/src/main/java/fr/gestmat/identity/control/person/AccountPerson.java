package fr.gestmat.identity.control.person;

import fr.gestmat.directory.boundary.PersonalData;
import fr.gestmat.directory.boundary.PersonalRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The person's accounts, rights and sessions; never a password or a key. */
@ApplicationScoped
public class AccountPerson implements PersonalData {

  @Inject private PersonalRows rows;

  @Override
  public String part() {
    return "comptes";
  }

  @Override
  public JsonObject about(Person person) {
    return Json.createObjectBuilder()
        .add(
            "comptes",
            rows.of(
                "select display_name nom, email courriel, login identifiant, profile profil,"
                    + " active actif, created_at `créé le`,"
                    + " last_signed_on_at `dernière connexion` from account where id in ({ids})",
                person.accounts()))
        .add(
            "droits",
            rows.of(
                "select g.role droit, s.name établissement, g.granted_at `donné le`"
                    + " from role_grant g left join school s on s.id = g.school_id"
                    + " where g.account_id in ({ids}) order by g.id",
                person.accounts()))
        .add(
            "connexions",
            rows.of(
                "select created_at début, last_seen_at `dernière activité`, ended_at fin"
                    + " from web_session where account_id in ({ids}) order by created_at",
                person.accounts()))
        .build();
  }
}
