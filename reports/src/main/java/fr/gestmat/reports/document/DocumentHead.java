package fr.gestmat.reports.document;

import java.util.List;

/**
 * What stands above the table of a document, and at the foot of each of its pages.
 *
 * @param title the French title
 * @param barcode what a Code 128 beside the title says, printable ASCII; empty for none
 * @param facts who, where and when, one line each
 * @param footer at the foot of every page, beside the page's number
 */
public record DocumentHead(String title, String barcode, List<Fact> facts, String footer) {
  /** Keeps its own copy of the facts. */
  public DocumentHead {
    facts = List.copyOf(facts);
  }

  /** A head without a barcode. */
  public DocumentHead(String title, List<Fact> facts, String footer) {
    this(title, "", facts, footer);
  }
}
