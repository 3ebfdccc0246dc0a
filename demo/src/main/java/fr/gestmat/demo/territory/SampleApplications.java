package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.AidFamily.Child;
import fr.gestmat.demo.territory.SampleCase.Officer;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The applications for meal aid that the guides tell of, one in each state that the people who
 * handle them meet: sent, waiting for the family, granted and refused.
 */
final class SampleApplications {

  private final Sample sample;
  private final SampleAidRows rows;
  private final SampleCampaign campaign;
  private final Officer officer;

  /** For a campaign; the officer has those in hand that are not new. */
  SampleApplications(Sample sample, SampleAidRows rows, SampleCampaign campaign, Officer officer) {
    this.sample = sample;
    this.rows = rows;
    this.campaign = campaign;
    this.officer = officer;
  }

  /** One that nobody looked at. */
  SampleCase sent(AidFamily family, String quotient) throws SQLException {
    return submitted(family, quotient, 12);
  }

  /** One whose family owes the officer a document. */
  SampleCase toComplete(AidFamily family, String quotient) throws SQLException {
    SampleCase one = submitted(family, quotient, 15);
    one.take(officer, ago(13));
    one.ask(
        "OUTDATED",
        "Pouvez-vous joindre une attestation de la CAF du mois dernier ? Celle que vous avez"
            + " envoyée date de l’an dernier.",
        sample.today().plusDays(11),
        ago(4));
    return one;
  }

  /** One that is decided as the scale says. */
  SampleCase decided(AidFamily family, String quotient, int days) throws SQLException {
    SampleCase one = submitted(family, quotient, days);
    one.take(officer, ago(days - 2));
    one.decide(ago(days - 9), false);
    return one;
  }

  private SampleCase submitted(AidFamily family, String quotient, int days) throws SQLException {
    Child child = family.children().get(0);
    SampleCase one =
        new SampleCase(
            rows,
            sample.chance(),
            campaign,
            family,
            child,
            new SampleAnswers(
                Optional.of(new BigDecimal(quotient)),
                Optional.empty(),
                YearMonth.from(sample.today().minusMonths(2)),
                2,
                "ALONE",
                "WITH_ME",
                4,
                false,
                "",
                "fr"));
    one.begin(ago(days).minus(1, ChronoUnit.HOURS));
    one.submit(ago(days));
    return one;
  }

  private Instant ago(int days) {
    return sample.now().minus(days, ChronoUnit.DAYS);
  }
}
