package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Refusal;
import fr.gestmat.access.Role;
import fr.gestmat.lending.boundary.agreement.AgreementTemplates;
import fr.gestmat.lending.boundary.agreement.Agreements;
import fr.gestmat.lending.boundary.agreement.FamilyLending;
import fr.gestmat.lending.control.agreement.AgreementIssue.Issued;
import fr.gestmat.lending.control.agreement.AgreementIssue.Wish;
import fr.gestmat.lending.control.agreement.AgreementTexts;
import fr.gestmat.lending.control.agreement.TextRule;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import fr.gestmat.system.incontainer.LendingTown.School;
import jakarta.inject.Inject;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Base of tests about agreements: a text, its agreements, and the people who sign. */
abstract class AgreementTest extends DeskTest {

  @Inject protected AgreementTemplates templates;
  @Inject protected Agreements agreements;
  @Inject protected FamilyLending family;

  /** A guardian of the town. */
  protected record Guardian(long id, Caller caller) {}

  /** Writes and publishes a text. */
  protected AgreementTexts.Version published(LendingTown town) throws Exception {
    return acting.as(
        town.region(),
        Role.REGION_MANAGER,
        () -> {
          UUID id =
              done(
                  templates.create(
                      new TextRule.Typed(
                          "Convention annuelle",
                          "Convention de prêt de {eleve.prenom} {eleve.nom}",
                          "{etablissement.nom} prête {materiels}, avec {accessoires}.",
                          "En cas de panne, écrivez à {collectivite.nom}.")));
          int version = templates.find(id).orElseThrow().version();
          done(templates.publish(id, version).orElseThrow());
          return templates.find(id).orElseThrow();
        });
  }

  /** Issues an agreement for one pupil; its public id. */
  protected UUID issue(LendingTown town, AgreementTexts.Version text, Pupil pupil, String note)
      throws Exception {
    Issued issued = issue(town, wish(town.here, text, List.of(pupil.publicId()), note));
    assertThat(issued).isEqualTo(new Issued(1, 0));
    return latest(town, pupil);
  }

  protected static Wish wish(
      School school, AgreementTexts.Version text, List<UUID> pupils, String note) {
    return new Wish(
        text, school.id(), Optional.empty(), pupils, note, Optional.empty(), Optional.empty());
  }

  protected Issued issue(LendingTown town, Wish wish) throws Exception {
    return acting.as(
        town.manager(town.here),
        Role.LOAN_MANAGER,
        () -> done(agreements.issue(wish).orElseThrow()));
  }

  protected static UUID latest(LendingTown town, Pupil pupil) throws SQLException {
    return UUID.fromString(
        town.value(
            "select public_id from loan_agreement where pupil_id = ? order by id desc limit 1",
            pupil.id()));
  }

  protected static String code(LendingTown town, UUID agreement) throws SQLException {
    return town.value("select code from loan_agreement where public_id = ?", agreement.toString());
  }

  /** Adds a guardian of a pupil. */
  protected static Guardian guardian(LendingTown town, Pupil pupil, boolean authority)
      throws SQLException {
    long id = Long.parseLong(town.value("select next value for guardian_seq"));
    town.run(
        "insert into guardian (id, public_id, authority_id, source, external_id, family_name,"
            + " given_name, email) values (?, uuid(), ?, 'AAF', ?, 'Essai', 'Mère', ?)",
        id,
        town.authority,
        "G" + id,
        "g" + id + "@exemple.fr");
    town.run(
        "insert into guardianship (pupil_id, guardian_external_id, guardian_id, kind, rank_order,"
            + " parental_authority, pays_fees, is_contact)"
            + " values (?, ?, ?, 'MOTHER', 1, ?, true, true)",
        pupil.id(),
        "G" + id,
        id,
        authority);
    return new Guardian(id, caller(town, "Mère Essai", Role.GUARDIAN, null, Long.valueOf(id)));
  }

  protected static Caller self(LendingTown town, Pupil pupil) {
    return caller(town, "Ada Essai", Role.PUPIL, Long.valueOf(pupil.id()), null);
  }

  private static Caller caller(
      LendingTown town, String name, Role role, Long pupilId, Long guardianId) {
    return new Caller(
        910_000_000L + (pupilId == null ? guardianId : pupilId),
        UUID.randomUUID(),
        name,
        town.authority,
        Set.of(new HeldRole(role, null)),
        pupilId,
        guardianId);
  }

  /** Signs online as a pupil or a guardian; the codes of what forbids it. */
  protected List<String> signOnline(Caller who, UUID agreement) throws Exception {
    return acting.as(
        who,
        roleOf(who),
        () -> {
          Optional<FamilyLending.Reading> read = family.read(agreement);
          if (read.isEmpty()) {
            return List.of("notThere");
          }
          return codes(family.sign(agreement, read.get().shown()).orElseThrow());
        });
  }

  protected static List<String> codes(Answer<?> answer) {
    return answer instanceof Answer.Refused<?> refused
        ? refused.reasons().stream().map(Refusal::code).toList()
        : List.of();
  }

  protected static <T> T done(Answer<T> answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done<T>) answer).value();
  }

  /** A signature as a browser sends it. */
  protected static byte[] drawing() throws IOException {
    BufferedImage canvas = new BufferedImage(600, 200, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = canvas.createGraphics();
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(4));
    pen.drawLine(20, 150, 500, 40);
    pen.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(canvas, "png", png);
    return png.toByteArray();
  }
}
