package fr.gestmat.reports.document;

/**
 * A line "label : value" of a document's head or of its totals.
 *
 * @param label the French label without its colon
 * @param value what is said
 */
public record Fact(String label, String value) {}
