package fr.gestmat.web.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sentences of all bundles: both languages say the same keys, and every key asked for exists.
 */
class TextsTest {

  private static final Path BUNDLES = Path.of("src/main/resources/fr/gestmat/web/text");
  private static final Pattern ASKED =
      Pattern.compile("\\btext\\(\\s*\"([a-z]\\w*\\.[\\w.-]*\\w)\"\\s*[,)]");

  private final Texts french = Texts.in(Locale.FRANCE);

  @Test
  void fills_values_in_and_follows_plurals() {
    assertThat(french.text("example.saved", "A4"))
        .isEqualTo("Le modèle «\u00a0A4\u00a0» est enregistré.");
    assertThat(french.text("example.list", 0)).isEqualTo("Aucun matériel");
    assertThat(french.text("example.list", 1)).isEqualTo("Un matériel");
    assertThat(french.text("example.list", 1200)).isEqualTo("1\u202f200 matériels");
    assertThat(Texts.in(Locale.UK).text("example.list", 1200)).isEqualTo("1,200 devices");
  }

  @Test
  void sets_french_typography() {
    assertThat(french.text("common.skip")).isEqualTo("Aller au contenu");
    assertThat(french.text("common.switchSchool")).isEqualTo("Changer d\u2019établissement");
    assertThat(french.text("common.error.number")).endsWith("numéro\u00a0:");
  }

  /** Of two sentences under one key the last one would be said in both places. */
  @Test
  void no_key_is_given_twice() throws IOException {
    try (Stream<Path> bundles = Files.list(BUNDLES)) {
      for (Path bundle : bundles.toList()) {
        List<String> keys =
            Files.readAllLines(bundle).stream()
                .filter(line -> line.indexOf('=') > 0 && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(keys).as(bundle.toString()).doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void says_the_key_when_no_sentence_has_it() {
    assertThat(french.text("common.nothing")).isEqualTo("common.nothing");
    assertThat(french.text("nowhere.at.all")).isEqualTo("nowhere.at.all");
    assertThat(french.has("common.nothing")).isFalse();
    assertThat(french.has("common.skip")).isTrue();
  }

  static Stream<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.list(BUNDLES)) {
      return files.filter(f -> !f.toString().endsWith("_en.properties")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void both_languages_say_the_same_keys(Path bundle) throws IOException {
    Path english = bundle.resolveSibling(bundle.getFileName().toString().replace(".", "_en."));
    assertThat(load(english).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(load(bundle).stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void keys_begin_with_their_bundle_and_patterns_can_be_read(Path bundle) throws IOException {
    String name = bundle.getFileName().toString().replace(".properties", "");
    Properties sentences = load(bundle);
    for (String key : sentences.stringPropertyNames()) {
      assertThat(key).startsWith(name + ".");
      assertThatCode(() -> new MessageFormat(sentences.getProperty(key).replace('\'', '\u2019')))
          .as(key)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void every_key_that_templates_and_classes_ask_for_exists() throws IOException {
    TreeSet<String> missing = new TreeSet<>();
    for (Path file : sources()) {
      Matcher asked = ASKED.matcher(Files.readString(file));
      while (asked.find()) {
        if (!french.has(asked.group(1))) {
          missing.add(file.getFileName() + " asks for " + asked.group(1));
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String root : List.of("src/main/jte", "src/main/java")) {
      try (Stream<Path> files = Files.walk(Path.of(root))) {
        files.filter(Files::isRegularFile).forEach(all::add);
      }
    }
    return all;
  }

  private static Properties load(Path file) throws IOException {
    Properties sentences = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      sentences.load(in);
    }
    return sentences;
  }
}
