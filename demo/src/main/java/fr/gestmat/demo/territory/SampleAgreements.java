package fr.gestmat.demo.territory;

import fr.gestmat.lending.control.AgreementCode;
import fr.gestmat.lending.control.agreement.TextRule;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One text of agreements in use, and agreements to look at: one class of each lycée and the
 * families of the simulated ENT; half of them still have to be signed.
 */
final class SampleAgreements {

  private static final TextRule.Typed TEXT =
      new TextRule.Typed(
          "Convention de prêt",
          "Convention de prêt de matériel informatique",
          """
          {collectivite.nom} prête à {eleve.prenom} {eleve.nom}, élève de {eleve.classe} à \
          {etablissement.nom}, le matériel suivant : {materiels}. Le matériel reste la propriété de \
          {collectivite.nom}.

          L'élève l'utilise pour sa scolarité, au lycée et à la maison, jusqu'à {fin}. Il le \
          transporte dans sa housse, ne le prête à personne et n'en retire pas l'étiquette.

          En cas de panne, de casse, de perte ou de vol, l'élève ou son responsable prévient \
          l'établissement dans les deux jours ouvrés. Un vol demande un dépôt de plainte.

          Le matériel est rendu complet, avec ses accessoires : {accessoires}. Un élève qui quitte \
          l'établissement le rend avant son départ.
          """,
          "Une question ? Adressez-vous au référent numérique de {etablissement.nom}.");

  private static final String HOLDERS =
      "SELECT p.id, p.school_id, p.class_id FROM pupil p WHERE p.status = 'ACTIVE' AND EXISTS"
          + " (SELECT 1 FROM loan l WHERE l.pupil_id = p.id AND l.state = 'OPEN') ORDER BY p.id";

  private static final String FAMILIES =
      "SELECT h.pupil_id FROM guardianship h JOIN (SELECT guardian_id FROM guardianship GROUP BY"
          + " guardian_id ORDER BY COUNT(*) DESC, guardian_id LIMIT 2) b ON b.guardian_id ="
          + " h.guardian_id";

  private static final String TEXT_ROW =
      "INSERT INTO agreement_text (id, public_id, authority_id, name, number, state, title, body,"
          + " note, digest, saved_at, saved_by, published_at, published_by) VALUES (?, ?, ?, ?, 1,"
          + " 'PUBLISHED', ?, ?, ?, ?, ?, 'Région', ?, 'Région')";

  private static final String AGREEMENT =
      "INSERT INTO loan_agreement (id, public_id, authority_id, school_id, pupil_id, text_id, code,"
          + " issued_at, issued_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'Région')";

  private static final String SIGNATURES =
      "INSERT INTO agreement_signature (id, public_id, agreement_id, purpose, party, signer_name,"
          + " decision, way, text_id, text_digest, signed_at, recorded_by, account_id) SELECT NEXT"
          + " VALUE FOR agreement_signature_seq, UUID(), a.id, 'AGREEMENT', ?, IF(? = 'PUPIL',"
          + " CONCAT(p.given_name, ' ', p.family_name), 'Responsable légal'), 'SIGNED', 'PAPER',"
          + " a.text_id, ?, a.issued_at + INTERVAL 3 DAY, 'Région', 0 FROM loan_agreement a JOIN"
          + " pupil p ON p.id = a.pupil_id WHERE a.text_id = ? AND a.id % 2 = 0";

  private record Holder(long pupil, long school) {}

  private SampleAgreements() {}

  static void write(Sample sample, long authority) throws SQLException {
    Instant issued = sample.now().minus(20, ChronoUnit.DAYS);
    long text = sample.ids("agreement_text_seq").next();
    try (PreparedStatement row = sample.connection().prepareStatement(TEXT_ROW)) {
      set(
          row,
          text,
          sample.chance().uuid().toString(),
          authority,
          TEXT.name(),
          TEXT.title(),
          TEXT.body(),
          TEXT.note(),
          TEXT.digest(),
          utc(issued),
          utc(issued));
      row.executeUpdate();
    }
    Ids ids = sample.ids("loan_agreement_seq");
    try (PreparedStatement row = sample.connection().prepareStatement(AGREEMENT)) {
      for (Holder holder : holders(sample)) {
        set(
            row,
            ids.next(),
            sample.chance().uuid().toString(),
            authority,
            holder.school(),
            holder.pupil(),
            text,
            AgreementCode.next(),
            utc(issued));
        row.addBatch();
      }
      row.executeBatch();
    }
    for (String party : List.of("PUPIL", "GUARDIAN")) {
      try (PreparedStatement rows = sample.connection().prepareStatement(SIGNATURES)) {
        set(rows, party, party, TEXT.digest(), text);
        rows.executeUpdate();
      }
    }
    try (Statement update = sample.connection().createStatement()) {
      update.executeUpdate(
          "UPDATE loan_agreement a SET a.pupil_signed_at = a.issued_at + INTERVAL 3 DAY,"
              + " a.guardian_signed_at = a.issued_at + INTERVAL 3 DAY WHERE a.id % 2 = 0");
      update.executeUpdate(
          "UPDATE loan l JOIN loan_agreement a ON a.pupil_id = l.pupil_id SET l.agreement_id ="
              + " a.id WHERE l.state <> 'CLOSED'");
    }
  }

  private static List<Holder> holders(Sample sample) throws SQLException {
    Set<Long> families = new HashSet<>();
    Map<Long, Long> classes = new HashMap<>();
    List<Holder> holders = new ArrayList<>();
    try (Statement query = sample.connection().createStatement()) {
      try (ResultSet rows = query.executeQuery(FAMILIES)) {
        while (rows.next()) {
          families.add(rows.getLong(1));
        }
      }
      try (ResultSet rows = query.executeQuery(HOLDERS)) {
        while (rows.next()) {
          Holder holder = new Holder(rows.getLong(1), rows.getLong(2));
          classes.putIfAbsent(holder.school(), rows.getLong(3));
          if (classes.get(holder.school()) == rows.getLong(3)
              || families.contains(holder.pupil())) {
            holders.add(holder);
          }
        }
      }
    }
    return holders;
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static LocalDateTime utc(Instant at) {
    return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }
}
