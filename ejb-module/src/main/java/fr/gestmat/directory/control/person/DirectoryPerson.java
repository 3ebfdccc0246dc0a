package fr.gestmat.directory.control.person;

import fr.gestmat.directory.boundary.PersonalData;
import fr.gestmat.directory.boundary.PersonalRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The person as the school's directory says. */
@ApplicationScoped
public class DirectoryPerson implements PersonalData {

  @Inject private PersonalRows rows;

  @Override
  public String part() {
    return "annuaire";
  }

  @Override
  public JsonObject about(Person person) {
    return Json.createObjectBuilder()
        .add(
            "élève",
            rows.of(
                "select p.family_name nom, p.given_name prénom, p.birth_date `date de naissance`,"
                    + " p.ine INE, s.name établissement, c.name classe, p.boarding_status régime,"
                    + " p.meals_a_week `repas par semaine`, p.left_on `parti le` from pupil p"
                    + " join school s on s.id = p.school_id left join school_class c"
                    + " on c.id = p.class_id where p.id in ({ids})",
                person.pupils()))
        .add(
            "responsable",
            rows.of(
                "select title civilité, family_name nom, given_name prénom, email courriel,"
                    + " phone téléphone, mobile portable, address adresse,"
                    + " postal_code `code postal`, town ville, country pays from guardian"
                    + " where id in ({ids})",
                person.guardians()))
        .add(
            "enfants dont la personne est responsable",
            rows.of(
                "select p.family_name nom, p.given_name prénom, l.kind lien,"
                    + " l.parental_authority `autorité parentale`, l.pays_fees `paie les frais`"
                    + " from guardianship l join pupil p on p.id = l.pupil_id"
                    + " where l.guardian_id in ({ids}) order by p.birth_date, p.id",
                person.guardians()))
        .build();
  }
}
