package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.journal.boundary.Transactions;
import fr.gestmat.mealaid.boundary.application.OwnPart;
import fr.gestmat.mealaid.boundary.source.OfficialAnswers;
import fr.gestmat.mealaid.control.decision.Assessor;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.system.incontainer.AidTown.Child;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A family lets official sources be asked: what it types goes, with its submit, into the queue. */
class AidSourceInContainerIT extends AidSourceTest {

  @Inject private OwnPart ownPart;
  @Inject private OfficialAnswers official;
  @Inject private Assessor assessor;
  @Inject private Transactions transactions;
  @PersistenceContext private EntityManager entities;

  @Test
  @DisplayName("M-N12: a submit queues what the family lets be asked; the answer counts")
  void from_the_form_to_the_answer() throws Exception {
    AidTown town = town(true);
    Child ines = town.child("Inès");
    Caller mother = town.parent("Sophie", "MOTHER", ines);
    UUID id = begin(town, mother, ines);
    assertThat(open(mother, id).answers().get(0).household())
        .as("what the directory knows")
        .containsEntry("holderBirthName", "Essai")
        .containsEntry("holderGivenNames", "Sophie");

    fill(mother, id, with(SOPHIE, "holderBirthDay", "31/02/1984"));
    assertThat(send(mother, id)).isInstanceOf(Answer.Refused.class);
    assertThat(calls(town, id)).as("nothing before it is sent").isEmpty();

    fill(mother, id, with(SOPHIE, "pupilSex", "F"));
    done(send(mother, id));
    assertThat(calls(town, id))
        .containsExactly(
            "FAMILY_QUOTIENT APPLICANT STANDS Sophie Carlier",
            "SCHOLARSHIP PUPIL STANDS Inès Essai");
    assertThat(
            town.value(
                "select distinct requester_name from source_call c join aid_application a on a.id ="
                    + " c.application_id where a.public_id = ?",
                id.toString()))
        .isEqualTo("Sophie Essai");
    Optional<BigDecimal> quotient = Optional.empty();
    for (int i = 0; i < 200 && quotient.isEmpty(); i++) {
      job.work();
      quotient =
          acting
              .as(town.officer(), Role.AID_OFFICER, () -> official.of(id).orElseThrow())
              .quotient();
      Thread.sleep(50);
    }
    assertThat(quotient).contains(new BigDecimal("412.00"));
  }

  @Test
  @DisplayName("M-N08: where the source is off, nobody is asked for a civil status")
  void off() throws Exception {
    AidTown town = town(false);
    Child ines = town.child("Inès");
    Caller mother = town.parent("Sophie", "MOTHER", ines);
    UUID id = begin(town, mother, ines);
    assertThat(open(mother, id).form().questions().keySet())
        .doesNotContain("sourceAccount", "holderBirthName", "pupilSex");
    fill(
        mother,
        id,
        with(
            SOPHIE,
            "quotientKnown",
            "YES",
            "familyQuotient",
            "512",
            "quotientMonth",
            "2026-10",
            "pupilSex",
            "F"));
    done(send(mother, id));
    assertThat(calls(town, id)).isEmpty();
    assertThat(
            town.value("select submitted from aid_application where public_id = ?", id.toString()))
        .doesNotContain("Carlier", "1984");
  }

  @Test
  @DisplayName("M-N08: who does not want to be asked for goes on with figure and documents")
  void no() throws Exception {
    AidTown town = town(true);
    Child ines = town.child("Inès");
    Caller mother = town.parent("Sophie", "MOTHER", ines);
    UUID id = begin(town, mother, ines);
    fill(mother, id, with(SOPHIE, "sourceAccount", "NO", "quotientKnown", "NO"));
    done(send(mother, id));
    assertThat(calls(town, id)).isEmpty();
    assertThat(
            town.value("select submitted from aid_application where public_id = ?", id.toString()))
        .doesNotContain("1984");
  }

  @Test
  @DisplayName("M-C06: a corrected name is asked for anew, and what is taken back no more")
  void changed() throws Exception {
    AidTown town = town(true);
    Child ines = town.child("Inès");
    Caller mother = town.parent("Sophie", "MOTHER", ines);
    UUID id = begin(town, mother, ines);
    // The source never answers for this name: the question stays open.
    fill(
        mother,
        id,
        with(
            SOPHIE,
            "holderBirthName",
            "Attente",
            "holderGivenNames",
            "Marc",
            "holderSex",
            "M",
            "holderBirthDay",
            "2/1/1980"));
    done(send(mother, id));
    assertThat(calls(town, id)).containsExactly("FAMILY_QUOTIENT APPLICANT STANDS Marc Attente");

    assertThat(as(mother, () -> sending.amend(id))).contains(true);
    fill(mother, id, SOPHIE);
    done(send(mother, id));
    assertThat(calls(town, id))
        .containsExactly(
            "FAMILY_QUOTIENT APPLICANT CANCELLED Marc Attente",
            "FAMILY_QUOTIENT APPLICANT STANDS Sophie Carlier");

    assertThat(as(mother, () -> sending.amend(id))).contains(true);
    fill(mother, id, SOPHIE);
    done(send(mother, id));
    assertThat(calls(town, id)).as("the same is asked once").hasSize(2);
  }

  @Test
  @DisplayName("M-F21: a separated parent's account is asked from the own part")
  void both_parents() throws Exception {
    AidTown town = town(true);
    Child ines = town.child("Inès");
    Caller mother = town.parent("Sophie", "MOTHER", ines);
    Caller father = town.parent("Paul", "FATHER", ines);
    UUID id = begin(town, mother, ines);
    fill(mother, id, with(SOPHIE, "custody", "ALTERNATING"));
    done(send(mother, id));
    Map<String, String> his =
        with(
            SOPHIE,
            "street",
            "18 quai des Tanneurs",
            "postalCode",
            "99120",
            "town",
            "Aubreville",
            "holderBirthName",
            "Noir",
            "holderGivenNames",
            "Paul",
            "holderSex",
            "M",
            "holderBirthDay",
            "08/12/1981");
    assertThat(as(father, () -> ownPart.find(id)).orElseThrow().form().questions().keySet())
        .contains("sourceAccount", "holderBirthName")
        .doesNotContain("partnerBirthName", "pupilSex");
    done(as(father, () -> ownPart.send(id, his)).orElseThrow());
    assertThat(calls(town, id))
        .containsExactly(
            "FAMILY_QUOTIENT APPLICANT STANDS Sophie Carlier",
            "FAMILY_QUOTIENT SECOND_HOUSEHOLD STANDS Paul Noir");
  }

  @Test
  @DisplayName("M-F16: a scale that depends on the RSA makes the form ask for it, and is answered")
  void the_scale_asks() throws Exception {
    AidTown town = town(false);
    town.run(
        "insert into aid_scale (id, public_id, authority_id, campaign_id, number, kind, unit,"
            + " bound_style, monthly, starts_on, published_at, published_by) values"
            + " (next value for aid_scale_seq, uuid(), ?, ?, 1, 'FAMILY_QUOTIENT', 'RATE',"
            + " 'UPPER_INCLUDED', false, '2020-01-01', utc_timestamp(6), 'Essai')",
        town.authority,
        town.campaign);
    town.run(
        "insert into aid_bracket (scale_id, position, label, condition_kind, condition_number,"
            + " value) select id, 1, 'RSA', 'WELFARE', 0, 100 from aid_scale where campaign_id = ?"
            + " union all select id, 2, 'Rang', 'CHILD_RANK', 2, 75 from aid_scale where"
            + " campaign_id = ? union all select id, 3, 'Autres', 'NONE', 0, 50 from aid_scale"
            + " where campaign_id = ?",
        town.campaign,
        town.campaign,
        town.campaign);
    Child ines = town.child("Inès");
    Caller mother = town.parent("Sophie", "MOTHER", ines);
    UUID id = begin(town, mother, ines);
    assertThat(open(mother, id).form().questions().keySet())
        .contains("welfare", "childRank")
        .doesNotContain("scholarship");
    Map<String, String> answers =
        with(
            SOPHIE,
            "quotientKnown",
            "YES",
            "familyQuotient",
            "512",
            "quotientMonth",
            "2026-10",
            "welfare",
            "NO",
            "childRank",
            "3");
    fill(mother, id, answers);
    done(send(mother, id));
    assertThat(rate(id)).isEqualByComparingTo("75");

    assertThat(as(mother, () -> sending.amend(id))).contains(true);
    fill(mother, id, with(answers, "welfare", "YES"));
    done(send(mother, id));
    assertThat(rate(id)).isEqualByComparingTo("100");
  }

  private BigDecimal rate(UUID id) throws Exception {
    Transactions.Ended ended =
        transactions.ofItsOwn(
            () -> {
              AidApplication application =
                  entities
                      .createQuery(
                          "select a from AidApplication a where a.publicId = :id",
                          AidApplication.class)
                      .setParameter("id", id)
                      .getSingleResult();
              return assessor
                  .assess(
                      application,
                      entities.find(AidCampaign.class, application.campaignId()),
                      Map.of())
                  .gift()
                  .orElseThrow()
                  .value();
            });
    if (ended.failure() != null) {
      throw ended.failure();
    }
    return (BigDecimal) ended.value();
  }
}
