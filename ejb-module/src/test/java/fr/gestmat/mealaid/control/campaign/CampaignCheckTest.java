package fr.gestmat.mealaid.control.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.mealaid.entity.CampaignDays;
import fr.gestmat.mealaid.entity.LatePeriod;
import fr.gestmat.mealaid.entity.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the days of a campaign make sense, and how they follow another year's. */
class CampaignCheckTest {

  private static final List<Term> TERMS =
      List.of(
          new Term(1, day("2026-09-01"), day("2026-12-18"), 56),
          new Term(2, day("2027-01-04"), day("2027-03-31"), 44),
          new Term(3, day("2027-04-01"), day("2027-07-03"), 41));

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static List<LatePeriod> periods(String text) {
    List<LatePeriod> periods = new ArrayList<>();
    if (text != null) {
      for (String part : text.split(" ", -1)) {
        String[] pair = part.split("=", -1);
        periods.add(new LatePeriod(day(pair[0]), Integer.parseInt(pair[1])));
      }
    }
    return periods;
  }

  private static String codes(List<Refusal> reasons) {
    return reasons.stream().map(Refusal::code).collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "opens {0}, whole until {1}, closes {2}, late {3}: {4}")
  @CsvSource({
    "2026-06-01, 2026-09-30, 2027-01-31, 2026-12-31=2 2027-01-31=3, ''",
    "2026-06-01, 2026-09-30, 2026-09-30, , ''",
    "2026-06-01, 2026-09-30, 2027-01-31, 2026-12-31=2, latePeriodMissing",
    "2026-06-01, 2026-09-30, 2027-01-31, , latePeriodMissing",
    "2026-06-01, 2026-05-30, 2027-01-31, 2027-01-31=2, beforeOpening",
    "2026-06-01, 2026-09-30, 2026-08-31, , beforeFullEffect",
    "2026-06-01, 2026-09-30, 2027-01-31, 2026-09-30=2 2027-01-31=3, latePeriodTooEarly",
    "2026-06-01, 2026-09-30, 2027-01-31, 2026-12-31=3 2027-01-31=2, latePeriodGivesMore",
    "2026-06-01, 2026-09-30, 2027-01-31, 2027-02-01=2, latePeriodAfterClosing",
  })
  void days(LocalDate opens, LocalDate whole, LocalDate closes, String late, String expected) {
    CampaignDays days = new CampaignDays(opens, whole, closes, periods(late));
    assertThat(codes(CampaignCheck.missing(days, TERMS))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "on {0}: whole year {1} to {2}, last day {3} to {4}: {5}")
  @CsvSource({
    "2026-09-15, 2026-09-30, 2026-09-30, 2027-01-31, 2027-01-31, ''",
    "2026-09-15, 2026-09-30, 2026-10-15, 2027-01-31, 2027-02-28, ''",
    "2026-09-15, 2026-09-30, 2026-09-30, 2027-01-31, 2027-01-30, closesSooner",
    "2026-09-15, 2026-09-30, 2026-09-29, 2027-01-31, 2027-01-31, fullEffectSooner",
    "2026-09-15, 2026-09-30, 2026-09-20, 2027-01-31, 2026-12-31, closesSooner fullEffectSooner",
    // The day itself still counts, the day after nobody waits for it any more.
    "2026-09-30, 2026-09-30, 2026-09-29, 2027-01-31, 2027-01-31, fullEffectSooner",
    "2026-10-01, 2026-09-30, 2026-09-29, 2027-01-31, 2027-01-31, ''",
    "2027-01-31, 2026-09-30, 2026-09-30, 2027-01-31, 2027-01-30, closesSooner",
    "2027-02-01, 2026-09-30, 2026-09-30, 2027-01-31, 2027-01-30, ''",
  })
  void days_that_come_sooner_than_families_were_told_are_confirmed(
      LocalDate today,
      LocalDate whole,
      LocalDate newWhole,
      LocalDate closes,
      LocalDate newCloses,
      String expected) {
    LocalDate opens = day("2026-06-01");
    assertThat(
            codes(
                CampaignCheck.sooner(
                    new CampaignDays(opens, whole, closes, List.of()),
                    new CampaignDays(opens, newWhole, newCloses, List.of()),
                    today,
                    3)))
        .isEqualTo(expected);
  }

  @Test
  void terms_follow_each_other_and_there_are_three() {
    CampaignDays days =
        new CampaignDays(day("2026-06-01"), day("2026-09-30"), day("2026-09-30"), List.of());
    assertThat(codes(CampaignCheck.missing(days, TERMS.subList(0, 2)))).isEqualTo("termsMissing");
    List<Term> overlapping =
        List.of(TERMS.get(0), new Term(2, day("2026-12-18"), day("2027-03-31"), 44), TERMS.get(2));
    assertThat(codes(CampaignCheck.terms(overlapping))).isEqualTo("termsOverlap");
    assertThat(
            codes(
                CampaignCheck.terms(
                    List.of(new Term(1, day("2026-09-01"), day("2026-08-01"), 201)))))
        .isEqualTo("termEndsBeforeItStarts mealDays");
  }

  @Test
  void another_year_begins_with_the_same_days() {
    CampaignDays days =
        CampaignShift.days(
            new CampaignDays(
                day("2027-06-01"), day("2027-09-30"), day("2028-02-29"), periods("2028-02-29=3")),
            1);
    assertThat(days.opensOn()).isEqualTo(day("2028-06-01"));
    assertThat(days.closesOn()).isEqualTo(day("2029-02-28"));
    assertThat(days.latePeriods().get(0).endsOn()).isEqualTo(day("2029-02-28"));
    assertThat(CampaignShift.terms(TERMS, 1).get(2))
        .isEqualTo(new Term(3, day("2028-04-01"), day("2028-07-03"), 41));
  }

  @Test
  void the_line_of_the_year_holds_every_span_between_0_and_100() {
    CampaignDays days =
        new CampaignDays(
            day("2026-06-01"),
            day("2026-09-30"),
            day("2027-01-31"),
            periods("2026-12-31=2 2027-01-31=3"));
    YearLine line = YearLine.of(days, TERMS, day("2026-06-01"));
    assertThat(line.from()).isEqualTo(day("2026-06-01"));
    assertThat(line.to()).isEqualTo(day("2027-07-31"));
    assertThat(line.filing()).extracting(YearLine.Span::number).containsExactly(1, 2, 3);
    assertThat(line.today()).contains(0.0);
    assertThat(YearLine.of(days, TERMS, day("2026-05-31")).today()).isEmpty();
    List<YearLine.Span> all = new ArrayList<>(line.filing());
    all.addAll(line.terms());
    assertThat(all)
        .allSatisfy(
            span -> {
              assertThat(span.start()).isBetween(0.0, 100.0);
              assertThat(span.start() + span.width()).isLessThanOrEqualTo(100.01);
            });
  }
}
