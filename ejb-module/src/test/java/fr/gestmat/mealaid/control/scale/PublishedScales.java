package fr.gestmat.mealaid.control.scale;

import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ConditionKind;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import fr.gestmat.mealaid.entity.scale.Sense;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Scales that were published in France, as they were printed. */
final class PublishedScales {

  private PublishedScales() {}

  /**
   * A year of the scholarship for collèges.
   *
   * @param name the school year
   * @param ceilings of the levels 1, 2 and 3, for 1 to 8 children
   * @param perTerm what the levels 1, 2 and 3 give each term
   */
  record Scholarship(String name, int[][] ceilings, int[] perTerm) {

    /** Its brackets: from the level of the lowest incomes up, column by column. */
    Scale scale() {
      List<Bracket> brackets = new ArrayList<>();
      for (int children = 1; children <= 8; children++) {
        String from = null;
        for (int level = ceilings.length; level >= 1; level--) {
          String upTo = String.valueOf(ceilings[level - 1][children - 1]);
          brackets.add(
              Bracket.between(from, upTo, Tariff.flat(String.valueOf(perTerm[level - 1])))
                  .called(String.valueOf(level))
                  .inColumn(children));
          from = upTo;
        }
        brackets.add(Bracket.between(from, null, Tariff.flat("0")).called("0").inColumn(children));
      }
      return new Scale(
          ScaleKind.INCOME_BY_CHILDREN,
          AmountUnit.PER_TERM,
          Sense.AID,
          BoundStyle.UPPER_INCLUDED,
          false,
          brackets);
    }

    /** The scale of a year whose ceilings are these times a minimum wage over that of this year. */
    Scholarship at(String year, String wage, String ownWage, int... amounts) {
      int[][] moved = new int[ceilings.length][8];
      for (int level = 0; level < ceilings.length; level++) {
        for (int i = 0; i < 8; i++) {
          moved[level][i] =
              BigDecimal.valueOf(ceilings[level][i])
                  .multiply(new BigDecimal(wage))
                  .divide(new BigDecimal(ownWage), 0, RoundingMode.HALF_UP)
                  .intValueExact();
        }
      }
      return new Scholarship(year, moved, amounts);
    }
  }

  static final Scholarship Y2016 =
      new Scholarship(
          "2016-17",
          new int[][] {{14831, 18253, 21675, 25097, 28520, 31943, 35365, 38787}},
          new int[] {28});
  static final Scholarship Y2017 =
      new Scholarship(
          "2017-18",
          new int[][] {
            {14955, 18406, 21857, 25308, 28760, 32211, 35662, 39113},
            {8084, 9950, 11815, 13682, 15547, 17412, 19279, 21144},
            {2852, 3511, 4169, 4827, 5485, 6144, 6802, 7460}
          },
          new int[] {35, 96, 150});
  static final Scholarship Y2018 =
      new Scholarship(
          "2018-19",
          new int[][] {
            {15048, 18521, 21993, 25466, 28939, 32412, 35884, 39357},
            {8134, 10012, 11889, 13767, 15644, 17521, 19399, 21276},
            {2870, 3532, 4195, 4857, 5520, 6182, 6844, 7507}
          },
          new int[] {35, 96, 151});
  static final Scholarship Y2023 =
      new Scholarship(
          "2023-24",
          new int[][] {
            {16885, 20781, 24677, 28573, 32471, 36367, 40263, 44160},
            {9127, 11234, 13340, 15447, 17553, 19659, 21766, 23872},
            {3220, 3964, 4707, 5450, 6193, 6936, 7680, 8423}
          },
          new int[] {37, 104, 162});
  static final Scholarship Y2024 =
      new Scholarship(
          "2024-25",
          new int[][] {
            {17927, 22064, 26201, 30338, 34476, 38613, 42750, 46886},
            {9691, 11928, 14164, 16401, 18637, 20873, 23110, 25346},
            {3419, 4208, 4997, 5786, 6576, 7365, 8154, 8943}
          },
          new int[] {38, 105, 165});
  static final Scholarship Y2025 =
      new Scholarship(
          "2025-26",
          new int[][] {
            {18130, 22313, 26497, 30680, 34865, 39048, 43232, 47416},
            {9800, 12062, 14324, 16586, 18847, 21109, 23371, 25632},
            {3458, 4256, 5054, 5852, 6650, 7448, 8246, 9044}
          },
          new int[] {40, 110, 172});

  static final List<Scholarship> SCHOLARSHIPS = List.of(Y2016, Y2017, Y2018, Y2023, Y2024, Y2025);

  /** J3, euros to pay for a meal by family quotient. */
  static Scale strasbourg() {
    return byQuotient(
        AmountUnit.PER_MEAL,
        Sense.PRICE,
        BoundStyle.UPPER_INCLUDED,
        steps(
            new String[] {"410", "510", "620", "720", "820", "920", "1030", "1540", "2050"},
            "1.50",
            "2.15",
            "2.70",
            "3.25",
            "3.80",
            "4.40",
            "5.10",
            "5.80",
            "6.30",
            "6.90"));
  }

  /** M-F09: the next year of an after-school scale in which thresholds of the old one stayed. */
  static Scale strasbourgAfterSchool() {
    return byQuotient(
        AmountUnit.PER_TERM,
        Sense.PRICE,
        BoundStyle.LOWER_INCLUDED,
        steps(
            new String[] {"410", "820", "900", "1030", "1100"},
            "20.46",
            "16.70",
            "35.85",
            "33.38",
            "45.30",
            "37.68"));
  }

  /** J4 as it is printed: who receives the RSA, then brackets of which two overlap. */
  static Scale valDeMarne() {
    List<Bracket> brackets = new ArrayList<>();
    brackets.add(
        Bracket.between(null, null, Tariff.flat("0.40")).when(Condition.of(ConditionKind.WELFARE)));
    brackets.add(Bracket.between("0", "480", Tariff.flat("0.40")));
    brackets.add(Bracket.between("0", "600", Tariff.flat("1.15")));
    String[] ends = {"840", "1025", "1200", "1400", "1530", "1680", "1890", "2225"};
    String[] prices = {"1.55", "2.10", "2.80", "3.50", "4.20", "4.70", "5.40", "5.70"};
    String from = "600.01";
    for (int i = 0; i < ends.length; i++) {
      brackets.add(Bracket.between(from, ends[i], Tariff.flat(prices[i])));
      from = ends[i] + ".01";
    }
    brackets.add(Bracket.between(from, null, Tariff.flat("5.95")));
    return byQuotient(AmountUnit.PER_MEAL, Sense.PRICE, BoundStyle.BOTH_INCLUDED, brackets);
  }

  /** J5, an aid for each meal, with the holes of the printed table. */
  static Scale herault() {
    return byQuotient(
        AmountUnit.PER_MEAL,
        Sense.AID,
        BoundStyle.BOTH_INCLUDED,
        List.of(
            Bracket.between(null, "100", Tariff.flat("2.80")),
            Bracket.between("101", "480", Tariff.flat("1.80")),
            Bracket.between("481", "817", Tariff.flat("0.60")),
            Bracket.between("817.01", null, Tariff.flat("0"))));
  }

  /** J6, strict monthly ceilings for 1 to 7 children: below, the whole price is paid. */
  static Scale antony(int... ceilings) {
    List<Bracket> brackets = new ArrayList<>();
    for (int children = 1; children <= ceilings.length; children++) {
      String ceiling = String.valueOf(ceilings[children - 1]);
      brackets.add(Bracket.between(null, ceiling, Tariff.flat("100")).inColumn(children));
      brackets.add(Bracket.between(ceiling, null, Tariff.flat("0")).inColumn(children));
    }
    return new Scale(
        ScaleKind.INCOME_BY_CHILDREN,
        AmountUnit.RATE,
        Sense.AID,
        BoundStyle.LOWER_INCLUDED,
        true,
        brackets);
  }

  /** J7: a price for the third child, before the ordinary one; holes as printed. */
  static Scale bubry() {
    Condition third = new Condition(ConditionKind.CHILD_RANK, 3);
    return byQuotient(
        AmountUnit.PER_MEAL,
        Sense.PRICE,
        BoundStyle.BOTH_INCLUDED,
        List.of(
            Bracket.between("0", "599", Tariff.flat("1.00")),
            Bracket.between("600", "999", Tariff.flat("1.53")).when(third),
            Bracket.between("600", "999", Tariff.flat("3.05")),
            Bracket.between("1000", "1499", Tariff.flat("1.55")).when(third),
            Bracket.between("1000", "1499", Tariff.flat("3.10")),
            Bracket.between("1500", null, Tariff.flat("1.58")).when(third),
            Bracket.between("1500", null, Tariff.flat("3.15"))));
  }

  /** J8, euros of aid a year. */
  static Scale adep() {
    return byQuotient(
        AmountUnit.PER_YEAR,
        Sense.AID,
        BoundStyle.BOTH_INCLUDED,
        List.of(
            Bracket.between("0", "375", Tariff.flat("250")),
            Bracket.between("375.01", "563", Tariff.flat("200")),
            Bracket.between("563.01", "750", Tariff.flat("150")),
            Bracket.between("750.01", "875", Tariff.flat("100")),
            Bracket.between("875.01", null, Tariff.flat("0"))));
  }

  /** J9, the ends of a scale by the income of a year over the shares. */
  static Scale nouvelleAquitaine() {
    return new Scale(
        ScaleKind.INCOME_BY_SHARES,
        AmountUnit.PER_MEAL,
        Sense.PRICE,
        BoundStyle.UPPER_INCLUDED,
        false,
        List.of(
            Bracket.between(null, "3040", Tariff.flat("2.30")),
            Bracket.between("3040", null, Tariff.flat("5.55"))));
  }

  static Scale byQuotient(AmountUnit unit, Sense sense, BoundStyle style, List<Bracket> brackets) {
    return new Scale(ScaleKind.FAMILY_QUOTIENT, unit, sense, style, false, brackets);
  }

  static List<Bracket> steps(String[] bounds, String... values) {
    List<Bracket> brackets = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      brackets.add(
          Bracket.between(
              i == 0 ? null : bounds[i - 1],
              i == bounds.length ? null : bounds[i],
              Tariff.flat(values[i])));
    }
    return brackets;
  }
}
