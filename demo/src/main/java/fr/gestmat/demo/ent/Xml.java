package fr.gestmat.demo.ent;

/** Escapes text for XML and HTML alike. */
final class Xml {
  private Xml() {}

  /** The text with the five characters that markup reserves replaced. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
