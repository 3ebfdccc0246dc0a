package fr.gestmat.directory.boundary;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.access.Scope;
import fr.gestmat.directory.control.DirectoryRows;
import fr.gestmat.directory.control.DirectoryRows.Query;
import fr.gestmat.directory.control.feed.NameKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds pupils while somebody types: by the beginning of any of their names, in any order, without
 * accents, hyphens or apostrophes. Measured on 220,000 pupils: the word that the fewest names begin
 * with leads through the index, the others are looked up for each name found; the list stops as
 * soon as it is full.
 */
@Stateless
@RolesAllowed({"LOAN_AGENT", "LOAN_MANAGER", "REGION_MANAGER", "ADMIN"})
public class PupilSearch {

  /** Pupils shown at most. */
  public static final int MOST = 20;

  private static final int LONGEST = 100;
  private static final int MOST_WORDS = 5;
  private static final int ENOUGH = 2_000;

  @Inject private CurrentCaller caller;
  @Inject private DirectoryRows rows;

  /**
   * What was found.
   *
   * @param pupils by name; those who left come last
   * @param more whether there are others: the search should be made narrower
   */
  public record Found(List<PupilLine> pupils, boolean more) {

    static final Found NOTHING = new Found(List.of(), false);
  }

  /**
   * Searches among the pupils whom the caller may see.
   *
   * @param typed what was typed; beyond 100 characters nothing is found
   */
  public Found find(String typed) {
    List<String> words = typed.length() > LONGEST ? List.of() : NameKey.words(typed);
    Scope scope = Reach.of(caller.get());
    if (words.isEmpty() || words.size() > MOST_WORDS || scope.isEmpty()) {
      return Found.NOTHING;
    }
    List<String> ordered = rarestFirst(words, scope);
    if (ordered.isEmpty()) {
      return Found.NOTHING;
    }
    Query query =
        Query.of(
                "select "
                    + PupilRows.COLUMNS
                    + " from (select straight_join distinct t.pupil_id from pupil_name_token t"
                    + index(scope))
            .and(joined(ordered))
            .and(" where")
            .and(place(scope))
            .and(" and t.token >= ? and t.token < ?", ordered.get(0), next(ordered.get(0)))
            .and(
                " limit "
                    + (MOST + 1)
                    + ") f join pupil p on p.id = f.pupil_id join school s on s.id = p.school_id"
                    + " left join school_class c on c.id = p.class_id");
    List<PupilLine> found = rows.all(PupilRows::line, query);
    return new Found(
        found.stream()
            .limit(MOST)
            .sorted(
                Comparator.comparing(PupilLine::left)
                    .thenComparing(p -> NameKey.line(p.familyName(), p.givenName())))
            .toList(),
        found.size() > MOST);
  }

  /** The words, the one that the fewest names begin with first; none if one has no name at all. */
  private List<String> rarestFirst(List<String> words, Scope scope) {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (String word : words) {
      if (names.computeIfAbsent(word, w -> names(w, scope)) == 0) {
        return List.of();
      }
    }
    return names.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many names begin with a word, as far as it matters. */
  private int names(String word, Scope scope) {
    return rows.all(
            row -> row.getInt(1),
            Query.of(
                    "select count(*) from (select 1 from pupil_name_token t"
                        + index(scope)
                        + " where")
                .and(place(scope))
                .and(
                    " and t.token >= ? and t.token < ? limit " + ENOUGH + ") some",
                    word,
                    next(word)))
        .get(0);
  }

  /**
   * The other words, each looked up by the key of the pupil at hand. The order of the tables is
   * ours and not left to the optimizer, which on a guess would read every name of a common word.
   */
  private static Query joined(List<String> ordered) {
    Query joins = Query.of("");
    for (int i = 1; i < ordered.size(); i++) {
      String alias = "o" + i;
      joins =
          joins.and(
              (" join pupil_name_token %1$s force index (primary) on"
                      + " %1$s.pupil_id = t.pupil_id and %1$s.token >= ? and %1$s.token < ?")
                  .formatted(alias),
              ordered.get(i),
              next(ordered.get(i)));
    }
    return joins;
  }

  private static String index(Scope scope) {
    return " force index (pupil_name_token_"
        + (scope.wholeAuthority() ? "authority" : "school")
        + ")";
  }

  private static Query place(Scope scope) {
    if (scope.wholeAuthority()) {
      return Query.of(" t.authority_id = ?", scope.authorityId());
    }
    String marks = "?, ".repeat(scope.schoolIds().size() - 1) + "?";
    return Query.of(" t.school_id in (" + marks + ")", scope.schoolIds().toArray());
  }

  /** The first text that does not begin with the word any more. */
  private static String next(String word) {
    int last = word.length() - 1;
    return word.substring(0, last).toLowerCase(Locale.ROOT) + (char) (word.charAt(last) + 1);
  }
}
