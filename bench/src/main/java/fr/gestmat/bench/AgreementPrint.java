package fr.gestmat.bench;

import fr.gestmat.bench.territory.WebSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * How long it takes to print the agreements of 2,000 pupils into one file, from the button to the
 * file, in the background and beside nothing else; and, once more, what a full collection leaves on
 * the server's heap meanwhile.
 */
final class AgreementPrint {

  private static final int PUPILS = 2_000;
  private static final double MOST_SECONDS = 60;
  private static final double HEAP_LIMIT_MB = 64;

  private AgreementPrint() {}

  static List<Figure> measure(Place place) throws Exception {
    Product product = place.region();
    try (Connection owner = product.owner()) {
      clear(owner);
      String uai = issue(owner);
      try {
        Visit visit =
            new Visit(product.server().httpPort(), WebSession.open(owner, product.plan().size()));
        print(visit, uai);
        double seconds = print(visit, uai);
        return List.of(
            Figure.atMost(MOST_SECONDS, seconds, "s", "Agreements of 2,000 pupils as one PDF"),
            Figure.atMost(
                HEAP_LIMIT_MB,
                ServerHeap.growth(product, () -> print(visit, uai)) / 1e6,
                "MB",
                "The most that they add to the live heap while they are printed"));
      } finally {
        clear(owner);
      }
    }
  }

  private static double print(Visit visit, String uai) throws Exception {
    long start = System.nanoTime();
    visit.file(visit.post("/conventions/impression", "etablissement=" + uai), "/fichiers/");
    double seconds = (System.nanoTime() - start) / 1e9;
    Talk.say("Agreements: %.1f s", seconds);
    return seconds;
  }

  /** Agreements of pupils who hold a device, all issued by one school; its UAI. */
  private static String issue(Connection owner) throws SQLException {
    String text = "Le matériel reste la propriété de {collectivite.nom}. ".repeat(40);
    try (Statement statement = owner.createStatement()) {
      statement.execute(
          "insert into agreement_text (id, public_id, authority_id, name, number, state, title,"
              + " body, digest, saved_at, saved_by) select 1, uuid(), id, 'Bench', 1, 'PUBLISHED',"
              + " 'Convention de {eleve.prenom} {eleve.nom}', '"
              + text
              + "', unhex(sha2('bench', 256)), utc_timestamp(6), 'Bench' from local_authority"
              + " limit 1");
      statement.execute(
          "insert into loan_agreement (id, public_id, authority_id, school_id, pupil_id, text_id,"
              + " code, issued_at, issued_by) select p.id, uuid(), p.authority_id, (select min(id)"
              + " from school), p.id, 1, concat('B', lpad(p.id, 10, '0')), utc_timestamp(6),"
              + " 'Bench' from pupil p where p.status = 'ACTIVE' and exists (select 1 from loan l"
              + " where l.pupil_id = p.id and l.state = 'OPEN') order by p.id limit "
              + PUPILS);
      statement.execute(
          "update loan l join loan_agreement a on a.pupil_id = l.pupil_id set l.agreement_id ="
              + " a.id where l.state <> 'CLOSED'");
      try (ResultSet row =
          statement.executeQuery(
              "select uai from school where id = (select min(id) from school)")) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static void clear(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("update loan set agreement_id = null where agreement_id is not null");
      statement.execute("delete from agreement_step");
      statement.execute("delete from loan_agreement");
      statement.execute("delete from agreement_text");
    }
  }
}
