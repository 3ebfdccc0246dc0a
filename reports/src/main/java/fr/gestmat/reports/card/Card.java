package fr.gestmat.reports.card;

/**
 * A card to scan.
 *
 * @param words what it is, large
 * @param detail one line more; empty for none
 * @param code what a scanner reads; empty for a card without bars
 */
public record Card(String words, String detail, String code) {}
