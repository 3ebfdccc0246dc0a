package fr.gestmat.demo.territory;

import fr.gestmat.mealaid.control.eligibility.Rule;
import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.mealaid.entity.CampaignDays;
import fr.gestmat.mealaid.entity.LatePeriod;
import fr.gestmat.mealaid.entity.Term;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * A year of meal aid in the département.
 *
 * @param id database id
 * @param year in which the school year begins
 * @param yearsAgo 0 for this year's, 1 for last year's
 * @param scaleId database id of its scale
 */
record SampleCampaign(
    long id,
    long authority,
    int year,
    int yearsAgo,
    CampaignDays days,
    List<Term> terms,
    long scaleId,
    Scale scale) {

  /** Name of every campaign, before its years. */
  static final String NAME = "Aide à la cantine";

  /** The rules that both have, but for the income, which the scale says. */
  static final List<Rule> RULES =
      List.of(
          new Rule.HalfBoard(false), new Rule.Meals(3, true), new Rule.Residence(List.of("99")));

  /** This year's: open for two months, with its last days for the whole year to come. */
  static SampleCampaign running(Sample sample, long authority) throws SQLException {
    LocalDate today = sample.today();
    return write(
        sample,
        authority,
        sample.schoolYear().getYear(),
        new CampaignDays(
            today.minusDays(60),
            today.plusDays(6),
            today.plusDays(150),
            List.of(new LatePeriod(today.plusDays(90), 2), new LatePeriod(today.plusDays(150), 3))),
        SampleScale.SHARES,
        List.of(56, 44, 41));
  }

  /** Last year's, which is over. */
  static SampleCampaign last(Sample sample, long authority) throws SQLException {
    int year = sample.schoolYear().getYear() - 1;
    return write(
        sample,
        authority,
        year,
        new CampaignDays(
            LocalDate.of(year, 6, 1),
            LocalDate.of(year, 10, 15),
            LocalDate.of(year + 1, 3, 31),
            List.of(
                new LatePeriod(LocalDate.of(year, 12, 31), 2),
                new LatePeriod(LocalDate.of(year + 1, 3, 31), 3))),
        SampleScale.EUROS,
        List.of(57, 43, 42));
  }

  private static SampleCampaign write(
      Sample sample,
      long authority,
      int year,
      CampaignDays days,
      Scale scale,
      List<Integer> mealDays)
      throws SQLException {
    long id = sample.ids("aid_campaign_seq").next();
    Instant published = days.opensOn().minusDays(6).atTime(9, 30).toInstant(ZoneOffset.UTC);
    List<Term> terms =
        List.of(
            new Term(1, LocalDate.of(year, 9, 1), LocalDate.of(year, 12, 18), mealDays.get(0)),
            new Term(
                2, LocalDate.of(year + 1, 1, 4), LocalDate.of(year + 1, 3, 31), mealDays.get(1)),
            new Term(
                3, LocalDate.of(year + 1, 4, 1), LocalDate.of(year + 1, 7, 3), mealDays.get(2)));
    Writing writing = new Writing(sample, id);
    writing.campaign(authority, year, days, published);
    for (LatePeriod late : days.latePeriods()) {
      writing.row(
          "aid_late_period",
          List.of("campaign_id", "ends_on", "first_term"),
          late.endsOn(),
          late.firstTerm());
    }
    for (Term term : terms) {
      writing.row(
          "aid_term",
          List.of("campaign_id", "number", "starts_on", "ends_on", "meal_days"),
          term.number(),
          term.startsOn(),
          term.endsOn(),
          term.mealDays());
    }
    writing.questions(published);
    writing.words();
    return new SampleCampaign(
        id,
        authority,
        year,
        sample.schoolYear().getYear() - year,
        days,
        terms,
        SampleScale.write(sample, scale, authority, id, days.opensOn(), SampleMealAid.MANAGER),
        scale);
  }

  /** Writes what belongs to a campaign. */
  private record Writing(Sample sample, long campaign) {

    void campaign(long authority, int year, CampaignDays days, Instant published)
        throws SQLException {
      row(
          "aid_campaign",
          List.of(
              "id",
              "public_id",
              "authority_id",
              "name",
              "school_year",
              "opens_on",
              "full_effect_until",
              "closes_on",
              "income_year",
              "published_at",
              "published_by"),
          UUID.nameUUIDFromBytes(("campaign of " + year).getBytes(StandardCharsets.UTF_8)),
          authority,
          NAME + " " + year + "-" + (year + 1),
          year,
          days.opensOn(),
          days.fullEffectUntil(),
          days.closesOn(),
          year - 1,
          published,
          SampleMealAid.MANAGER);
    }

    void questions(Instant published) throws SQLException {
      row(
          "aid_form_version",
          List.of("campaign_id", "version", "income", "extras", "created_at", "created_by"),
          1,
          "BOTH",
          "ALLOWANCE HEALTH MESSAGE PHONE",
          published,
          SampleMealAid.MANAGER);
      rule("HALF_BOARD", false, "{\"boarders\":false}");
      rule("MEALS", true, "{\"least\":3,\"healthExcepted\":true}");
      rule("RESIDENCE", true, "{\"postalCodes\":[\"99\"]}");
      rule("INCOME", false, "{}");
      demand("TAX", "TAX_NOTICE", false);
      demand("TWO_NOTICES", "PARTNER_TAX_NOTICE", false);
      demand("NO_INCOME", "RESOURCES_STATEMENT", true);
      demand("ALTERNATING", "CUSTODY_DECISION", false);
      demand("ENTRUSTED", "ENTRUSTING_DECISION", true);
    }

    void words() throws SQLException {
      List<String> columns = List.of("campaign_id", "place", "body");
      row(
          "aid_campaign_text",
          columns,
          "WELCOME",
          "Le Département de la Sarne paie une partie des repas de votre collégien, selon vos"
              + " revenus.");
      row(
          "aid_campaign_text",
          columns,
          "CONTACT",
          "Une question ? Service des collèges, 03 99 00 00 00, cantine@sarne.example");
    }

    private void rule(String code, boolean overridable, String parameters) throws SQLException {
      row(
          "aid_rule",
          List.of("campaign_id", "code", "active", "overridable", "parameters"),
          code,
          true,
          overridable,
          parameters);
    }

    private void demand(String situation, String kind, boolean mandatory) throws SQLException {
      row(
          "aid_document_demand",
          List.of("campaign_id", "situation", "kind", "mandatory"),
          situation,
          kind,
          mandatory);
    }

    /** A row whose first column is the campaign. */
    void row(String table, List<String> columns, Object... more) throws SQLException {
      Object[] values = new Object[more.length + 1];
      values[0] = campaign;
      System.arraycopy(more, 0, values, 1, more.length);
      try (Rows rows = new Rows(sample.connection(), table, columns)) {
        rows.add(values);
      }
    }
  }
}
