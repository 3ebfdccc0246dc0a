package fr.gestmat.directory.control.feed;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How names are compared when people search: without accents, case, hyphens or apostrophes, in any
 * order. "Le Goff" is found by "le goff", "goff" and "legoff"; nothing here decides that two people
 * are the same.
 */
public final class NameKey {

  private static final int LONGEST_TOKEN = 40;
  private static final int MOST_TOKENS = 12;

  private NameKey() {}

  /** The text without accents and ligatures; case and punctuation stay. */
  public static String unaccented(String text) {
    boolean ascii = true;
    for (int i = 0; i < text.length() && ascii; i++) {
      ascii = text.charAt(i) < 0x80;
    }
    if (ascii) {
      return text;
    }
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      switch (c) {
        case 'œ' -> plain.append("oe");
        case 'Œ' -> plain.append("OE");
        case 'æ' -> plain.append("ae");
        case 'Æ' -> plain.append("AE");
        case 'ß' -> plain.append("ss");
        case 'ø' -> plain.append('o');
        case 'Ø' -> plain.append('O');
        case 'ł' -> plain.append('l');
        case 'Ł' -> plain.append('L');
        case '’', '‘', 'ʼ' -> plain.append('\'');
        default -> {
          if (Character.getType(c) != Character.NON_SPACING_MARK) {
            plain.append(c);
          }
        }
      }
    }
    return plain.toString();
  }

  /** The words of a text as they are compared, in their order: lower case letters and digits. */
  public static List<String> words(String text) {
    String plain = unaccented(text).toLowerCase(Locale.ROOT);
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        if (word.length() < LONGEST_TOKEN) {
          word.append(c);
        }
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  /**
   * Family and given names as one line of words, family name first: what lists sort and compare.
   */
  public static String line(String familyName, String givenName) {
    List<String> all = new ArrayList<>(words(familyName));
    all.addAll(words(givenName));
    return String.join(" ", all);
  }

  /**
   * Everything that a search may begin with: each word of both names, and each compound name
   * written in one ("legoff", "jeanpierre"). At most twelve.
   */
  public static Set<String> tokens(String familyName, String givenName) {
    Set<String> tokens = new LinkedHashSet<>();
    addAll(tokens, words(familyName));
    addAll(tokens, words(givenName));
    return tokens;
  }

  private static void addAll(Set<String> tokens, List<String> words) {
    if (words.size() > 1) {
      add(tokens, String.join("", words));
    }
    words.forEach(word -> add(tokens, word));
  }

  private static void add(Set<String> tokens, String token) {
    if (tokens.size() < MOST_TOKENS) {
      tokens.add(token.length() <= LONGEST_TOKEN ? token : token.substring(0, LONGEST_TOKEN));
    }
  }
}
