package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.cession.Certificates;
import fr.gestmat.lending.boundary.cession.FamilyCession;
import fr.gestmat.lending.boundary.cession.FamilyCession.Offer;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The end of schooling as the family chooses it, on the real database. */
class FamilyCessionInContainerIT extends AgreementTest {

  private static final String GIVEN = "agreement='NONE', given_at_end=1, given_mef='20212'";

  @Inject private FamilyCession cession;
  @Inject private Certificates certificates;

  private Optional<Offer> find(Caller who, UUID loan) throws Exception {
    return acting.as(who, roleOf(who), () -> cession.find(loan));
  }

  private List<String> choose(Caller who, UUID loan, boolean accepted) throws Exception {
    return codes(acting.as(who, roleOf(who), () -> cession.choose(loan, accepted)).orElseThrow());
  }

  private static List<String> blockers(Offer offer) {
    return offer.blockers().stream().map(Refusal::code).toList();
  }

  @Test
  void a_pupil_of_age_keeps_it_changes_twice_and_takes_the_certificate() throws Exception {
    LendingTown town = LendingTown.found(database, GIVEN);
    Leaver ada = Leaver.in(town, "Ada", "2000-01-05");
    Caller own = self(town, ada.pupil());
    Caller mother = guardian(town, ada.pupil(), true).caller();

    assertThat(find(own, ada.loan()).orElseThrow().open()).isTrue();
    assertThat(blockers(find(mother, ada.loan()).orElseThrow())).containsExactly("adultChooses");
    assertThat(choose(mother, ada.loan(), true)).containsExactly("adultChooses");

    assertThat(choose(own, ada.loan(), true)).isEmpty();
    assertThat(town.state(ada.device())).isEqualTo("OWNERSHIP_TRANSFERRED");
    assertThat(choose(own, ada.loan(), true)).as("the same again").isEmpty();
    assertThat(choose(own, ada.loan(), false)).isEmpty();
    assertThat(town.loans(ada.device())).containsExactly("OPEN Ada");
    assertThat(find(own, ada.loan()).orElseThrow().back().orElseThrow().home())
        .isEqualTo("Lycée d'ici");
    assertThat(choose(own, ada.loan(), true)).isEmpty();
    assertThat(acting.as(own, Role.PUPIL, () -> cession.certificate(ada.loan())))
        .as("not issued yet")
        .isEmpty();

    Caller manager = town.manager(town.here);
    acting.as(manager, Role.LOAN_MANAGER, () -> certificates.print(ada.loan()));
    assertThat(choose(own, ada.loan(), false)).containsExactly("certifiedAlready");
    FamilyCession.Certificate certificate =
        acting.as(mother, Role.GUARDIAN, () -> cession.certificate(ada.loan())).orElseThrow();
    assertThat(certificate.name()).matches("certificat-CES-\\d{4}-000001\\.pdf");
    assertThat(new String(certificate.pdf(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(town.journal(ada.device()))
        .containsExactly(
            "OWNERSHIP_TRANSFERRED",
            "OWNERSHIP_UNDONE",
            "OWNERSHIP_REFUSED",
            "OWNERSHIP_UNDONE",
            "OWNERSHIP_TRANSFERRED",
            "CERTIFICATE_ISSUED",
            "DOWNLOADED");
  }

  @Test
  void a_minor_sees_and_a_guardian_chooses_and_is_told_when_to_come() throws Exception {
    LendingTown town = LendingTown.found(database, GIVEN + ", return_place='ISSUER_ONLY'");
    Leaver ben = Leaver.in(town, "Ben", "2020-01-05");
    Caller own = self(town, ben.pupil());
    Caller mother = guardian(town, ben.pupil(), true).caller();

    assertThat(blockers(find(own, ben.loan()).orElseThrow())).containsExactly("guardianMustChoose");
    assertThat(choose(own, ben.loan(), true)).containsExactly("guardianMustChoose");
    assertThat(choose(mother, ben.loan(), false)).isEmpty();
    assertThat(
            town.value(
                "select concat_ws(' ', chosen_by, chooser, recorded_by) from ownership_transfer"
                    + " where loan_id = (select id from loan where public_id = ?)",
                ben.loan().toString()))
        .isEqualTo("GUARDIAN Mère Essai Mère Essai");

    expect(town, ben);
    var back = find(mother, ben.loan()).orElseThrow().back().orElseThrow();
    assertThat(back.place().name()).isEqualTo("ISSUER_ONLY");
    assertThat(back.call().orElseThrow().place()).isEqualTo("CDI");
    assertThat(back.call().orElseThrow().at()).hasToString("2027-06-14T09:05");

    scan(town.agent(town.here), town.checkIn(town.here, ben.device().tag()));
    Offer after = find(mother, ben.loan()).orElseThrow();
    assertThat(after.line().isBack()).isTrue();
    assertThat(choose(mother, ben.loan(), true)).containsExactly("loanNotOpen");
  }

  /** The school's campaign expects the device. */
  private static void expect(LendingTown town, Leaver leaver) throws SQLException {
    town.run(
        "insert into return_campaign (id, public_id, authority_id, school_id, name, audience,"
            + " starts_on, opens_at, closes_at, desks, minutes_each, place, state, created_at,"
            + " created_by) values (next value for return_campaign_seq, uuid(), ?, ?, 'Juin',"
            + " 'EVERYBODY', '2027-06-14', '09:00', '12:00', 2, 3, 'CDI', 'OPEN',"
            + " utc_timestamp(6), 'Essai')",
        town.authority,
        town.here.id());
    town.run(
        "insert into return_campaign_device (campaign_id, device_id, loan_id, pupil_id, class_name,"
            + " called_at) select c.id, l.device_id, l.id, l.pupil_id, 'TG3', '2027-06-14 09:05'"
            + " from return_campaign c, loan l where c.authority_id = ? and l.public_id = ?",
        town.authority,
        leaver.loan().toString());
  }

  @Test
  void nobody_else_sees_it_and_nothing_is_offered_where_policy_gives_nothing() throws Exception {
    LendingTown town = LendingTown.found(database, GIVEN);
    Leaver ada = Leaver.in(town, "Ada", "2000-01-05");
    Pupil zoe = town.pupil(town.here, "Zoé");
    long young = town.lend(town.device(town.here), zoe, town.here);
    UUID early = UUID.fromString(town.value("select public_id from loan where id = ?", young));

    assertThat(find(self(town, zoe), ada.loan())).as("somebody else's").isEmpty();
    assertThat(find(guardian(town, ada.pupil(), false).caller(), ada.loan()))
        .as("without parental authority")
        .isEmpty();
    assertThat(find(self(town, zoe), early)).as("not in the final year").isEmpty();
    Caller own = self(town, ada.pupil());
    assertThat(acting.as(own, Role.PUPIL, () -> cession.ofPupil(ada.pupil().publicId())))
        .hasSize(1);
    assertThat(acting.as(own, Role.PUPIL, () -> cession.ofPupil(zoe.publicId()))).isEmpty();

    LendingTown strict = LendingTown.found(database);
    Leaver eve = Leaver.in(strict, "Eve", "2000-01-05");
    assertThat(find(self(strict, eve.pupil()), eve.loan())).isEmpty();
  }

  @Test
  void two_guardians_who_choose_differently_at_once_leave_one_choice() throws Exception {
    LendingTown town = LendingTown.found(database, GIVEN);
    Leaver ben = Leaver.in(town, "Ben", "2020-01-05");
    List<Caller> parents =
        List.of(
            guardian(town, ben.pupil(), true).caller(), guardian(town, ben.pupil(), true).caller());
    CyclicBarrier start = new CyclicBarrier(2);
    List<Future<List<String>>> work = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      boolean accepted = i == 0;
      work.add(
          acting.begin(
              parents.get(i),
              Role.GUARDIAN,
              () -> {
                start.await(30, TimeUnit.SECONDS);
                return codes(cession.choose(ben.loan(), accepted).orElseThrow());
              }));
    }
    for (Future<List<String>> one : work) {
      assertThat(one.get(60, TimeUnit.SECONDS)).isEmpty();
    }
    boolean kept =
        town.value(
                "select accepted from ownership_transfer where loan_id ="
                    + " (select id from loan where public_id = ?)",
                ben.loan().toString())
            .equals("1");
    assertThat(town.state(ben.device())).isEqualTo(kept ? "OWNERSHIP_TRANSFERRED" : "ON_LOAN");
  }
}
