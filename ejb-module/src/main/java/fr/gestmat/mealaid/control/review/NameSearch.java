package fr.gestmat.mealaid.control.review;

import fr.gestmat.mealaid.control.query.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks for the beginnings of words in the names of {@code aid_application a}.
 *
 * <p>The index of words gives all that begin alike: tens of thousands for what is frequent, which
 * then have to be put in order. So a list looks among the next applications first, where what is
 * frequent fills a page; what does not is rare, and few in the index.
 */
final class NameSearch {

  /** Words shorter than this are in no index of words (InnoDB). */
  private static final int SHORTEST_WORD = 3;

  /** Words that InnoDB leaves out of its index of words. */
  private static final Set<String> UNINDEXED =
      Set.of(
          "about", "are", "com", "for", "from", "how", "that", "the", "this", "was", "what", "when",
          "where", "who", "will", "with", "und", "www");

  /** All names of an application, a blank before each word. */
  private static final String NAMES =
      "concat(' ', replace(replace(replace(concat_ws(' ', a.child_family_name,"
          + " a.child_given_name, a.applicant_name), '-', ' '), '''', ' '), '’', ' '))";

  private NameSearch() {}

  /** Narrows to what holds the words, by the index of words. */
  static void indexed(Sql sql, List<String> words) {
    String indexed =
        words.stream()
            .filter(NameSearch::isIndexed)
            .map(word -> "+" + word + "*")
            .collect(Collectors.joining(" "));
    if (!indexed.isEmpty()) {
      sql.add(
          "and match(a.child_family_name, a.child_given_name, a.applicant_name)"
              + " against (? in boolean mode)",
          indexed);
    }
    unindexed(sql, words);
  }

  /** Narrows a few applications to the same, row by row. */
  static void near(Sql sql, List<String> words) {
    words.stream()
        .filter(NameSearch::isIndexed)
        .forEach(word -> sql.add("and " + NAMES + " like ?", "% " + word + "%"));
    unindexed(sql, words);
  }

  private static void unindexed(Sql sql, List<String> words) {
    words.stream()
        .filter(word -> !isIndexed(word))
        .forEach(
            word ->
                sql.add(
                    "and (a.child_family_name like ? or a.child_given_name like ?)",
                    word + "%",
                    word + "%"));
  }

  private static boolean isIndexed(String word) {
    return word.length() >= SHORTEST_WORD && !UNINDEXED.contains(word.toLowerCase(Locale.ROOT));
  }
}
