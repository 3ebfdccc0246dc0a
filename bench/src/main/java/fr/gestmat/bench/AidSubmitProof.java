package fr.gestmat.bench;

import fr.gestmat.bench.territory.AidPlan;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Whether everything that was sent is there, once: counted in the database. */
final class AidSubmitProof {

  private final Connection owner;
  private final AidPlan plan;

  AidSubmitProof(Connection owner, AidPlan plan) {
    this.owner = owner;
    this.plan = plan;
  }

  List<Figure> figures() throws SQLException {
    // Only what families sent in this run has such an event, and each has a number of its own.
    String sent =
        "from aid_application a join (select application_id, count(*) n from aid_event where event"
            + " = 'SUBMIT' group by application_id) e on e.application_id = a.id";
    long lost =
        count("select count(*) from aid_application where state = 'DRAFT'")
            + Math.abs(plan.drafts() - count("select count(*) " + sent))
            + count("select count(*) " + sent + " where a.number is null or a.state = 'DRAFT'");
    long words =
        plan.drafts()
            - count(
                "select count(*) "
                    + sent
                    + " where a.submitted like concat('%Merci de la part de la famille ',"
                    + " a.applicant_guardian_id - 1, '.%')");
    long twice =
        count("select count(*) " + sent + " where e.n > 1")
            + count("select count(*) - count(distinct number) from aid_application")
            + Math.abs(plan.drafts() - told("journal_entry where action = 'AID_SUBMIT'"))
            + Math.abs(plan.drafts() - told("notice where kind = 'AID_SENT'"));
    long documents = told("aid_document where handed_in_at is null");
    return List.of(
        Figure.of("Applications sent by them, brothers and sisters together", "%,d", plan.drafts()),
        Figure.atMost(0, lost, "", "Applications lost"),
        Figure.atMost(0, twice, "", "Applications, numbers, lines of the journal or mails doubled"),
        Figure.atMost(0, words, "", "Last words that were kept by themselves and are not in them"),
        Figure.atMost(0, documents, "", "Documents that were not handed in with them"));
  }

  private long told(String fromWhere) throws SQLException {
    return count("select count(*) from " + fromWhere);
  }

  private long count(String query) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
