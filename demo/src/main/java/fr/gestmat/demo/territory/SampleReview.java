package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.AidFamily.Child;
import fr.gestmat.demo.territory.AidFamily.College;
import fr.gestmat.demo.territory.SampleAppeals.Fate;
import fr.gestmat.demo.territory.SampleCase.Officer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The applications of a campaign: families send when families do, collèges give their visas sooner
 * or later or not at all, officers take them in order. What would come after the present has not
 * happened yet, so that this year's stand in every state.
 */
final class SampleReview {

  private record Sending(AidFamily family, Instant at) {}

  private final SampleWork work;
  private final SampleAidRows rows;
  private final SampleCampaign campaign;
  private final Chance chance;
  private final List<SampleCase> cases = new ArrayList<>();
  private final Map<Long, Integer> places = new HashMap<>();
  private Optional<SampleReview> lastYear = Optional.empty();
  private final Map<Long, SampleCase> byPupil = new HashMap<>();

  /** The applications of a campaign. */
  SampleReview(SampleWork work, SampleAidRows rows, SampleCampaign campaign) {
    this.work = work;
    this.rows = rows;
    this.campaign = campaign;
    this.chance = work.chance();
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
   * Families contest that they were refused for their income.
   *
   * @param fates what becomes of each
   * @param earliest the day before which nobody does
   */
  void appeals(List<Fate> fates, LocalDate earliest) throws SQLException {
    new SampleAppeals(work).play(cases, fates, earliest);
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
          lastYear.filter(year -> year.knows(family)).isPresent() && chance.percent(45);
      if (renewed || chance.percent(share)) {
        sendings.add(new Sending(family, work.hours().sent(campaign.days().opensOn(), weights)));
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
    SampleHouseholds households = work.households();
    SampleAnswers answers = households.answers(sending.family(), sending.at());
    Officer officer = chance.of(work.officers());
    boolean paper = chance.percent(6);
    for (Child child : sending.family().children()) {
      if (child.level() + campaign.yearsAgo() > 6) {
        continue;
      }
      SampleCase one =
          new SampleCase(
              rows, chance, campaign, sending.family(), child, households.of(answers, child));
      if (paper) {
        LocalDate came = SampleHours.day(sending.at()).minusDays(2);
        LocalDate first = campaign.days().opensOn();
        one.typed(officer, came.isBefore(first) ? first : came, sending.at().minusSeconds(600));
      } else {
        lastYear
            .flatMap(year -> Optional.ofNullable(year.byPupil.get(child.pupil())))
            .ifPresent(one::follows);
        one.begin(sending.at().minusSeconds(600L + chance.below(3000)));
      }
      one.submit(sending.at());
      cases.add(one);
      byPupil.put(child.pupil(), one);
      new SampleTurn(work, one, child, officer, places.getOrDefault(child.college().id(), 0))
          .review(sending.at());
    }
  }

  /** Drafts that families of a campaign have not sent: a page a day for some days. */
  void drafts(List<AidFamily> families, int count) throws SQLException {
    List<String> pages = List.of("dependents", "quotient", "taxKnown", "custody.1", "message");
    SampleHours hours = work.hours();
    SampleHouseholds households = work.households();
    int left = count;
    for (int i = 0; i < families.size(); i++) {
      AidFamily family = families.get(i * 37 % families.size());
      Child child = family.children().get(0);
      if (left > 0 && !byPupil.containsKey(child.pupil()) && chance.percent(30)) {
        Instant begun = hours.evening(work.until().minus(Duration.ofDays(1L + chance.below(18))));
        SampleCase one =
            new SampleCase(
                rows,
                chance,
                campaign,
                family,
                child,
                households.of(households.answers(family, begun), child));
        one.begin(begun);
        one.left(chance.of(pages), begun.plusSeconds(400));
        cases.add(one);
        byPupil.put(child.pupil(), one);
        left--;
      }
    }
  }
}
