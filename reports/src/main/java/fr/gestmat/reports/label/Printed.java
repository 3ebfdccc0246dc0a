package fr.gestmat.reports.label;

import java.util.List;

/**
 * What was printed.
 *
 * @param labels labels on the sheets; when 0 no file was written
 * @param pages sheets, or labels of a roll
 * @param unprintable the labels that were left out, in the order they were asked for
 */
public record Printed(int labels, int pages, List<Unprintable> unprintable) {
  /** Keeps its own copy of the list. */
  public Printed {
    unprintable = List.copyOf(unprintable);
  }
}
