package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.filestore.boundary.FileStore;
import fr.gestmat.filestore.entity.FileLabel;
import fr.gestmat.filestore.entity.FileOwner;
import fr.gestmat.filestore.entity.FilePurpose;
import fr.gestmat.lending.boundary.agreement.Agreements;
import fr.gestmat.lending.boundary.agreement.SignatureDesk;
import fr.gestmat.lending.boundary.agreement.SignedPaper;
import fr.gestmat.lending.control.agreement.AgreementIssue.Issued;
import fr.gestmat.lending.control.agreement.AgreementIssue.Wish;
import fr.gestmat.lending.control.agreement.AgreementList;
import fr.gestmat.lending.control.agreement.AgreementTexts;
import fr.gestmat.lending.control.agreement.AwaitedSignatures;
import fr.gestmat.lending.control.agreement.AwaitedSignatures.Awaited;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.agreement.SigningRule.Purpose;
import fr.gestmat.lending.control.agreement.SigningRule.Standing;
import fr.gestmat.lending.control.agreement.TextRule;
import fr.gestmat.lending.control.desk.ScanAnswer;
import fr.gestmat.lending.control.desk.ScanRequest;
import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of agreements: written, issued, signed, bound to loans, over. */
class AgreementInContainerIT extends AgreementTest {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  @Inject private SignatureDesk signatures;
  @Inject private SignedPaper paper;
  @Inject private FileStore files;
  @Inject private AwaitedSignatures awaited;

  @Test
  void a_published_text_never_changes_and_its_next_version_begins_as_a_draft() throws Exception {
    LendingTown town = LendingTown.found(database);
    AgreementTexts.Version text = published(town);

    acting.as(
        town.region(),
        Role.REGION_MANAGER,
        () -> {
          assertThat(templates.change(text.id(), text.version(), text.text())).isEmpty();
          UUID next = done(templates.create(text.text()));
          assertThat(templates.find(next).orElseThrow().number()).isEqualTo(2);
          assertThat(codes(templates.create(text.text()))).containsExactly("draftThere");
          TextRule.Typed wrong = new TextRule.Typed("Autre", "Titre {x}", "{eleve.mom}", "");
          assertThat(codes(templates.create(wrong)))
              .containsExactly("unknownField", "unknownField");
          int version = templates.find(next).orElseThrow().version();
          done(templates.change(next, version, text.text()).orElseThrow());
          assertThat(templates.change(next, version, text.text()).orElseThrow())
              .isInstanceOf(Answer.Stale.class);
          assertThat(templates.publish(next, version).orElseThrow())
              .isInstanceOf(Answer.Stale.class);
          return null;
        });
    assertThat(text.digest()).hasSize(64);
  }

  @Test
  void l069_only_the_addressee_signs_and_once() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    Guardian mother = guardian(town, ada, true);
    Guardian aunt = guardian(town, ada, false);
    AgreementTexts.Version text = published(town);
    UUID agreement = issue(town, text, ada, "");

    assertThat(signOnline(self(town, ben), agreement)).containsExactly("notThere");
    assertThat(signOnline(aunt.caller(), agreement)).containsExactly("notThere");
    assertThat(signOnline(self(town, ada), agreement)).isEmpty();
    assertThat(signOnline(self(town, ada), agreement)).containsExactly("alreadySigned");
    assertThat(signOnline(mother.caller(), agreement)).isEmpty();
    assertThat(signOnline(mother.caller(), agreement)).containsExactly("alreadySigned");

    assertThat(
            town.column(
                "select concat_ws(' ', party, signer_name, way, lower(hex(text_digest)))"
                    + " from agreement_signature s join loan_agreement a on a.id = s.agreement_id"
                    + " where a.public_id = ? order by s.id",
                agreement.toString()))
        .containsExactly(
            "PUPIL Ada Essai ENT " + text.digest(), "GUARDIAN Mère Essai ENT " + text.digest());
    assertThat(
            town.column(
                "select action from journal_entry where subject_type = 'AGREEMENT' and pupil_id = ?"
                    + " order by id",
                ada.id()))
        .containsExactly("AGREEMENT_SIGNED", "AGREEMENT_SIGNED");
  }

  @Test
  void l069_a_decline_is_kept_with_its_reason_and_can_be_changed_by_signing() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Guardian mother = guardian(town, ada, true);
    UUID agreement = issue(town, published(town), ada, "");

    acting.as(
        mother.caller(),
        Role.GUARDIAN,
        () -> {
          assertThat(codes(family.decline(agreement, " ").orElseThrow()))
              .containsExactly("missing");
          done(family.decline(agreement, "Nous avons un ordinateur").orElseThrow());
          return null;
        });

    Agreements.Card card = card(town, agreement);
    assertThat(card.standing()).isEqualTo(Standing.DECLINED);
    assertThat(card.signatures().get(0).reason()).contains("Nous avons un ordinateur");
    assertThat(signOnline(mother.caller(), agreement)).isEmpty();
    assertThat(card(town, agreement).standing()).isEqualTo(Standing.AWAITED);
  }

  private Agreements.Card card(LendingTown town, UUID agreement) throws Exception {
    return acting.as(
        town.manager(town.here), Role.LOAN_MANAGER, () -> agreements.card(agreement).orElseThrow());
  }

  @Test
  void what_was_read_is_what_is_signed() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    UUID agreement = issue(town, published(town), ada, "");
    String shown =
        acting.as(self(town, ada), Role.PUPIL, () -> family.read(agreement).orElseThrow().shown());
    Device device = town.device(town.here);
    scan(town.agent(town.here), town.checkOut(town.here, device.tag(), ada));

    assertThat(
            acting.as(
                self(town, ada),
                Role.PUPIL,
                () -> codes(family.sign(agreement, shown).orElseThrow())))
        .containsExactly("changed");
    assertThat(signOnline(self(town, ada), agreement)).isEmpty();
  }

  @Test
  void an_agreement_is_required_before_hand_over_where_policy_says_so() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='REQUIRED'");
    Pupil ada = town.pupil(town.here, "Ada");
    Guardian mother = guardian(town, ada, true);
    Device device = town.device(town.here);
    Caller agent = town.agent(town.here);
    UUID agreement = issue(town, published(town), ada, "");

    assertThat(said(scan(agent, town.checkOut(town.here, device.tag(), ada))))
        .isEqualTo("REFUSED AGREEMENT_MISSING GUARDIAN_SIGNATURE_MISSING");
    assertThat(signOnline(mother.caller(), agreement)).isEmpty();
    assertThat(said(scan(agent, town.checkOut(town.here, device.tag(), ada))))
        .isEqualTo("REFUSED AGREEMENT_MISSING");
    assertThat(desk(agent, agreement, Party.PUPIL, drawing())).isEmpty();
    assertThat(said(scan(agent, town.checkOut(town.here, device.tag(), ada)))).isEqualTo("OK LENT");
    assertThat(
            town.value(
                "select a.public_id from loan l join loan_agreement a on a.id = l.agreement_id"
                    + " where l.device_id = ?",
                device.id()))
        .isEqualTo(agreement.toString());
  }

  private List<String> desk(Caller agent, UUID agreement, Party party, byte[] drawing)
      throws Exception {
    return acting.as(
        agent,
        roleOf(agent),
        () ->
            codes(
                signatures
                    .sign(agreement, Purpose.AGREEMENT, party, "Mère Essai", drawing)
                    .orElseThrow()));
  }

  @Test
  void a_signature_at_the_desk_is_a_drawing_and_can_be_taken_back_by_a_manager() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Caller agent = town.agent(town.here);
    UUID agreement = issue(town, published(town), ada, "");

    assertThat(desk(agent, agreement, Party.PUPIL, "no drawing".getBytes()))
        .containsExactly("notDrawn");
    assertThat(desk(agent, agreement, Party.PUPIL, drawing())).isEmpty();
    assertThat(desk(agent, agreement, Party.PUPIL, drawing())).containsExactly("alreadySigned");
    assertThat(desk(agent, agreement, Party.GUARDIAN, drawing())).isEmpty();
    Agreements.Card signed = card(town, agreement);
    assertThat(signed.standing()).isEqualTo(Standing.SIGNED);
    assertThat(signed.signatures()).allMatch(s -> s.file().isPresent());
    assertThat(shown(agent, agreement, signed.signatures().get(0).id())).startsWith(PNG);
    assertThat(onDisk(agent, signed.signatures().get(0).file().orElseThrow()))
        .isNotEmpty()
        .matches(bytes -> !new String(bytes, StandardCharsets.ISO_8859_1).contains("IDAT"));

    assertThat(
            acting.as(
                town.manager(town.here),
                Role.LOAN_MANAGER,
                () -> signatures.withdraw(agreement, signed.signatures().get(0).id())))
        .isTrue();
    assertThat(card(town, agreement).data().facts().pupilSigned()).isFalse();
    assertThat(desk(agent, agreement, Party.PUPIL, drawing())).isEmpty();
  }

  @Test
  void a_drawing_that_was_kept_before_signatures_were_sealed_stays_readable() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Caller agent = town.agent(town.here);
    UUID agreement = issue(town, published(town), ada, "");
    desk(agent, agreement, Party.PUPIL, drawing());
    UUID old =
        acting.as(
            agent,
            Role.LOAN_AGENT,
            () -> {
              Path file = files.newFile();
              Files.write(file, drawing());
              return files
                  .keep(
                      new FileOwner(town.authority, Set.of(town.here.id()), agent.accountId()),
                      new FileLabel(FilePurpose.SIGNATURE, "Signature", "image/png"),
                      file)
                  .publicId();
            });
    town.run(
        "update agreement_signature s join loan_agreement a on a.id = s.agreement_id"
            + " set s.file_id = ? where a.public_id = ?",
        old.toString(),
        agreement.toString());

    UUID signature = card(town, agreement).signatures().get(0).id();
    assertThat(shown(agent, agreement, signature)).isEqualTo(drawing());
  }

  private byte[] shown(Caller agent, UUID agreement, UUID signature) throws Exception {
    return acting.as(
        agent,
        roleOf(agent),
        () -> paper.signature(agreement, signature).orElseThrow().content().readAllBytes());
  }

  private byte[] onDisk(Caller agent, UUID file) throws Exception {
    return acting.as(
        agent,
        roleOf(agent),
        () ->
            Files.readAllBytes(
                files.content(files.findKept(file, agent.authorityId()).orElseThrow())));
  }

  @Test
  void l006_pending_signatures_are_dropped_with_the_last_device_and_come_back_by_an_undo()
      throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='MAY_FOLLOW'");
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here);
    Caller agent = town.agent(town.here);
    assertThat(said(scan(agent, town.checkOut(town.here, device.tag(), ada))))
        .isEqualTo("OK LENT AGREEMENT_TO_FOLLOW");
    UUID agreement = issue(town, published(town), ada, "");
    assertThat(toSign(town, ada)).isEqualTo(1);

    ScanRequest comeback = town.checkIn(town.here, device.tag());
    assertThat(said(scan(agent, comeback))).isEqualTo("OK RETURNED SIGNATURES_DROPPED");
    assertThat(card(town, agreement).standing()).isEqualTo(Standing.CLOSED);
    assertThat(toSign(town, ada)).isZero();
    assertThat(signOnline(self(town, ada), agreement)).containsExactly("CLOSED");
    assertThat(awaited.page(town.authority, LocalDate.now(), 0, 10)).isEmpty();

    undo(agent, comeback.scanId());
    assertThat(card(town, agreement).standing()).isEqualTo(Standing.AWAITED);
    assertThat(toSign(town, ada)).isEqualTo(1);
  }

  @Test
  void a_signature_that_may_follow_has_a_last_day_and_is_late_after_it() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='MAY_FOLLOW', agreement_days=15");
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    town.lend(town.device(town.here), ada, town.here);
    scan(town.agent(town.here), town.checkOut(town.here, town.device(town.here).tag(), ben));
    AgreementTexts.Version text = published(town);
    issue(town, wish(town.here, text, List.of(), ""));

    List<AgreementList.Line> lines =
        acting.as(
            town.manager(town.here),
            Role.LOAN_MANAGER,
            () ->
                agreements
                    .list(
                        agreements.schools().get(0),
                        new AgreementList.Filter(AgreementList.Kind.AWAITED, Optional.empty(), ""),
                        Long.MAX_VALUE)
                    .lines());

    assertThat(lines)
        .extracting(AgreementList.Line::pupilName, AgreementList.Line::late)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Essai Ada", true),
            org.assertj.core.groups.Tuple.tuple("Essai Ben", false));
    assertThat(lines.stream().filter(AgreementList.Line::late).findFirst().orElseThrow().signBy())
        .contains(LocalDate.of(2026, 1, 20));
  }

  private int toSign(LendingTown town, Pupil pupil) throws Exception {
    return acting.as(self(town, pupil), Role.PUPIL, () -> family.children().get(0).toSign());
  }

  @Test
  void l010_a_contract_of_two_devices_closes_with_the_last_one() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='MAY_FOLLOW', loans_per_pupil=2");
    Pupil ada = town.pupil(town.here, "Ada");
    Device one = town.device(town.here);
    Device two = town.device(town.here);
    Caller agent = town.agent(town.here);
    UUID agreement = issue(town, published(town), ada, "");
    scan(agent, town.checkOut(town.here, one.tag(), ada));
    scan(agent, town.checkOut(town.here, two.tag(), ada));

    assertThat(said(scan(agent, town.checkIn(town.here, one.tag())))).isEqualTo("OK RETURNED");
    assertThat(card(town, agreement).standing()).isEqualTo(Standing.AWAITED);
    assertThat(said(scan(agent, town.checkIn(town.here, two.tag()))))
        .isEqualTo("OK RETURNED SIGNATURES_DROPPED");
    assertThat(card(town, agreement).standing()).isEqualTo(Standing.CLOSED);
    assertThat(issue(town, published2(town, agreement), ada, "")).isNotEqualTo(agreement);
  }

  private AgreementTexts.Version published2(LendingTown town, UUID agreement) throws Exception {
    return card(town, agreement).text();
  }

  @Test
  void l071_the_barcode_of_a_contract_selects_its_lines_at_return() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='MAY_FOLLOW', loans_per_pupil=2");
    Pupil ada = town.pupil(town.here, "Ada");
    Device one = town.device(town.here);
    Device two = town.device(town.here);
    Caller agent = town.agent(town.here);
    String code = "CV-" + code(town, issue(town, published(town), ada, ""));
    assertThat(said(scan(agent, town.scan(checkOut(), town.here, code, null, null))))
        .isEqualTo("OK PUPIL_OPENED");
    scan(agent, town.checkOut(town.here, one.tag(), ada));
    scan(agent, town.checkOut(town.here, two.tag(), ada));

    ScanAnswer lines = scan(agent, town.checkIn(town.here, code));
    assertThat(said(lines))
        .isEqualTo(
            "WARNING AGREEMENT_LINES ?THIS_DEVICE:"
                + one.publicId()
                + " ?THIS_DEVICE:"
                + two.publicId());
    assertThat(
            said(
                scan(
                    agent,
                    town.scan(checkIn(), town.here, code, null, "THIS_DEVICE:" + two.publicId()))))
        .isEqualTo("OK RETURNED");
    assertThat(town.state(two)).isEqualTo("IN_STOCK");
    assertThat(town.state(one)).isEqualTo("ON_LOAN");
    scan(agent, town.checkIn(town.here, one.tag()));
    assertThat(said(scan(agent, town.checkIn(town.here, code))))
        .isEqualTo("WARNING AGREEMENT_OVER");
    assertThat(said(scan(town.agent(town.there), town.checkIn(town.there, code))))
        .isEqualTo("REFUSED AGREEMENT_ELSEWHERE");
    LendingTown other = LendingTown.found(database);
    assertThat(said(scan(other.agent(other.here), other.checkIn(other.here, code))))
        .isEqualTo("REFUSED CODE_UNKNOWN");
  }

  private static fr.gestmat.lending.control.ScanMode checkOut() {
    return fr.gestmat.lending.control.ScanMode.CHECK_OUT;
  }

  private static fr.gestmat.lending.control.ScanMode checkIn() {
    return fr.gestmat.lending.control.ScanMode.CHECK_IN;
  }

  @Test
  void l063_a_promised_device_is_a_line_until_one_is_handed_over() throws Exception {
    LendingTown town = LendingTown.found(database, "agreement='MAY_FOLLOW', loans_per_pupil=2");
    Pupil ada = town.pupil(town.here, "Ada");
    Device device = town.device(town.here);
    UUID model =
        UUID.fromString(town.value("select public_id from device_model where id = ?", town.model));
    AgreementTexts.Version text = published(town);
    issue(
        town,
        new Wish(
            text,
            town.here.id(),
            Optional.empty(),
            List.of(ada.publicId()),
            "",
            Optional.empty(),
            Optional.of(model)));
    UUID agreement = latest(town, ada);

    assertThat(signOnline(self(town, ada), agreement)).containsExactly("lineWithoutDevice");
    scan(town.agent(town.here), town.checkOut(town.here, device.tag(), ada));
    assertThat(card(town, agreement).data().facts().unassigned()).isZero();
    assertThat(card(town, agreement).data().lines()).hasSize(1);
    assertThat(signOnline(self(town, ada), agreement)).isEmpty();
  }

  @Test
  void issuing_skips_who_is_bound_and_stays_inside_ones_schools() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    Pupil cleo = town.pupil(town.there, "Cléo");
    AgreementTexts.Version text = published(town);
    issue(town, text, ada, "");

    assertThat(issue(town, wish(town.here, text, List.of(), ""))).isEqualTo(new Issued(1, 1));
    assertThat(issue(town, wish(town.here, text, List.of(cleo.publicId()), "")))
        .isEqualTo(new Issued(0, 0));
    assertThat(
            acting.as(
                town.manager(town.here),
                Role.LOAN_MANAGER,
                () -> agreements.issue(wish(town.there, text, List.of(), ""))))
        .isEmpty();
    UUID bens = latest(town, ben);
    assertThat(acting.as(town.manager(town.there), Role.LOAN_MANAGER, () -> agreements.card(bens)))
        .isEmpty();
    assertThat(
            acting.as(
                town.manager(town.here),
                Role.LOAN_MANAGER,
                () -> agreements.cancel(bens) && !agreements.cancel(bens)))
        .isTrue();
    assertThat(issue(town, wish(town.here, text, List.of(), ""))).isEqualTo(new Issued(1, 1));
  }

  @Test
  void who_has_not_signed_is_listed_by_class_and_by_person() throws Exception {
    LendingTown town = LendingTown.found(database);
    Pupil ada = town.pupil(town.here, "Ada");
    Pupil ben = town.pupil(town.here, "Ben");
    town.pupil(town.here, "Cléo");
    Guardian mother = guardian(town, ada, true);
    guardian(town, ada, false);
    town.run("update pupil set birth_date = '2000-01-01' where id = ?", ben.id());
    AgreementTexts.Version text = published(town);
    UUID adas = issue(town, text, ada, "");
    issue(town, text, ben, "");
    assertThat(signOnline(self(town, ada), adas)).isEmpty();

    acting.as(
        town.manager(town.here),
        Role.LOAN_MANAGER,
        () -> {
          var school = agreements.schools().get(0);
          var count = agreements.classes(school).get(0);
          assertThat(count.pupils()).isEqualTo(3);
          assertThat(count.agreements()).isEqualTo(2);
          assertThat(count.unsigned()).isEqualTo(2);
          return null;
        });
    assertThat(awaited.page(town.authority, LocalDate.now(), 0, 10))
        .extracting(Awaited::party, a -> a.guardianKey().orElse(0L))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Party.GUARDIAN, mother.id()),
            org.assertj.core.groups.Tuple.tuple(Party.PUPIL, 0L));
  }
}
