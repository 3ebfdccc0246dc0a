package fr.gestmat.reports.letter;

import fr.gestmat.reports.document.Fact;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A letter of an authority to a person.
 *
 * @param sender lines of the letterhead: the authority first
 * @param logo PNG or JPEG of the letterhead
 * @param recipient lines of who gets it: the name first
 * @param place day, and what to quote
 * @param title what it is about
 * @param paragraphs what it says
 * @param facts what it decides, line by line
 * @param notes headings with their paragraphs, after the facts: ways of appeal
 * @param signatory who signs; empty for nobody
 * @param footer at the foot of each page; empty for nothing
 */
public record OfficialLetter(
    List<String> sender,
    Optional<byte[]> logo,
    List<String> recipient,
    List<String> place,
    String title,
    List<String> paragraphs,
    List<Fact> facts,
    List<Note> notes,
    String signatory,
    String footer) {

  /** Copies the lists. */
  public OfficialLetter {
    sender = List.copyOf(sender);
    recipient = List.copyOf(recipient);
    place = List.copyOf(place);
    paragraphs = List.copyOf(paragraphs);
    facts = List.copyOf(facts);
    notes = List.copyOf(notes);
  }

  /**
   * A heading with paragraphs.
   *
   * @param heading a few words
   * @param paragraphs below it
   */
  public record Note(String heading, List<String> paragraphs) {
    /** Copies the list. */
    public Note {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /**
   * The letter as a PDF/UA-1 file of some 40 KB.
   *
   * @throws IOException if a picture cannot be read
   */
  public byte[] toPdf() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TaggedPages pages = new TaggedPages(title, footer)) {
      if (logo.isPresent()) {
        pages.picture(logo.get(), "Logo – " + (sender.isEmpty() ? "" : sender.get(0)));
      }
      for (int i = 0; i < sender.size(); i++) {
        pages.paragraph(sender.get(i), i == 0 ? TaggedPages.Style.STRONG : TaggedPages.Style.PLAIN);
      }
      pages.space();
      for (String line : recipient) {
        pages.paragraph(line, TaggedPages.Style.RIGHT);
      }
      pages.space();
      for (String line : place) {
        pages.paragraph(line, TaggedPages.Style.RIGHT);
      }
      pages.space();
      pages.heading(title, 1);
      for (String paragraph : paragraphs) {
        pages.paragraph(paragraph, TaggedPages.Style.PLAIN);
      }
      for (Fact fact : facts) {
        pages.fact(fact.label(), fact.value());
      }
      for (Note note : notes) {
        pages.heading(note.heading(), 2);
        for (String paragraph : note.paragraphs()) {
          pages.paragraph(paragraph, TaggedPages.Style.PLAIN);
        }
      }
      if (!signatory.isEmpty()) {
        pages.space();
        pages.paragraph(signatory, TaggedPages.Style.RIGHT);
      }
      pages.finish(out);
    }
    return out.toByteArray();
  }
}
