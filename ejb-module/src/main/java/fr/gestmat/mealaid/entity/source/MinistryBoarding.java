package fr.gestmat.mealaid.entity.source;

import java.util.Optional;

/** A pupil's régime by the ministry's codes ({@code regime_pensionnat}, version 5 of the API). */
public enum MinistryBoarding {
  /** Externe libre. */
  DAY("0", Canteen.NO),
  /** Externe surveillé. */
  DAY_SUPERVISED("1", Canteen.NO),
  /** Demi-pensionnaire dans l'établissement. */
  HALF_BOARDER("2", Canteen.YES),
  /** Interne dans l'établissement. */
  BOARDER("3", Canteen.BY_CAMPAIGN),
  /** Interne externé. */
  BOARDER_IN_TOWN("4", Canteen.BY_CAMPAIGN),
  /** Interne hébergé. */
  BOARDER_HOUSED("5", Canteen.BY_CAMPAIGN),
  /** Demi-pensionnaire hors l'établissement. */
  HALF_BOARDER_ELSEWHERE("6", Canteen.YES);

  private final String code;
  private final Canteen canteen;

  MinistryBoarding(String code, Canteen canteen) {
    this.code = code;
    this.canteen = canteen;
  }

  /** What a régime says of canteen aid. */
  public enum Canteen {
    /** Eats at the canteen. */
    YES,
    /** Eats there as a boarder: the campaign says whether boarders get the aid. */
    BY_CAMPAIGN,
    /** Does not eat there. */
    NO,
    /** The ministry does not say: somebody has to ask. */
    ASK
  }

  /** The régime of a code; empty for none and for codes that nobody knows. */
  public static Optional<MinistryBoarding> of(String code) {
    for (MinistryBoarding boarding : values()) {
      if (boarding.code.equals(code.strip())) {
        return Optional.of(boarding);
      }
    }
    return Optional.empty();
  }

  /** What an answer, which may say nothing of the régime, says of canteen aid. */
  public static Canteen canteen(Optional<MinistryBoarding> boarding) {
    return boarding.map(known -> known.canteen).orElse(Canteen.ASK);
  }
}
