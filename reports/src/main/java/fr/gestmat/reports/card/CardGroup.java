package fr.gestmat.reports.card;

import java.util.List;

/**
 * Cards that begin a page of their own.
 *
 * @param title above them
 * @param lead a sentence or two below the title; empty for none
 * @param cards in order, row by row
 */
public record CardGroup(String title, String lead, List<Card> cards) {
  /** Keeps its own copy of the cards. */
  public CardGroup {
    cards = List.copyOf(cards);
  }
}
