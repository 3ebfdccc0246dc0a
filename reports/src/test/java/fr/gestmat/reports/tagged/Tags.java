package fr.gestmat.reports.tagged;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/** What a test reads of a file's structure. */
public final class Tags {

  private Tags() {}

  /** The names of all elements below one, in the order in which they are read. */
  public static List<String> of(PDStructureNode node) {
    return elements(node).stream().map(PDStructureElement::getStructureType).toList();
  }

  /** The elements of a name below one, in the order in which they are read. */
  public static List<PDStructureElement> named(PDStructureNode node, String tag) {
    return elements(node).stream().filter(e -> e.getStructureType().equals(tag)).toList();
  }

  private static List<PDStructureElement> elements(PDStructureNode node) {
    List<PDStructureElement> all = new ArrayList<>();
    kids(node)
        .forEach(
            kid -> {
              all.add(kid);
              all.addAll(elements(kid));
            });
    return all;
  }

  private static Stream<PDStructureElement> kids(PDStructureNode node) {
    return node.getKids().stream()
        .filter(PDStructureElement.class::isInstance)
        .map(PDStructureElement.class::cast);
  }
}
