package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.mealaid.entity.Term;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an application is given over the year: from which day on what counts. A change of the
 * family's situation begins a period; a mistake is put right in the period in which it was made;
 * and if the day of a change was wrong, what counted before that change counts until the right day,
 * as if it had been that one from the beginning. A decision keeps its periods whole, so that no
 * later one is computed from a term that was divided already.
 *
 * @param all at least one, in order; the first has no day, the others have
 */
public record DecisionPeriods(List<Period> all) {

  private static final String KEPT = "periods";
  private static final BigDecimal NONE = new BigDecimal("0.00");

  /** Copies the list. */
  public DecisionPeriods {
    all = List.copyOf(all);
  }

  /**
   * A period.
   *
   * @param from its first day; empty for the beginning
   * @param whole what it would give in each term if it lasted all of it
   */
  public record Period(Optional<LocalDate> from, List<DecisionTerm> whole) {

    /** Copies the list. */
    public Period {
      whole = List.copyOf(whole);
    }

    private Optional<DecisionTerm> in(int term) {
      return whole.stream().filter(one -> one.term() == term).findFirst();
    }
  }

  /** Those of a first decision. */
  public static DecisionPeriods first(List<DecisionTerm> whole) {
    return new DecisionPeriods(List.of(new Period(Optional.empty(), whole)));
  }

  /** The same with another decision in the latest period: an appeal, or a mistake. */
  public DecisionPeriods decidedAgain(List<DecisionTerm> whole) {
    Period last = all.get(all.size() - 1);
    return with(all.subList(0, all.size() - 1), new Period(last.from(), whole));
  }

  /** The same until a day, and something else from it on: a change of situation. */
  public DecisionPeriods changed(LocalDate day, List<DecisionTerm> whole) {
    List<Period> before =
        all.stream()
            .filter(one -> one.from().filter(from -> !from.isBefore(day)).isEmpty())
            .toList();
    return with(before, new Period(Optional.of(day), whole));
  }

  private static DecisionPeriods with(List<Period> before, Period last) {
    return new DecisionPeriods(Stream.concat(before.stream(), Stream.of(last)).toList());
  }

  /** The day of the latest change; empty if nothing changed. */
  public Optional<LocalDate> changedOn() {
    return all.get(all.size() - 1).from();
  }

  /**
   * What each term gives. A term of several periods has a part of each, by days, rounded once.
   *
   * @param terms the campaign's
   */
  public List<DecisionTerm> terms(List<Term> terms) {
    return terms.stream().flatMap(term -> given(term).stream()).toList();
  }

  private Optional<DecisionTerm> given(Term term) {
    List<Share> shares = shares(term);
    if (shares.stream().allMatch(share -> share.given().isEmpty())) {
      return Optional.empty();
    }
    boolean rated = shares.stream().anyMatch(share -> share.rate() != null);
    return Optional.of(
        new DecisionTerm(
            term.number(),
            rated
                ? mean(shares.stream().map(one -> one.of(one.rate())).toList(), days(term))
                : null,
            mean(shares.stream().map(one -> one.of(one.amount())).toList(), days(term))));
  }

  /** A period's days of a term. */
  private record Share(long days, Optional<DecisionTerm> given) {

    private @Nullable BigDecimal rate() {
      return given.map(DecisionTerm::rate).orElse(null);
    }

    private BigDecimal amount() {
      return given.map(DecisionTerm::amount).orElse(NONE);
    }

    private BigDecimal of(@Nullable BigDecimal whole) {
      return (whole == null ? NONE : whole).multiply(BigDecimal.valueOf(days));
    }
  }

  private List<Share> shares(Term term) {
    List<Share> shares = new ArrayList<>();
    LocalDate end = term.endsOn().plusDays(1);
    for (int i = 0; i < all.size(); i++) {
      LocalDate from = latest(term.startsOn(), all.get(i).from().orElse(term.startsOn()));
      LocalDate to = i + 1 < all.size() ? earliest(end, all.get(i + 1).from().orElse(end)) : end;
      if (from.isBefore(to)) {
        shares.add(new Share(ChronoUnit.DAYS.between(from, to), all.get(i).in(term.number())));
      }
    }
    return shares;
  }

  private static long days(Term term) {
    return ChronoUnit.DAYS.between(term.startsOn(), term.endsOn()) + 1;
  }

  private static BigDecimal mean(List<BigDecimal> weighed, long days) {
    return weighed.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP);
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** A decision's inputs, as JSON, with these periods among them. */
  public String addTo(String inputs) {
    JsonArrayBuilder periods = Json.createArrayBuilder();
    for (Period period : all) {
      JsonObjectBuilder one = Json.createObjectBuilder();
      period.from().ifPresent(day -> one.add("from", day.toString()));
      JsonArrayBuilder terms = Json.createArrayBuilder();
      period.whole().forEach(term -> terms.add(json(term)));
      periods.add(one.add("terms", terms));
    }
    return Json.createObjectBuilder(object(inputs)).add(KEPT, periods).build().toString();
  }

  /** The periods among a decision's inputs; empty if it kept none. */
  public static Optional<DecisionPeriods> read(String inputs) {
    JsonObject kept = object(inputs);
    return kept.containsKey(KEPT)
        ? Optional.of(
            new DecisionPeriods(
                kept.getJsonArray(KEPT).getValuesAs(JsonObject.class).stream()
                    .map(DecisionPeriods::period)
                    .toList()))
        : Optional.empty();
  }

  private static Period period(JsonObject json) {
    return new Period(
        Optional.ofNullable(json.getString("from", null)).map(LocalDate::parse),
        json.getJsonArray("terms").getValuesAs(JsonObject.class).stream()
            .map(DecisionPeriods::term)
            .toList());
  }

  private static JsonObject json(DecisionTerm term) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("term", term.term()).add("amount", term.amount());
    BigDecimal rate = term.rate();
    return rate == null ? json.build() : json.add("rate", rate).build();
  }

  private static DecisionTerm term(JsonObject json) {
    @Nullable JsonNumber rate = json.getJsonNumber("rate");
    return new DecisionTerm(
        json.getInt("term"),
        rate == null ? null : rate.bigDecimalValue(),
        Objects.requireNonNull(json.getJsonNumber("amount")).bigDecimalValue());
  }

  private static JsonObject object(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }
}
