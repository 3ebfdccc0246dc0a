package fr.gestmat.demo.territory;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Families contest decisions, and the authority answers. */
record SampleAppeals(SampleWork work) {

  /** What becomes of an appeal. */
  enum Fate {
    /** It waits for its answer. */
    OPEN,
    /** The decision stays. */
    REJECTED,
    /** The aid is given after all. */
    UPHELD
  }

  /**
   * Families contest that they were refused for their income; the latest decisions come first.
   *
   * @param cases all of a campaign
   * @param fates what becomes of each
   * @param earliest the day before which nobody does
   */
  void play(List<SampleCase> cases, List<Fate> fates, LocalDate earliest) throws SQLException {
    List<SampleCase> refused =
        new ArrayList<>(
            cases.stream()
                .filter(one -> one.isRefusedFor("INCOME"))
                .sorted(Comparator.comparing(SampleCase::decidedAt).reversed())
                .toList());
    for (Fate fate : fates) {
      Optional<SampleCase> found =
          refused.stream()
              .filter(one -> fate != Fate.UPHELD || one.isForTheWholeYear())
              .filter(one -> appealed(one, earliest).isBefore(latest(fate)))
              .findFirst();
      if (found.isPresent()) {
        refused.remove(found.get());
        appeal(found.get(), fate, appealed(found.get(), earliest));
      }
    }
  }

  private Instant latest(Fate fate) {
    return work.until().minus(Duration.ofDays(fate == Fate.OPEN ? 1 : 30));
  }

  /** A week after the decision, in the evening. */
  private static Instant appealed(SampleCase one, LocalDate earliest) {
    LocalDate day = SampleHours.day(one.decidedAt()).plusDays(7);
    return (day.isBefore(earliest) ? earliest : day)
        .atTime(20, 12)
        .atZone(SampleCase.ZONE)
        .toInstant();
  }

  private void appeal(SampleCase one, Fate fate, Instant at) throws SQLException {
    SampleHours hours = work.hours();
    one.contest(
        "J’ai perdu une partie de mon salaire depuis la rentrée : le quotient que vous avez retenu"
            + " n’est plus le bon.",
        at);
    Instant answered = hours.working(at, 9);
    if (fate == Fate.REJECTED) {
      one.reject(
          "Le quotient retenu est celui du mois de votre demande, comme le prévoit le règlement de"
              + " l’aide. La décision est maintenue.",
          answered);
    } else if (fate == Fate.UPHELD) {
      one.uphold("La baisse de revenus est justifiée : la demande est réexaminée.", answered);
      Instant sent = hours.evening(answered.plus(Duration.ofDays(2)));
      one.send(new BigDecimal("612.40"), sent);
      one.decide(hours.working(sent, 3), false);
    }
  }
}
