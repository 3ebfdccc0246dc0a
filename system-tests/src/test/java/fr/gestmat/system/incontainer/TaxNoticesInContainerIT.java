package fr.gestmat.system.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.datamatrix.encoder.SymbolShapeHint;
import fr.gestmat.access.Answer;
import fr.gestmat.access.Caller;
import fr.gestmat.access.Role;
import fr.gestmat.job.control.Leases;
import fr.gestmat.mealaid.boundary.document.DocumentLine;
import fr.gestmat.mealaid.boundary.document.FamilyDocuments;
import fr.gestmat.mealaid.boundary.document.OfficerDocuments;
import fr.gestmat.mealaid.boundary.document.TrustAdministration;
import fr.gestmat.mealaid.control.document.DocumentChecks;
import fr.gestmat.mealaid.control.document.NoticeJudging;
import fr.gestmat.mealaid.control.document.NoticeReport;
import fr.gestmat.mealaid.control.document.NoticeReports;
import fr.gestmat.mealaid.control.document.NoticeTrust;
import fr.gestmat.mealaid.control.taxnotice.Certificates;
import fr.gestmat.mealaid.control.taxnotice.NoticeYear;
import fr.gestmat.mealaid.control.taxnotice.TestTrust;
import fr.gestmat.mealaid.entity.document.ReadNotice.Outcome;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A tax notice from a telephone: its code is found, verified and compared. */
class TaxNoticesInContainerIT extends InContainerTest {

  private static final String GS = "\u001d";

  @Inject private Territory territory;
  @Inject private Acting acting;
  @Inject private FamilyDocuments family;
  @Inject private OfficerDocuments officers;
  @Inject private TrustAdministration trust;
  @Inject private DocumentChecks checks;
  @Inject private NoticeTrust judged;
  @Inject private NoticeJudging judging;
  @Inject private Leases leases;

  private DocumentTown town;
  private Caller parent;
  private DocumentTown.Application application;

  @BeforeEach
  void found() throws Exception {
    town = DocumentTown.found(territory);
    parent = town.parent("Nadia Essai");
    application = town.application(parent, "Ada");
    territory.run("delete from trusted_certificate");
  }

  private Caller admin() {
    return Territory.on(town.authority, Role.ADMIN);
  }

  private static String notice(String reference, PrivateKey key) throws Exception {
    String text =
        "DC04FR99T001268726872801FR432,5"
            + GS
            + "44"
            + reference
            + "45202546ESSAI NADIA"
            + GS
            + "4A310720264Y12 RUE DES ESSAIS/67000/STRASBOURG"
            + GS
            + "4118420"
            + GS
            + "473001123456789";
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(key);
    signature.update(text.getBytes(StandardCharsets.ISO_8859_1));
    return text + "\u001f" + base32(signature.sign());
  }

  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte one : bytes) {
      buffer = (buffer << 8 | one & 0xFF) & 0xFFFF;
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(buffer >> (bits - 5) & 31));
      }
    }
    return bits == 0
        ? text.toString()
        : text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(buffer << (5 - bits) & 31))
            .toString();
  }

  /** A sheet of paper that lies askew on a table. */
  private static byte[] photo(String text) throws Exception {
    BitMatrix code =
        new DataMatrixWriter()
            .encode(
                text,
                BarcodeFormat.DATA_MATRIX,
                1,
                1,
                Map.of(EncodeHintType.DATA_MATRIX_SHAPE, SymbolShapeHint.FORCE_SQUARE));
    BufferedImage picture = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = picture.createGraphics();
    g.setColor(new Color(90, 80, 70));
    g.fillRect(0, 0, 1200, 1600);
    g.rotate(Math.toRadians(7), 600, 800);
    g.setColor(new Color(240, 238, 230));
    g.fillRect(60, 60, 1080, 1480);
    g.setColor(Color.BLACK);
    for (int y = 700; y < 1400; y += 30) {
      g.drawString("revenu fiscal de référence, nombre de parts, et ce qui suit", 120, y);
    }
    for (int row = 0; row < code.getHeight(); row++) {
      for (int column = 0; column < code.getWidth(); column++) {
        if (code.get(column, row)) {
          g.fillRect(150 + 4 * column, 150 + 4 * row, 4, 4);
        }
      }
    }
    g.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpeg", bytes);
    return bytes.toByteArray();
  }

  private void send(Caller who, DocumentTown.Application to, byte[] content) throws Exception {
    Answer<DocumentLine> answer =
        acting
            .as(
                who,
                Role.GUARDIAN,
                () ->
                    family.add(
                        to.publicId(), "TAX_NOTICE", "avis.jpg", new ByteArrayInputStream(content)))
            .orElseThrow();
    assertThat(answer).isInstanceOf(Answer.Done.class);
    town.looked(to, checks, "to_read");
  }

  private NoticeReport report(String income) throws Exception {
    NoticeReports.All all =
        acting
            .as(
                parent,
                Role.GUARDIAN,
                () ->
                    family.notices(
                        application.publicId(),
                        Optional.of(new BigDecimal(income)),
                        Optional.empty()))
            .orElseThrow();
    return all.documents().get(0);
  }

  private <T> Answer<T> administer(java.util.concurrent.Callable<Answer<T>> work) throws Exception {
    Answer<T> answer = acting.as(admin(), Role.ADMIN, work);
    allJudged();
    return answer;
  }

  /** Judges what waits; the server may be at it, too. */
  private void allJudged() throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    while (judged.standing().waiting() > 0) {
      assertThat(Instant.now()).as("notices still wait").isBefore(end);
      judging.work();
      Thread.sleep(50);
    }
  }

  /** Takes the turn of the job, as a server does that is then killed: no other one judges. */
  private void takeTheTurn() throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    Duration hour = Duration.ofHours(1);
    while (leases.take(NoticeJudging.NAME, hour, hour, true).isEmpty()) {
      assertThat(Instant.now()).as("the server is still at it").isBefore(end);
      Thread.sleep(50);
    }
  }

  private Answer<Integer> takeList(int sequence, String status) throws Exception {
    byte[] list = TestTrust.signed(TestTrust.list(sequence, status, "FR99", TestTrust.AUTHORITY));
    String signer = Certificates.fingerprint(TestTrust.signer());
    return acting.as(
        admin(), Role.ADMIN, () -> trust.takeList(new ByteArrayInputStream(list), signer));
  }

  private List<String> outcomes() throws Exception {
    return territory.rows(
        "select t.outcome from aid_tax_notice t join aid_document d on d.id = t.document_id"
            + " where d.authority_id = ? order by t.id",
        town.authority);
  }

  /** Judges until it was the turn of the first of two applications; then the server is killed. */
  private void judgeUntil(DocumentTown.Application first) {
    assertThat(judged.isWaiting(first.id())).isTrue();
    while (judged.isWaiting(first.id())) {
      assertThat(judged.judge(1)).isOne();
    }
  }

  private static String code(Answer<?> answer) {
    return ((Answer.Refused<?>) answer).reasons().get(0).code();
  }

  @Test
  @DisplayName(
      "M-M14 M-M16 M-M17 a code is authentic once its certificate is trusted, and not before")
  void mM14_trusted() throws Exception {
    byte[] photo = photo(notice("267A123456789", TestTrust.participantKey()));
    send(parent, application, photo);
    NoticeReport before = report("18420");
    assertThat(before.outcome()).contains(Outcome.UNKNOWN_CERTIFICATE);
    assertThat(before.figures().referenceIncome().orElseThrow()).isEqualByComparingTo("18420");
    assertThat(before.proof()).isFalse();

    byte[] participant = TestTrust.bytes(TestTrust.PARTICIPANT);
    assertThat(code(administer(() -> trust.takeCertificate(new ByteArrayInputStream(participant)))))
        .isEqualTo("trustUnknownIssuer");
    byte[] list =
        TestTrust.signed(
            TestTrust.list(
                22, "inaccord", "FR99", TestTrust.AUTHORITY, "FR00", TestTrust.TEST_AUTHORITY));
    String fingerprint = Certificates.fingerprint(TestTrust.signer());
    assertThat(code(administer(() -> trust.takeList(new ByteArrayInputStream(list), "00:11"))))
        .isEqualTo("trustFingerprint");
    assertThat(administer(() -> trust.takeList(new ByteArrayInputStream(list), fingerprint)))
        .as("FR00 is never trusted")
        .isEqualTo(new Answer.Done<>(1));
    assertThat(
            code(
                administer(
                    () ->
                        trust.takeCertificate(
                            new ByteArrayInputStream(TestTrust.bytes(TestTrust.TEST_AUTHORITY))))))
        .isIn("trustUnknownIssuer", "trustNoParticipant");
    assertThat(administer(() -> trust.takeCertificate(new ByteArrayInputStream(participant))))
        .isEqualTo(new Answer.Done<>("FR99/T001"));

    NoticeReport after = report("18420");
    assertThat(after.outcome()).contains(Outcome.AUTHENTIC);
    assertThat(after.year()).isEqualTo(NoticeYear.RIGHT);
    assertThat(after.rightName()).contains(true);
    assertThat(after.proof()).isTrue();
    assertThat(report("17000").differences()).hasSize(1);
    assertThat(report("17000").proof()).isFalse();

    Caller other = town.parent("Omar Autre");
    DocumentTown.Application foreign = town.application(other, "Ben");
    send(other, foreign, photo);
    town.submit(application);
    NoticeReports.All seen =
        acting
            .as(town.officer(), Role.AID_OFFICER, () -> officers.notices(application.publicId()))
            .orElseThrow();
    assertThat(seen.documents()).singleElement().matches(NoticeReport::usedElsewhere);
    assertThat(report("18420").usedElsewhere()).as("no family learns of another").isFalse();

    byte[] older = TestTrust.signed(TestTrust.list(21, "inaccord", "FR99", TestTrust.AUTHORITY));
    assertThat(code(administer(() -> trust.takeList(new ByteArrayInputStream(older), fingerprint))))
        .isEqualTo("trustListOlder");
    byte[] expired = TestTrust.signed(TestTrust.list(23, "expired", "FR99", TestTrust.AUTHORITY));
    assertThat(administer(() -> trust.takeList(new ByteArrayInputStream(expired), "")))
        .isEqualTo(new Answer.Done<>(0));
    assertThat(report("18420").outcome()).contains(Outcome.UNKNOWN_CERTIFICATE);
    byte[] again = TestTrust.signed(TestTrust.list(24, "inaccord", "FR99", TestTrust.AUTHORITY));
    assertThat(administer(() -> trust.takeList(new ByteArrayInputStream(again), "")))
        .isEqualTo(new Answer.Done<>(1));
    assertThat(report("18420").outcome()).contains(Outcome.AUTHENTIC);

    byte[] forged =
        photo(notice("267A123456780", TestTrust.participantKey()).replace("4118420", "4108420"));
    DocumentTown.Application third = town.application(parent, "Cleo");
    send(parent, third, forged);
    application = third;
    assertThat(report("8420").outcome()).contains(Outcome.WRONG_SIGNATURE);
    assertThat(report("8420").proof()).isFalse();
  }

  @Test
  @DisplayName("M-M14 a list counts at once; the notices follow in steps, whoever is killed")
  void mM14_inSteps() throws Exception {
    assertThat(takeList(1, "inaccord")).isEqualTo(new Answer.Done<>(1));
    byte[] participant = TestTrust.bytes(TestTrust.PARTICIPANT);
    administer(() -> trust.takeCertificate(new ByteArrayInputStream(participant)));
    DocumentTown.Application last = town.application(parent, "Ben");
    byte[] photo = photo(notice("267A123456789", TestTrust.participantKey()));
    send(parent, application, photo);
    send(parent, last, photo);
    assertThat(outcomes()).containsExactly("AUTHENTIC", "AUTHENTIC");
    assertThat(judged.isWaiting(last.id())).isFalse();
    String authentic = "select count(*) from aid_tax_notice where outcome = 'AUTHENTIC'";
    long before = territory.number(authentic);
    takeTheTurn();
    try {
      assertThat(takeList(2, "expired")).isEqualTo(new Answer.Done<>(0));
      assertThat(outcomes()).as("not in the import").containsExactly("AUTHENTIC", "AUTHENTIC");
      judgeUntil(application);
      assertThat(outcomes()).containsExactly("UNKNOWN_CERTIFICATE", "AUTHENTIC");
      assertThat(judged.isWaiting(last.id())).isTrue();
      allJudged();
      assertThat(outcomes()).containsOnly("UNKNOWN_CERTIFICATE");
      long lost = before - territory.number(authentic);
      assertThat(judged.standing().unverified()).isEqualTo(lost).isGreaterThanOrEqualTo(2);

      takeList(3, "inaccord");
      judgeUntil(application);
      assertThat(outcomes()).containsExactly("AUTHENTIC", "UNKNOWN_CERTIFICATE");
      takeList(4, "expired");
      assertThat(judged.isWaiting(application.id())).as("once more").isTrue();
      allJudged();
      assertThat(outcomes()).containsOnly("UNKNOWN_CERTIFICATE");
    } finally {
      leases.giveAllBack();
    }
  }

  @Test
  @DisplayName("M-M02 without a readable code nothing is refused: a person looks")
  void mM02_withoutCode() throws Exception {
    BufferedImage blank = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(blank, "png", bytes);
    Caller who = parent;
    DocumentTown.Application to = application;
    Answer<DocumentLine> answer =
        acting
            .as(
                who,
                Role.GUARDIAN,
                () ->
                    family.add(
                        to.publicId(),
                        "TAX_NOTICE",
                        "avis.png",
                        new ByteArrayInputStream(bytes.toByteArray())))
            .orElseThrow();
    assertThat(answer).isInstanceOf(Answer.Done.class);
    town.looked(to, checks, "to_read");
    NoticeReports.All all =
        acting
            .as(
                who,
                Role.GUARDIAN,
                () -> family.notices(to.publicId(), Optional.empty(), Optional.empty()))
            .orElseThrow();
    assertThat(all.year()).isEqualTo(NoticeYear.UNKNOWN);
    assertThat(all.enoughPages()).isFalse();
    assertThat(all.documents())
        .singleElement()
        .satisfies(r -> assertThat(r.outcome()).contains(Outcome.NO_CODE))
        .satisfies(r -> assertThat(r.differences()).isEqualTo(List.of()));
  }
}
