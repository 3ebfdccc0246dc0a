package fr.gestmat.web.view;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of the product in one language. A key names its bundle up to the first dot: {@code
 * counter.title} is the line {@code counter.title=} of {@code fr/gestmat/web/text/counter
 * .properties} (French) or {@code counter_en.properties}.
 *
 * <p>Sentences are {@link MessageFormat} patterns in which an apostrophe is an apostrophe. Write
 * them with the plain keys of a keyboard; French typography (curved apostrophe, spaces that do not
 * break before {@code ; : ! ? »} and after {@code «}) is set here.
 */
public final class Texts {

  private static final String BUNDLES = "fr.gestmat.web.text.";
  private static final Control NO_FALLBACK =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
  private static final Texts IN_FRENCH = new Texts(Locale.FRANCE);
  private static final Texts IN_ENGLISH = new Texts(Locale.UK);

  private final Locale locale;
  private final ConcurrentHashMap<String, String> patterns = new ConcurrentHashMap<>();

  private Texts(Locale locale) {
    this.locale = locale;
  }

  /** The sentences in English if the language is English, else in French. */
  public static Texts in(Locale language) {
    return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? IN_ENGLISH : IN_FRENCH;
  }

  /**
   * The sentence of a key with its values filled in. Numbers and plurals follow the language.
   *
   * @param key the bundle's name, a dot, and more; it is said as it stands if no sentence has it
   * @param values what {@code {0}}, {@code {1}}... stand for
   */
  public String text(String key, Object... values) {
    String pattern = patterns.computeIfAbsent(key, this::pattern);
    return values.length == 0 && pattern.indexOf('{') < 0
        ? pattern
        : new MessageFormat(pattern, locale).format(values);
  }

  /** Whether a sentence exists for the key. */
  public boolean has(String key) {
    return !text(key).equals(key);
  }

  /**
   * All sentences whose keys begin alike, by key, as they are written: with {@code {0}}, {@code
   * {1}}... where values go.
   *
   * @param prefix the bundle's name, a dot, and more
   */
  public Map<String, String> startingWith(String prefix) {
    Map<String, String> found = new TreeMap<>();
    for (String key : bundle(prefix).keySet()) {
      if (key.startsWith(prefix)) {
        found.put(key, patterns.computeIfAbsent(key, this::pattern));
      }
    }
    return found;
  }

  private String pattern(String key) {
    try {
      return typeset(bundle(key).getString(key));
    } catch (MissingResourceException e) {
      return key;
    }
  }

  private ResourceBundle bundle(String key) {
    int dot = key.indexOf('.');
    String name = dot < 0 ? key : key.substring(0, dot);
    return ResourceBundle.getBundle(
        BUNDLES + name, locale, Texts.class.getClassLoader(), NO_FALLBACK);
  }

  private String typeset(String sentence) {
    String curved = sentence.replace('\'', '\u2019');
    return locale.getLanguage().equals("fr")
        ? curved
            .replaceAll(" ([;!?])", "\u202f$1")
            .replaceAll(" ([:»])", "\u00a0$1")
            .replace("« ", "«\u00a0")
        : curved;
  }
}
