package fr.gestmat.reports.tagged;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;

/**
 * What is what in a PDF, in the order in which it is read (ISO 32000-1, 14.7): each piece of a page
 * carries a number, under which the tree finds its element and the page its piece.
 */
public final class StructureTree {

  private final PDDocument document;
  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement whole;
  private final Map<Integer, COSArray> elementsOfPages = new HashMap<>();

  /** Begins the tree of a document that has none. */
  public StructureTree(PDDocument document) {
    this.document = document;
    this.whole = new PDStructureElement(StandardStructureTypes.DOCUMENT, root);
    root.appendKid(whole);
    document.getDocumentCatalog().setStructureTreeRoot(root);
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    document.getDocumentCatalog().setMarkInfo(marked);
  }

  /** What holds pieces together, as a table its rows and a row its cells. */
  public static final class Group {
    private final PDStructureElement element;

    private Group(PDStructureElement element) {
      this.element = element;
    }
  }

  /** A piece of text or a picture; it may go on on the next page. */
  public static final class Piece {
    private final PDStructureElement element;

    private Piece(PDStructureElement element) {
      this.element = element;
    }

    /** What a picture shows. */
    public void setAlternateDescription(String words) {
      element.setAlternateDescription(words);
    }

    /** Says of a heading cell that it heads its column. */
    public void headsColumn() {
      PDTableAttributeObject attributes = new PDTableAttributeObject();
      attributes.setScope(PDTableAttributeObject.SCOPE_COLUMN);
      element.addAttribute(attributes);
    }
  }

  /** The document itself. */
  public Group whole() {
    return new Group(whole);
  }

  /** Begins a group inside another one, behind what is in it. */
  public Group group(Group in, String tag) {
    PDStructureElement element = new PDStructureElement(tag, in.element);
    in.element.appendKid(element);
    return new Group(element);
  }

  /**
   * Begins a piece of the document; {@code endMarkedContent} ends it.
   *
   * @param page that has its own number for structures
   * @throws IOException if the page cannot be written
   */
  public Piece begin(String tag, PDPage page, PDPageContentStream content) throws IOException {
    return begin(whole(), tag, page, content);
  }

  /**
   * Begins a piece inside a group; {@code endMarkedContent} ends it.
   *
   * @param page that has its own number for structures
   * @throws IOException if the page cannot be written
   */
  public Piece begin(Group in, String tag, PDPage page, PDPageContentStream content)
      throws IOException {
    PDStructureElement element = new PDStructureElement(tag, in.element);
    element.setPage(page);
    in.element.appendKid(element);
    Piece piece = new Piece(element);
    goOn(piece, page, content);
    return piece;
  }

  /**
   * Goes on with a piece on another page.
   *
   * @throws IOException if the page cannot be written
   */
  public void goOn(Piece piece, PDPage page, PDPageContentStream content) throws IOException {
    COSArray elements =
        elementsOfPages.computeIfAbsent(page.getStructParents(), number -> new COSArray());
    int number = elements.size();
    elements.add(piece.element.getCOSObject());
    COSDictionary properties = new COSDictionary();
    properties.setInt(COSName.MCID, number);
    content.beginMarkedContent(
        COSName.getPDFName(piece.element.getStructureType()), PDPropertyList.create(properties));
    PDMarkedContentReference reference = new PDMarkedContentReference();
    reference.setPage(page);
    reference.setMCID(number);
    piece.element.appendKid(reference);
  }

  /** Ends the tree, once every page is there. */
  public void finish() {
    Map<Integer, PDParentTreeValue> numbers = new HashMap<>();
    elementsOfPages.forEach((page, elements) -> numbers.put(page, new PDParentTreeValue(elements)));
    PDNumberTreeNode parents = new PDNumberTreeNode(PDParentTreeValue.class);
    parents.setNumbers(numbers);
    root.setParentTree(parents);
    root.setParentTreeNextKey(document.getNumberOfPages());
  }
}
