package fr.gestmat.lending.control.agreement;

import fr.gestmat.access.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** Decides whether the text of an agreement can be kept, and gives it its digest. */
public final class TextRule {

  /** Longest name of a text, in characters. */
  public static final int LONGEST_NAME = 120;

  /** Longest title, in characters. */
  public static final int LONGEST_TITLE = 160;

  /** Longest body, in characters: about eight pages. */
  public static final int LONGEST_BODY = 20_000;

  /** Longest note, in characters. */
  public static final int LONGEST_NOTE = 1_000;

  /**
   * A text as it was typed.
   *
   * @param name what its versions share
   * @param title heading of the agreement
   * @param body paragraphs, with fields
   * @param note printed below what is lent; may be empty
   */
  public record Typed(String name, String title, String body, String note) {

    /** Brings line ends into one form, so that a digest does not depend on the browser. */
    public Typed {
      name = name.strip();
      title = title.strip();
      body = body.replace("\r\n", "\n").replace('\r', '\n').strip();
      note = note.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** SHA-256 of title, body and note. */
    public byte[] digest() {
      return TextRule.digest(title + '\u001e' + body + '\u001e' + note);
    }
  }

  private TextRule() {}

  /** All that keeps a text from being saved; empty if nothing does. */
  public static List<Refusal> refusals(Typed text) {
    List<Refusal> found = new ArrayList<>();
    length(found, "nom", text.name(), LONGEST_NAME, true);
    length(found, "titre", text.title(), LONGEST_TITLE, true);
    length(found, "texte", text.body(), LONGEST_BODY, true);
    length(found, "note", text.note(), LONGEST_NOTE, false);
    fields(found, "titre", text.title());
    fields(found, "texte", text.body());
    fields(found, "note", text.note());
    return found;
  }

  private static void length(
      List<Refusal> found, String field, String text, int longest, boolean needed) {
    if (needed && text.isEmpty()) {
      found.add(Refusal.of(field, "missing"));
    } else if (text.length() > longest) {
      found.add(Refusal.of(field, "tooLong", longest));
    }
  }

  private static void fields(List<Refusal> found, String field, String text) {
    List<String> unknown = MergeText.unknown(text);
    if (!unknown.isEmpty()) {
      found.add(Refusal.of(field, "unknownField", String.join(", ", unknown)));
    } else if (MergeText.hasLooseBrace(text)) {
      found.add(Refusal.of(field, "looseBrace"));
    }
  }

  /** SHA-256 of a text in UTF-8. */
  public static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
