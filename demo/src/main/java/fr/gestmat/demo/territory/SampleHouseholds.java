package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.AidFamily.Child;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** What families answer, as chance draws it. */
record SampleHouseholds(Chance chance) {

  /** The household's, as for a child who eats at home. */
  SampleAnswers answers(AidFamily family, Instant at) {
    Optional<BigDecimal> quotient = quotient();
    boolean alone = family.other().isEmpty() || family.apart();
    String living = alone ? (chance.percent(20) ? "PARTNER" : "ALONE") : "OTHER_PARENT";
    String custody = alone ? (family.apart() ? "ALTERNATING" : "WITH_ME") : "";
    boolean tax = quotient.isEmpty() && chance.percent(50);
    return new SampleAnswers(
        quotient,
        tax ? Optional.of(chance.between(9_000, 38_000)) : Optional.empty(),
        YearMonth.from(at.atZone(SampleCase.ZONE)).minusMonths(1),
        family.children().size() + chance.below(2),
        living,
        custody,
        0,
        false,
        chance.percent(12) ? "Nous avons déménagé pendant l’été." : "",
        chance.percent(9) ? "en" : "fr");
  }

  /** Of those who seldom eat at school, every second one has to for their health. */
  SampleAnswers of(SampleAnswers household, Child child) {
    return household.of(child.eats(), child.eats() == 2 && chance.percent(50));
  }

  /**
   * Most are below the limit of the scale: who is far above does not ask. One in twelve has none.
   */
  Optional<BigDecimal> quotient() {
    if (chance.percent(8)) {
      return Optional.empty();
    }
    int draw = chance.below(100);
    int euros =
        draw < 45
            ? chance.between(140, 500)
            : draw < 84 ? chance.between(500, 900) : chance.between(900, 1480);
    return Optional.of(new BigDecimal(euros).add(BigDecimal.valueOf(chance.below(100), 2)));
  }
}
