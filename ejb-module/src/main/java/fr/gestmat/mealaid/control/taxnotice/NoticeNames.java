package fr.gestmat.mealaid.control.taxnotice;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Whether a notice is in somebody's name (M-M05, M-M06). Papers turn names round, glue them, drop
 * hyphens and second names, and slip a letter; short words are compared exactly, as every second
 * name holds one of them.
 */
public final class NoticeNames {

  /** Letters from which a word says something alone, and may have a slip. */
  private static final int LONG = 4;

  private NoticeNames() {}

  /**
   * Somebody.
   *
   * @param familyNames name in use, and name of birth
   * @param givenNames first names, in any order
   */
  public record Person(List<String> familyNames, String givenNames) {

    /** Copies the names. */
    public Person {
      familyNames = List.copyOf(familyNames);
    }
  }

  /** Whether one of the declarants is this person. */
  public static boolean match(Person person, List<String> declarants) {
    return declarants.stream().anyMatch(declarant -> matches(person, declarant));
  }

  private static boolean matches(Person person, String declarant) {
    List<String> words = words(declarant);
    List<String> given = words(person.givenNames());
    return person.familyNames().stream()
        .map(NoticeNames::words)
        .filter(family -> !family.isEmpty())
        .anyMatch(family -> isGlued(family, given, words) || fits(family, given, words));
  }

  private static boolean fits(List<String> family, List<String> given, List<String> words) {
    List<String> left = withoutFamily(family, words);
    return left.size() < words.size()
        && (given.stream().anyMatch(name -> contains(left, name))
            || contains(left, String.join("", given)));
  }

  /** Family and given name without a blank between them, as some papers print them. */
  private static boolean isGlued(List<String> family, List<String> given, List<String> words) {
    String whole = String.join("", words);
    String name = String.join("", family);
    return given.stream().anyMatch(g -> whole.equals(name + g) || whole.equals(g + name));
  }

  /**
   * The words that are left when those of the family name are taken out; all, if it is not there.
   */
  private static List<String> withoutFamily(List<String> family, List<String> words) {
    List<String> withoutEach = new ArrayList<>(words);
    if (family.stream().allMatch(name -> remove(withoutEach, name))) {
      return withoutEach;
    }
    List<String> withoutGlued = new ArrayList<>(words);
    if (remove(withoutGlued, String.join("", family))) {
      return withoutGlued;
    }
    List<String> withoutLong = new ArrayList<>(words);
    boolean some = false;
    for (String name : family) {
      some |= name.length() >= LONG && remove(withoutLong, name);
    }
    return some ? withoutLong : words;
  }

  private static boolean remove(List<String> words, String name) {
    for (int i = 0; i < words.size(); i++) {
      if (isSame(words.get(i), name)) {
        words.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean contains(List<String> words, String name) {
    return words.stream().anyMatch(word -> isSame(word, name));
  }

  /** Up to one slip in a word of four or five letters, up to two in a longer one. */
  private static boolean isSame(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    int shorter = Math.min(a.length(), b.length());
    return shorter >= LONG && distance(a, b) <= (shorter < 6 ? 1 : 2);
  }

  private static int distance(String a, String b) {
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }

  private static List<String> words(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replace("œ", "oe")
            .replace("Œ", "OE")
            .replaceAll("['’]", "")
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z]+", " ")
            .strip();
    return plain.isEmpty() ? List.of() : Arrays.asList(plain.split(" ", -1));
  }
}
