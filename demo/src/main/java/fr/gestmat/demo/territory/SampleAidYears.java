package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.AidFamily.College;
import fr.gestmat.demo.territory.SampleAppeals.Fate;
import fr.gestmat.demo.territory.SampleCase.Officer;
import fr.gestmat.mealaid.entity.Term;
import fr.gestmat.mealaid.entity.statement.StatementState;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * Two years of canteen aid: last year's, decided and paid, and this year's, in the middle of its
 * work.
 *
 * @param officers who reviews, the one first who can be signed on as
 */
record SampleAidYears(Sample sample, long authority, List<Officer> officers) {

  /**
   * Writes them.
   *
   * @param told families of applications that the guides tell of: sent, to complete, granted and
   *     refused
   * @param families all others
   * @return this year's campaign
   */
  SampleCampaign write(List<AidFamily> told, List<AidFamily> families) throws SQLException {
    List<College> colleges =
        families.stream().map(family -> family.children().get(0).college()).distinct().toList();
    try (SampleAidRows rows = new SampleAidRows(sample);
        SampleStatements statements = new SampleStatements(sample, authority)) {
      SampleReview last = last(rows, families, colleges, statements);
      return running(rows, told, families, colleges, statements, last);
    }
  }

  private SampleReview last(
      SampleAidRows rows,
      List<AidFamily> families,
      List<College> colleges,
      SampleStatements statements)
      throws SQLException {
    SampleCampaign campaign = SampleCampaign.last(sample, authority);
    SampleReview review =
        new SampleReview(
            new SampleWork(
                sample,
                officers,
                campaign.terms().get(2).startsOn().atStartOfDay(SampleCase.ZONE).toInstant()),
            rows,
            campaign);
    review.play(families, 82, SampleRush.LAST_YEAR);
    // After the first term's statements: the next ones make up for it.
    review.appeals(List.of(Fate.UPHELD, Fate.REJECTED), LocalDate.of(campaign.year() + 1, 1, 12));
    List<SampleCase> cases = review.write();
    for (Term term : campaign.terms()) {
      statements.close(campaign, term, colleges, cases);
    }
    return review;
  }

  private SampleCampaign running(
      SampleAidRows rows,
      List<AidFamily> told,
      List<AidFamily> families,
      List<College> colleges,
      SampleStatements statements,
      SampleReview last)
      throws SQLException {
    SampleCampaign campaign = SampleCampaign.running(sample, authority);
    SampleReview review =
        new SampleReview(new SampleWork(sample, officers, sample.now()), rows, campaign)
            .after(last);
    SampleApplications applications =
        new SampleApplications(sample, rows, campaign, officers.get(0));
    review.adopt(applications.sent(told.get(0), "486.50"));
    review.adopt(applications.toComplete(told.get(1), "720.00"));
    review.adopt(applications.decided(told.get(2), "412.00", 30));
    review.adopt(applications.decided(told.get(3), "1340.00", 25));
    review.play(families, 35, SampleRush.THIS_YEAR);
    review.drafts(families, 11);
    review.appeals(List.of(Fate.OPEN, Fate.OPEN, Fate.REJECTED), campaign.days().opensOn());
    List<SampleCase> cases = review.write();
    // The collège where newcomers sign on has none yet: they make it.
    Term term = campaign.terms().get(0);
    statements.open(campaign, term, colleges.get(1), cases, StatementState.CHECKED);
    statements.open(campaign, term, colleges.get(3), cases, StatementState.DRAFT);
    return campaign;
  }
}
