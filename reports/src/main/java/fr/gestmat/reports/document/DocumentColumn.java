package fr.gestmat.reports.document;

import java.util.function.Function;

/**
 * A column of a document's table.
 *
 * @param <R> the row
 * @param heading the French heading
 * @param weight its share of the page's width, in proportion to the other columns' weights
 * @param value the words in the cell, on at most five lines; empty for none
 */
public record DocumentColumn<R>(String heading, float weight, Function<R, String> value) {}
