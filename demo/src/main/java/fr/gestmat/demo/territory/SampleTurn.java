package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.AidFamily.Child;
import fr.gestmat.demo.territory.SampleCase.Officer;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One application in the hands of its collège and its officer, who asks, decides or waits for an
 * answer. What would come after the present does not happen.
 */
final class SampleTurn {

  private static final List<String> QUESTIONS =
      List.of(
          "OUTDATED|Pouvez-vous nous envoyer une attestation de la CAF de moins de trois mois ?",
          "INCORRECT|Le nombre d’enfants à charge ne correspond pas à votre attestation."
              + " Pouvez-vous le vérifier ?",
          "INCORRECT|L’adresse indiquée n’est pas celle que connaît le collège. Pouvez-vous nous"
              + " confirmer la bonne ?");

  private static final List<String> ANSWERS =
      List.of(
          "Bonjour, c’est fait, merci de votre patience.",
          "Nous avons déménagé en août : l’adresse de la demande est la bonne.",
          "Voici la correction. Bonne journée.");

  private static final List<String> NOTES =
      List.of(
          "Famille jointe au téléphone, enverra l’attestation cette semaine.",
          "Même foyer que la demande de la sœur.",
          "Vu avec le collège : mange bien tous les jours.");

  private static final String NO_INCOME =
      "Nous ne connaissons pas vos revenus. Pouvez-vous nous indiquer votre quotient familial, ou"
          + " joindre une déclaration de ressources ?";

  private static final String GIVEN_UP =
      "Sans réponse de votre part, votre demande est classée sans suite. Vous pouvez en déposer une"
          + " nouvelle.";

  /** How soon a collège gives its visas, in days: first and last; none for one that gives none. */
  private static final List<int[]> VISAS =
      List.of(
          new int[] {9, 15}, new int[] {1, 3}, new int[] {}, new int[] {3, 8}, new int[] {20, 40});

  /** Days until an officer takes an application, by collège. */
  private static final int[] PATIENCE = {4, 2, 6, 3, 5};

  private final SampleWork work;
  private final Chance chance;
  private final SampleHours hours;
  private final SampleCase one;
  private final Child child;
  private final Officer officer;
  private final int place;
  private Optional<Instant> visa = Optional.empty();

  /**
   * Whose turn it is.
   *
   * @param one just sent
   * @param place of the collège among all: some are quicker than others
   */
  SampleTurn(SampleWork work, SampleCase one, Child child, Officer officer, int place) {
    this.work = work;
    this.chance = work.chance();
    this.hours = work.hours();
    this.one = one;
    this.child = child;
    this.officer = officer;
    this.place = place;
  }

  /** Whether it has happened by now; if so, the visa before it has too. */
  private boolean reached(Instant at) throws SQLException {
    boolean past = at.isBefore(work.until());
    Instant limit = past ? at : work.until();
    if (visa.filter(limit::isAfter).isPresent()) {
      one.visa(chance.percent(95) ? child.eats() : Math.max(0, child.eats() - 2), visa.get());
      visa = Optional.empty();
    }
    return past;
  }

  /** What becomes of it from the moment it is sent. */
  void review(Instant sent) throws SQLException {
    int[] days = VISAS.get(place % VISAS.size());
    if (days.length > 0) {
      visa = Optional.of(hours.working(sent, chance.between(days[0], days[1])));
    }
    Instant part = hours.evening(sent.plus(Duration.ofDays(1)));
    // Two of three parents who live apart give their own part.
    if (one.isShared() && chance.percent(66) && part.isAfter(sent) && reached(part)) {
      one.ownPart(part);
    }
    Instant taken = hours.working(sent, PATIENCE[place % PATIENCE.length] + chance.below(6));
    if (chance.percent(3)) {
      Instant back = hours.evening(sent.plus(Duration.ofDays(2)));
      if (back.isAfter(part) && back.isBefore(taken) && reached(back)) {
        one.withdraw(back);
        return;
      }
    }
    if (!reached(taken)) {
      return;
    }
    one.take(officer, taken);
    if (chance.percent(12)) {
      one.note(chance.of(NOTES), taken.plusSeconds(300));
    }
    if (one.isOpen()) {
      incomeWanted(hours.working(taken, 0));
    } else if (chance.percent(20)) {
      asked(chance.of(QUESTIONS), hours.working(taken, chance.below(2)));
    } else if (chance.percent(6)) {
      colleague(hours.working(taken, 1));
    } else {
      decided(hours.working(taken, 2 + chance.below(10)));
    }
  }

  private void incomeWanted(Instant asked) throws SQLException {
    if (!reached(asked)) {
      return;
    }
    one.ask("INCOMPLETE", NO_INCOME, SampleHours.day(asked).plusDays(21), asked);
    Instant answered = hours.evening(asked.plus(Duration.ofDays(3L + chance.below(12))));
    if (chance.percent(60)) {
      if (reached(answered)) {
        one.send(work.households().quotient().orElse(new BigDecimal("388.00")), answered);
        decided(hours.working(answered, 2 + chance.below(3)));
      }
    } else {
      silence(asked);
    }
  }

  private void asked(String question, Instant asked) throws SQLException {
    if (!reached(asked)) {
      return;
    }
    String[] parts = question.split("\\|", 2);
    one.ask(parts[0], parts[1], SampleHours.day(asked).plusDays(21), asked);
    Instant answered = hours.evening(asked.plus(Duration.ofDays(4L + chance.below(16))));
    if (chance.percent(75)) {
      if (reached(answered)) {
        one.answer(chance.of(ANSWERS), answered);
        decided(hours.working(answered, 1 + chance.below(4)));
      }
    } else {
      silence(asked);
    }
  }

  /** The job goes on in the night after the last day; then an officer closes it. */
  private void silence(Instant asked) throws SQLException {
    Instant resumed =
        SampleHours.day(asked).plusDays(22).atTime(3, 30).atZone(SampleCase.ZONE).toInstant();
    Instant closed = hours.working(resumed, 2 + chance.below(4));
    if (reached(resumed)) {
      one.resume(resumed);
      if (reached(closed)) {
        one.close(GIVEN_UP, closed, isRecent(closed));
      }
    }
  }

  private void colleague(Instant asked) throws SQLException {
    if (!reached(asked)) {
      return;
    }
    one.askColleague("Le foyer est-il bien le même que celui de l’an dernier ?", asked);
    Instant answered = hours.working(asked, 3 + chance.below(9));
    if (reached(answered)) {
      one.agree(work.colleague(officer), answered);
      decided(hours.working(answered, 1));
    }
  }

  private void decided(Instant at) throws SQLException {
    if (reached(at)) {
      one.decide(at, isRecent(at));
    }
  }

  /** The letters of the last week are still to be made when the product starts. */
  private boolean isRecent(Instant at) {
    return at.isAfter(work.sample().now().minus(Duration.ofDays(7)));
  }
}
