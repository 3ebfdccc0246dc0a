package fr.gestmat.bench;

import fr.gestmat.mealaid.control.scale.Bracket;
import fr.gestmat.mealaid.control.scale.Condition;
import fr.gestmat.mealaid.control.scale.Household;
import fr.gestmat.mealaid.control.scale.HouseholdInputs;
import fr.gestmat.mealaid.control.scale.PastApplications;
import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.mealaid.control.scale.Simulation;
import fr.gestmat.mealaid.control.scale.Tariff;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.Term;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ConditionKind;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import fr.gestmat.mealaid.entity.scale.Sense;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A scale of 35 brackets, by income and number of children, three of them for the RSA, a
 * scholarship and the third child at the canteen, tried on a year of a département: read from the
 * database one by one with what each decision was computed from, assessed, and compared with what
 * was given.
 */
final class ScaleTrial {

  private static final int APPLICATIONS = 23_000;
  private static final int ROUNDS = 5;
  private static final int BATCH = 1_000;
  private static final double MOST_SECONDS = 2;
  private static final int[][] CEILINGS = {
    {3419, 4208, 4997, 5786, 6576, 7365, 8154, 8943},
    {9691, 11928, 14164, 16401, 18637, 20873, 23110, 25346},
    {17927, 22064, 26201, 30338, 34476, 38613, 42750, 46886}
  };
  private static final String[] PER_TERM = {"165", "105", "38"};

  private ScaleTrial() {}

  static List<Figure> measure(Place place) throws Exception {
    Product product = place.empty();
    try (Connection owner = product.owner()) {
      long authority = insert(owner);
      Talk.say("%,d applications are there", APPLICATIONS);
      List<Double> seconds = new ArrayList<>();
      long all = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        Simulation simulation = new Simulation(scale(), terms(), new BigDecimal("4.00"));
        PastApplications.each(owner, authority, authority, simulation::take);
        all = simulation.outcome().all();
        seconds.add((System.nanoTime() - start) / 1e9);
      }
      if (all != APPLICATIONS) {
        throw new IllegalStateException("tried on " + all + " applications");
      }
      return List.of(
          Figure.atMost(
              MOST_SECONDS,
              seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
              "s",
              "A scale of 35 brackets tried on 23,000 applications, slowest of 5"));
    }
  }

  private static Scale scale() {
    List<Bracket> brackets = new ArrayList<>();
    for (Condition condition :
        List.of(
            Condition.of(ConditionKind.WELFARE),
            Condition.of(ConditionKind.SCHOLARSHIP),
            new Condition(ConditionKind.CHILD_RANK, 3))) {
      brackets.add(Bracket.between(null, null, Tariff.flat("165")).when(condition));
    }
    for (int children = 1; children <= CEILINGS[0].length; children++) {
      String from = "0";
      for (int level = 0; level < CEILINGS.length; level++) {
        String upTo = String.valueOf(CEILINGS[level][children - 1]);
        brackets.add(Bracket.between(from, upTo, Tariff.flat(PER_TERM[level])).inColumn(children));
        from = upTo;
      }
      brackets.add(Bracket.between(from, null, Tariff.flat("0")).inColumn(children));
    }
    return new Scale(
        ScaleKind.INCOME_BY_CHILDREN,
        AmountUnit.PER_TERM,
        Sense.AID,
        BoundStyle.UPPER_INCLUDED,
        false,
        brackets);
  }

  private static List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    for (int number = 1; number <= 3; number++) {
      terms.add(new Term(number, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 18), 50));
    }
    return terms;
  }

  /** An authority whose campaign has its number, with decided applications. */
  private static long insert(Connection owner) throws SQLException {
    long authority = next(owner, "local_authority_seq");
    try (Statement statement = owner.createStatement()) {
      statement.executeUpdate(
          "insert into local_authority (id, public_id, name, kind) values (%d, uuid(), 'Essai',"
                  .formatted(authority)
              + " 'DEPARTEMENT')");
      statement.executeUpdate(
          ("insert into aid_campaign (id, public_id, authority_id, name, school_year, opens_on,"
                  + " full_effect_until, closes_on, income_year) values (%1$d, uuid(), %1$d,"
                  + " 'Essai', 2025, '2025-05-01', '2025-09-30', '2026-03-31', 2024)")
              .formatted(authority));
    }
    Random random = new Random(23);
    try (PreparedStatement application =
            owner.prepareStatement(
                "insert into aid_application (id, public_id, authority_id, campaign_id, number,"
                    + " child_family_name, child_given_name, child_key, state, origin,"
                    + " applicant_name, submitted_at, created_at, changed_at, changed_by,"
                    + " reference_tax_income, dependent_children, meals_a_week, submitted)"
                    + " values (?, uuid(), ?, ?, ?, 'Durand', 'Zoé', ?, 'GRANTED', 'FAMILY',"
                    + " 'Parent', utc_timestamp(6), utc_timestamp(6), utc_timestamp(6), 'Parent',"
                    + " ?, ?, ?, '{}')");
        PreparedStatement decision =
            owner.prepareStatement(
                "insert into aid_decision (id, public_id, authority_id, campaign_id,"
                    + " application_id, number, outcome, inputs, rate, unit, decided_at,"
                    + " decided_by) values (?, uuid(), ?, ?, ?, 1, 'GRANTED', ?, ?, 'RATE',"
                    + " utc_timestamp(6), 'Essai')")) {
      for (int i = 0; i < APPLICATIONS; i++) {
        long id = authority * 1_000_000 + i;
        set(application, id, authority, authority, id, "K" + id);
        int income = random.nextInt(50_000);
        int children = 1 + random.nextInt(6);
        application.setInt(6, income);
        application.setInt(7, children);
        application.setInt(8, 3 + random.nextInt(3));
        application.addBatch();
        Household household =
            Household.unknown()
                .withTaxIncome(BigDecimal.valueOf(income))
                .withChildren(children)
                .withChildRank(1 + random.nextInt(children))
                .withWelfare(random.nextInt(10) == 0)
                .withScholarship(random.nextInt(10) == 0);
        String inputs = HouseholdInputs.json(household).toString();
        set(decision, id, authority, authority, id, inputs, random.nextBoolean() ? 50 : 100);
        decision.addBatch();
        if ((i + 1) % BATCH == 0) {
          application.executeBatch();
          decision.executeBatch();
        }
      }
      application.executeBatch();
      decision.executeBatch();
    }
    return authority;
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private static long next(Connection owner, String sequence) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("select next value for " + sequence)) {
      row.next();
      return row.getLong(1);
    }
  }
}
