package fr.gestmat.demo.territory;

import fr.gestmat.mealaid.control.decision.Assessed.Gift;
import fr.gestmat.mealaid.entity.AidDecision.Outcome;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.DecisionTerm;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A decision on an application for aid, with who took it once it is taken. */
final class SampleDecision {

  private final Outcome outcome;
  private final String inputs;
  private final Optional<Gift> gift;
  private final List<DecisionTerm> terms;
  private final Optional<LocalDate> effectiveOn;
  private final String codes;
  private final String reason;

  private long id;
  private SampleCase.Officer by = new SampleCase.Officer(0, "");
  private Instant at = Instant.EPOCH;
  private boolean letter;
  private @Nullable Instant supersededAt;

  /**
   * What is decided.
   *
   * @param inputs JSON: what it was computed from
   * @param gift what the scale gives
   * @param terms what each term gives
   * @param effectiveOn first day of the first term that is given
   * @param codes of the rules that refuse, with commas
   * @param reason what the family reads; empty for none
   */
  SampleDecision(
      Outcome outcome,
      String inputs,
      Optional<Gift> gift,
      List<DecisionTerm> terms,
      Optional<LocalDate> effectiveOn,
      String codes,
      String reason) {
    this.outcome = outcome;
    this.inputs = inputs;
    this.gift = gift;
    this.terms = terms;
    this.effectiveOn = effectiveOn;
    this.codes = codes;
    this.reason = reason;
  }

  /** Somebody took it. */
  void taken(long key, SampleCase.Officer officer, Instant when, boolean owesLetter) {
    id = key;
    by = officer;
    at = when;
    letter = owesLetter;
  }

  /** It stands no more. */
  void superseded(Instant when) {
    supersededAt = when;
  }

  long id() {
    return id;
  }

  Instant at() {
    return at;
  }

  String codes() {
    return codes;
  }

  List<DecisionTerm> terms() {
    return terms;
  }

  @Nullable AmountUnit unit() {
    return gift.map(Gift::unit).orElse(null);
  }

  /** Euros, if the scale gives some. */
  @Nullable BigDecimal amount() {
    return gift.flatMap(Gift::amount).orElse(null);
  }

  /** What the application's history says of it. */
  Map<String, String> told(int number) {
    Map<String, String> told = new TreeMap<>();
    told.put("decision", Integer.toString(number));
    if (!reason.isEmpty()) {
      told.put("reason", reason);
    }
    gift.flatMap(Gift::rate).ifPresent(rate -> told.put("rate", rate.toPlainString()));
    gift.flatMap(Gift::amount).ifPresent(euros -> told.put("amount", euros.toPlainString()));
    return told;
  }

  /** Writes it with what it gives, and the letter that it owes. */
  void write(
      SampleAidRows rows, SampleCampaign campaign, long application, int number, Chance chance)
      throws SQLException {
    rows.decisions.add(
        id,
        chance.uuid(),
        campaign.authority(),
        campaign.id(),
        application,
        number,
        outcome,
        gift.map(Gift::scale).orElse(null),
        inputs,
        gift.flatMap(Gift::rate).orElse(null),
        amount(),
        unit(),
        effectiveOn.orElse(null),
        codes.isEmpty() ? null : codes,
        reason.isEmpty() ? null : reason,
        at,
        by.account(),
        by.name(),
        supersededAt);
    for (DecisionTerm term : terms) {
      rows.terms.add(id, term.term(), term.rate(), term.amount());
    }
    if (letter) {
      rows.letters.add(
          rows.letterIds.next(),
          chance.uuid(),
          campaign.authority(),
          application,
          id,
          outcome,
          "aid:" + id,
          at,
          at);
    }
  }
}
