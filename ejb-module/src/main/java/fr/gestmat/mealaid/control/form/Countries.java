package fr.gestmat.mealaid.control.form;

import java.text.Collator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Countries in which somebody may be born, by their five digits in the official geographic code of
 * INSEE. Official sources know no other name of a country.
 */
public final class Countries {

  /** The code of France, overseas included. */
  public static final String FRANCE = "99100";

  private static final Map<String, String> NAMES = read();

  private Countries() {}

  /** Every country by its code: France, then the others by their names in French. */
  public static Map<String, String> all() {
    return NAMES;
  }

  /** The name of a country in French; empty for an unknown code. */
  public static Optional<String> name(String code) {
    return Optional.ofNullable(NAMES.get(code));
  }

  private static Map<String, String> read() {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "fr.gestmat.mealaid.countries",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Map<String, String> names = new LinkedHashMap<>();
    names.put(FRANCE, bundle.getString(FRANCE));
    Collator french = Collator.getInstance(Locale.FRENCH);
    bundle.keySet().stream()
        .sorted((one, other) -> french.compare(bundle.getString(one), bundle.getString(other)))
        .forEach(code -> names.putIfAbsent(code, bundle.getString(code)));
    return Collections.unmodifiableMap(names);
  }
}
