package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.AidFamily.Child;
import fr.gestmat.demo.territory.AidFamily.College;
import fr.gestmat.demo.territory.SampleCase.Officer;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The work of a campaign: families send when families do, collèges give their visas sooner or later
 * or not at all, officers take applications in order and ask, decide or wait for an answer. What
 * would come after the present has not happened yet, so that this year's stand in every state.
 */
final class SampleReview {

  private static final List<String> QUESTIONS =
      List.of(
          "OUTDATED|Pouvez-vous nous envoyer une attestation de la CAF de moins de trois mois ?",
          "INCORRECT|Le nombre d’enfants à charge ne correspond pas à votre attestation. Pouvez-vous"
              + " le vérifier ?",
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

  /** What becomes of an appeal. */
  enum Fate {
    /** It waits for its answer. */
    OPEN,
    /** The decision stays. */
    REJECTED,
    /** The aid is given after all. */
    UPHELD
  }

  private record Sending(AidFamily family, Instant at) {}

  private final Sample sample;
  private final SampleAidRows rows;
  private final SampleCampaign campaign;
  private final List<Officer> officers;
  private final Instant until;
  private final List<SampleCase> cases = new ArrayList<>();
  private final Map<Long, Integer> places = new HashMap<>();
  private Optional<SampleReview> lastYear = Optional.empty();
  private final Map<Long, SampleCase> byPupil = new HashMap<>();

  /**
   * The work of a campaign.
   *
   * @param until when it is looked at: the present, or for last year long after its end
   */
  SampleReview(
      Sample sample,
      SampleAidRows rows,
      SampleCampaign campaign,
      List<Officer> officers,
      Instant until) {
    this.sample = sample;
    this.rows = rows;
    this.campaign = campaign;
    this.officers = officers;
    this.until = until;
  }

  /** The same, in which families who applied before go on from what they answered then. */
  SampleReview after(SampleReview before) {
    lastYear = Optional.of(before);
    return this;
  }

  /** Takes an application in that was played by itself. */
  void adopt(SampleCase one) {
    cases.add(one);
  }

  /** Numbers the applications in the order in which they were sent, and writes them all. */
  List<SampleCase> write() throws SQLException {
    cases.sort(Comparator.comparing((SampleCase one) -> one.isSent() ? one.sentAt() : Instant.MAX));
    for (SampleCase one : cases) {
      if (one.isSent()) {
        one.numbered(rows.number());
      }
      one.write();
    }
    return List.copyOf(cases);
  }

  /**
   * Families contest that they were refused for their income; the latest decisions come first.
   *
   * @param fates what becomes of each
   * @param earliest the day before which nobody does
   */
  void appeals(List<Fate> fates, LocalDate earliest) throws SQLException {
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
    return until.minus(Duration.ofDays(fate == Fate.OPEN ? 1 : 30));
  }

  /** A week after the decision, in the evening. */
  private static Instant appealed(SampleCase one, LocalDate earliest) {
    LocalDate day = day(one.decidedAt()).plusDays(7);
    return (day.isBefore(earliest) ? earliest : day)
        .atTime(20, 12)
        .atZone(SampleCase.ZONE)
        .toInstant();
  }

  private void appeal(SampleCase one, Fate fate, Instant at) throws SQLException {
    one.contest(
        "J’ai perdu une partie de mon salaire depuis la rentrée : le quotient que vous avez retenu"
            + " n’est plus le bon.",
        at);
    Instant answered = working(at, 9);
    if (fate == Fate.REJECTED) {
      one.reject(
          "Le quotient retenu est celui du mois de votre demande, comme le prévoit le règlement de"
              + " l’aide. La décision est maintenue.",
          answered);
    } else if (fate == Fate.UPHELD) {
      one.uphold("La baisse de revenus est justifiée : la demande est réexaminée.", answered);
      Instant sent = evening(answered.plus(Duration.ofDays(2)));
      one.send(new BigDecimal("612.40"), sent);
      one.decide(working(sent, 3), false);
    }
  }

  /**
   * Plays it: some of the families apply on days that are drawn as these weights say.
   *
   * @param share of a hundred families that apply
   * @param weights of the days from the campaign's first on
   */
  void play(List<AidFamily> families, int share, List<Integer> weights) throws SQLException {
    Set<Long> colleges = new HashSet<>();
    List<Sending> sendings = new ArrayList<>();
    for (AidFamily family : families) {
      College college = family.children().get(0).college();
      if (colleges.add(college.id())) {
        places.put(college.id(), places.size());
      }
      boolean renewed =
          lastYear.filter(year -> year.knows(family)).isPresent() && sample.chance().percent(45);
      if (renewed || sample.chance().percent(share)) {
        sendings.add(new Sending(family, sent(weights)));
      }
    }
    sendings.sort(Comparator.comparing(Sending::at));
    for (Sending sending : sendings) {
      play(sending);
    }
  }

  private boolean knows(AidFamily family) {
    return family.children().stream().anyMatch(child -> byPupil.containsKey(child.pupil()));
  }

  private void play(Sending sending) throws SQLException {
    SampleAnswers answers = answers(sending.family(), sending.at());
    Officer officer = sample.chance().of(officers);
    boolean paper = sample.chance().percent(6);
    for (Child child : sending.family().children()) {
      if (child.level() + campaign.yearsAgo() > 6) {
        continue;
      }
      SampleCase one =
          new SampleCase(
              rows, sample.chance(), campaign, sending.family(), child, of(answers, child));
      if (paper) {
        LocalDate came = day(sending.at()).minusDays(2);
        LocalDate first = campaign.days().opensOn();
        one.typed(officer, came.isBefore(first) ? first : came, sending.at().minusSeconds(600));
      } else {
        lastYear
            .flatMap(year -> Optional.ofNullable(year.byPupil.get(child.pupil())))
            .ifPresent(one::follows);
        one.begin(sending.at().minusSeconds(600L + sample.chance().below(3000)));
      }
      one.submit(sending.at());
      cases.add(one);
      byPupil.put(child.pupil(), one);
      new Turn(one, child, officer, places.getOrDefault(child.college().id(), 0))
          .review(sending.at());
    }
  }

  /** Drafts that families of a campaign have not sent: a page a day for some days. */
  void drafts(List<AidFamily> families, int count) throws SQLException {
    List<String> pages = List.of("dependents", "quotient", "taxKnown", "custody.1", "message");
    int left = count;
    for (int i = 0; i < families.size(); i++) {
      AidFamily family = families.get(i * 37 % families.size());
      Child child = family.children().get(0);
      if (left > 0 && !byPupil.containsKey(child.pupil()) && sample.chance().percent(30)) {
        Instant begun = evening(until.minus(Duration.ofDays(1L + sample.chance().below(18))));
        SampleCase one =
            new SampleCase(
                rows, sample.chance(), campaign, family, child, of(answers(family, begun), child));
        one.begin(begun);
        one.left(sample.chance().of(pages), begun.plusSeconds(400));
        cases.add(one);
        byPupil.put(child.pupil(), one);
        left--;
      }
    }
  }

  /** The household's, as for a child who eats at home. */
  private SampleAnswers answers(AidFamily family, Instant at) {
    Chance chance = sample.chance();
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
  private SampleAnswers of(SampleAnswers household, Child child) {
    return household.of(child.eats(), child.eats() == 2 && sample.chance().percent(50));
  }

  /**
   * Most are below the limit of the scale: who is far above does not ask. One in twelve has none.
   */
  private Optional<BigDecimal> quotient() {
    Chance chance = sample.chance();
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

  private Instant sent(List<Integer> weights) {
    int all = weights.stream().mapToInt(Integer::intValue).sum();
    int draw = sample.chance().below(all);
    int day = 0;
    while (draw >= weights.get(day)) {
      draw -= weights.get(day++);
    }
    LocalDate on = campaign.days().opensOn().plusDays(day);
    if (on.getDayOfWeek() == DayOfWeek.SUNDAY && sample.chance().percent(50)) {
      on = on.plusDays(1);
    }
    Instant at =
        on.atTime(8, 0)
            .atZone(SampleCase.ZONE)
            .plusSeconds(sample.chance().below(13 * 3_600))
            .toInstant();
    return at.isBefore(until.minusSeconds(900)) ? at : at.minus(Duration.ofDays(1));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, SampleCase.ZONE);
  }

  /** An hour at which officers work, some days later. */
  private Instant working(Instant after, int days) {
    ZonedDateTime at = day(after).plusDays(days).atTime(8, 30).atZone(SampleCase.ZONE);
    if (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) {
      at = at.plusDays(2);
    }
    Instant then = at.plusSeconds(sample.chance().below(8 * 3_600)).toInstant();
    return then.isAfter(after) ? then : after.plusSeconds(1_200);
  }

  private Instant evening(Instant day) {
    Instant then =
        day(day)
            .atTime(17, 30)
            .atZone(SampleCase.ZONE)
            .plusSeconds(sample.chance().below(4 * 3_600))
            .toInstant();
    return then.isBefore(until.minusSeconds(900)) ? then : then.minus(Duration.ofDays(1));
  }

  /** One application in the hands of its collège and its officer. */
  private final class Turn {

    private final SampleCase one;
    private final Child child;
    private final Officer officer;
    private final int place;
    private final Chance chance = sample.chance();
    private Optional<Instant> visa = Optional.empty();

    Turn(SampleCase one, Child child, Officer officer, int place) {
      this.one = one;
      this.child = child;
      this.officer = officer;
      this.place = place;
    }

    /** Whether it has happened by now; if so, the visa before it has too. */
    private boolean reached(Instant at) throws SQLException {
      boolean past = at.isBefore(until);
      Instant limit = past ? at : until;
      if (visa.filter(limit::isAfter).isPresent()) {
        one.visa(chance.percent(95) ? child.eats() : Math.max(0, child.eats() - 2), visa.get());
        visa = Optional.empty();
      }
      return past;
    }

    void review(Instant sent) throws SQLException {
      int[] days = VISAS.get(place % VISAS.size());
      if (days.length > 0) {
        visa = Optional.of(working(sent, chance.between(days[0], days[1])));
      }
      Instant part = evening(sent.plus(Duration.ofDays(1)));
      // Two of three parents who live apart give their own part.
      if (one.isShared() && chance.percent(66) && part.isAfter(sent) && reached(part)) {
        one.ownPart(part);
      }
      Instant taken = working(sent, PATIENCE[place % PATIENCE.length] + chance.below(6));
      if (chance.percent(3)) {
        Instant back = evening(sent.plus(Duration.ofDays(2)));
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
        incomeWanted(working(taken, 0));
      } else if (chance.percent(20)) {
        asked(chance.of(QUESTIONS), working(taken, chance.below(2)));
      } else if (chance.percent(6)) {
        colleague(working(taken, 1));
      } else {
        decided(working(taken, 2 + chance.below(10)));
      }
    }

    private void incomeWanted(Instant asked) throws SQLException {
      if (!reached(asked)) {
        return;
      }
      one.ask("INCOMPLETE", NO_INCOME, day(asked).plusDays(21), asked);
      Instant answered = evening(asked.plus(Duration.ofDays(3L + chance.below(12))));
      if (chance.percent(60)) {
        if (reached(answered)) {
          one.send(quotient().orElse(new BigDecimal("388.00")), answered);
          decided(working(answered, 2 + chance.below(3)));
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
      one.ask(parts[0], parts[1], day(asked).plusDays(21), asked);
      Instant answered = evening(asked.plus(Duration.ofDays(4L + chance.below(16))));
      if (chance.percent(75)) {
        if (reached(answered)) {
          one.answer(chance.of(ANSWERS), answered);
          decided(working(answered, 1 + chance.below(4)));
        }
      } else {
        silence(asked);
      }
    }

    /** The job goes on in the night after the last day; then an officer closes it. */
    private void silence(Instant asked) throws SQLException {
      Instant resumed = day(asked).plusDays(22).atTime(3, 30).atZone(SampleCase.ZONE).toInstant();
      Instant closed = working(resumed, 2 + chance.below(4));
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
      Instant answered = working(asked, 3 + chance.below(9));
      if (reached(answered)) {
        one.agree(officers.get((officers.indexOf(officer) + 1) % officers.size()), answered);
        decided(working(answered, 1));
      }
    }

    private void decided(Instant at) throws SQLException {
      if (reached(at)) {
        one.decide(at, isRecent(at));
      }
    }

    /** The letters of the last week are still to be made when the product starts. */
    private boolean isRecent(Instant at) {
      return at.isAfter(sample.now().minus(Duration.ofDays(7)));
    }
  }
}
