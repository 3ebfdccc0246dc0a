package fr.gestmat.directory.entity;

/** How a pupil eats and sleeps at school (régime). */
public enum BoardingStatus {
  /** Externe: goes home for lunch. */
  DAY,
  /** Demi-pensionnaire: eats at school, one to five times a week. */
  HALF_BOARDER,
  /** Demi-pensionnaire au ticket: pays meal by meal. */
  HALF_BOARDER_TICKET,
  /** Demi-pensionnaire hors l'établissement: eats in another school. */
  HALF_BOARDER_ELSEWHERE,
  /** Interne: sleeps at school. */
  BOARDER,
  /** Interne hébergé: sleeps in another school. */
  BOARDER_HOUSED,
  /** Interne externé: eats at school in the evening too, sleeps in town. */
  BOARDER_IN_TOWN
}
