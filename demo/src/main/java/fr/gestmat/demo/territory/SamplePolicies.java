package fr.gestmat.demo.territory;

import fr.gestmat.lending.entity.IncidentKind;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two whole policies with their calendars and prices: a region that lends one laptop for the whole
 * schooling and gives it at its end, and a département where everything is back in June and what is
 * lost or broken is charged.
 */
final class SamplePolicies {

  private static final Map<String, BigDecimal> ACCESSORIES =
      Map.of(
          "Chargeur", new BigDecimal("39.00"),
          "Housse", new BigDecimal("14.50"),
          "Sacoche", new BigDecimal("22.00"),
          "Stylet", new BigDecimal("28.90"),
          "Carte SD", new BigDecimal("9.90"));

  private final Sample sample;
  private final long authority;

  private SamplePolicies(Sample sample, long authority) {
    this.sample = sample;
    this.authority = authority;
  }

  /** The region's: one laptop for the whole schooling, given to those who leave from terminale. */
  static void wholeSchooling(Sample sample, long authority) throws SQLException {
    SamplePolicies policies = new SamplePolicies(sample, authority);
    int year = sample.schoolYear().getYear();
    policies.version("Règlement " + (year - 3), sample.schoolYear().minusYears(3), "", "");
    long now =
        policies.version("Un ordinateur pour tout le lycée", sample.schoolYear(), "202,2474", "");
    policies.incident(now, IncidentKind.BREAKAGE, "NONE", false, "NONE", false, false);
    policies.incident(now, IncidentKind.LOSS, "NONE", false, "NONE", true, false);
    policies.incident(now, IncidentKind.THEFT, "EMERGENCY", true, "NONE", false, false);
    policies.closedDays();
  }

  /** The département's: a loan for the year, charged when lost or broken. */
  static void yearly(Sample sample, long authority) throws SQLException {
    SamplePolicies policies = new SamplePolicies(sample, authority);
    LocalDate june = LocalDate.of(sample.schoolYear().getYear() + 1, 6, 30);
    while (june.getDayOfWeek().getValue() > 5) {
      june = june.minusDays(1);
    }
    long now =
        policies.version(
            "Prêt d'un an aux 4e et 3e",
            sample.schoolYear(),
            "",
            "06-%02d".formatted(june.getDayOfMonth()));
    policies.incident(now, IncidentKind.BREAKAGE, "STOCK", false, "REPAIR_COST", false, false);
    policies.incident(now, IncidentKind.LOSS, "NONE", false, "REPLACEMENT_PRICE", true, true);
    policies.incident(now, IncidentKind.THEFT, "STOCK", true, "NONE", false, false);
    policies.closedDays();
    try (Rows rows =
        new Rows(
            sample.connection(),
            "lending_policy_limit",
            List.of("policy_id", "category", "mef", "most"))) {
      rows.add(now, "TABLET", "", 0);
    }
  }

  /** Prices of a model and its accessories for this school year and the next. */
  static void prices(Sample sample, long model, BigDecimal price, List<String> accessories)
      throws SQLException {
    try (Rows rows =
        new Rows(
            sample.connection(),
            "replacement_price",
            List.of("model_id", "accessory", "school_year", "amount"))) {
      for (int year : List.of(sample.schoolYear().getYear(), sample.schoolYear().getYear() + 1)) {
        rows.add(model, "", year, price);
        for (String accessory : accessories) {
          rows.add(model, accessory, year, Objects.requireNonNull(ACCESSORIES.get(accessory)));
        }
      }
    }
  }

  private long version(String name, LocalDate start, String givenTo, String loanEnds)
      throws SQLException {
    long id = sample.ids("lending_policy_seq").next();
    boolean yearly = !loanEnds.isEmpty();
    try (Rows rows =
        new Rows(
            sample.connection(),
            "lending_policy",
            List.of(
                "id",
                "authority_id",
                "name",
                "starts_on",
                "eligible_mef",
                "loan_ends",
                "agreement",
                "agreement_days",
                "given_at_end",
                "given_mef",
                "pieces_charged",
                "loan_follows_pupil",
                "presumed_lost_days",
                "personal_data_months"))) {
      rows.add(
          id,
          authority,
          name,
          start,
          yearly ? "102,103" : "",
          yearly ? loanEnds : null,
          yearly ? "REQUIRED" : "MAY_FOLLOW",
          yearly ? 0 : 15,
          !givenTo.isEmpty(),
          givenTo,
          yearly,
          !yearly,
          yearly ? 60 : null,
          yearly ? 12 : 24);
    }
    return id;
  }

  private void incident(
      long policy,
      IncidentKind kind,
      String replacement,
      boolean police,
      String charge,
      boolean blocks,
      boolean refund)
      throws SQLException {
    try (Rows rows =
        new Rows(
            sample.connection(),
            "lending_policy_incident",
            List.of(
                "policy_id",
                "kind",
                "replacement",
                "needs_police_report",
                "charge",
                "blocks_new_loan",
                "refund_if_found"))) {
      rows.add(policy, kind, replacement, police, charge, blocks, refund);
    }
  }

  private void closedDays() throws SQLException {
    try (Rows rows =
        new Rows(sample.connection(), "closed_day", List.of("authority_id", "day", "label"))) {
      int year = sample.schoolYear().getYear();
      rows.add(authority, LocalDate.of(year, 11, 11), "Armistice");
      rows.add(authority, LocalDate.of(year, 12, 25), "Noël");
      rows.add(authority, LocalDate.of(year + 1, 1, 1), "Jour de l'an");
      rows.add(authority, LocalDate.of(year + 1, 5, 1), "Fête du travail");
      rows.add(authority, LocalDate.of(year + 1, 5, 8), "Victoire de 1945");
      rows.add(authority, LocalDate.of(year + 1, 7, 14), "Fête nationale");
    }
  }
}
