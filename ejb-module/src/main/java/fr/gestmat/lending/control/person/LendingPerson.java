package fr.gestmat.lending.control.person;

import fr.gestmat.directory.boundary.PersonalData;
import fr.gestmat.directory.boundary.PersonalRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** What was lent to a pupil, and what came of it. */
@ApplicationScoped
public class LendingPerson implements PersonalData {

  @Inject private PersonalRows rows;

  @Override
  public String part() {
    return "prêts";
  }

  @Override
  public JsonObject about(Person person) {
    return Json.createObjectBuilder()
        .add(
            "prêts",
            rows.of(
                "select d.asset_tag matériel, s.name établissement, l.state état,"
                    + " l.checked_out_at `prêté le`, l.due_on `à rendre le`,"
                    + " l.returned_at `rendu le` from loan l join device d on d.id = l.device_id"
                    + " join school s on s.id = l.school_id where l.pupil_id in ({ids})"
                    + " order by l.id",
                person.pupils()))
        .add(
            "remises à un responsable",
            rows.of(
                "select d.asset_tag matériel, k.name responsable, k.noted_at `noté le` from"
                    + " loan_collection k join loan l on l.id = k.loan_id join device d on d.id ="
                    + " l.device_id where l.pupil_id in ({ids}) order by l.id",
                person.pupils()))
        .add(
            "conventions",
            rows.of(
                "select code numéro, state état, issued_at `éditée le`,"
                    + " pupil_signed_at `signée par l'élève le`,"
                    + " guardian_signed_at `signée par le responsable le` from loan_agreement"
                    + " where pupil_id in ({ids}) order by id",
                person.pupils()))
        .add(
            "sinistres",
            rows.of(
                "select kind nature, state état, happened_on `arrivé le`, story récit from incident"
                    + " where pupil_id in ({ids}) order by id",
                person.pupils()))
        .add(
            "sommes demandées",
            rows.of(
                "select reason motif, amount montant, state état, created_at `créée le`"
                    + " from recovery_charge where pupil_id in ({ids}) order by id",
                person.pupils()))
        .build();
  }
}
