package fr.gestmat.demo.territory.aaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AafTerritoryTest {

  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

  @TempDir private Path folder;

  @Test
  void writes_exactly_as_many_records_as_asked_and_names_guardians_that_exist() throws IOException {
    new AafTerritory(new TerritorySize(7, 400, 700, 20, 3), DAY).writeTo(folder);

    String all = String.join("", files(folder).values());
    assertThat(count(all, "<value>EtabEducNat</value>")).isEqualTo(7);
    assertThat(count(all, "<value>Eleve</value>")).isEqualTo(400);
    assertThat(count(all, "<value>PersRelEleve</value>")).isEqualTo(700);
    assertThat(count(all, "<value>PersEducNat</value>")).isEqualTo(20);
    Set<String> ids = all("<id>(\\d+)</id>", all);
    assertThat(ids).containsAll(all("<value>(\\d+)\\$[12]0\\$", all));
    assertThat(ids).containsAll(all("<value>(\\d+)\\$(?:2DE|1RE|TLE|2PRO)", all));
  }

  @Test
  void the_same_seed_gives_the_same_files_and_another_seed_other_people() throws IOException {
    TerritorySize size = new TerritorySize(3, 90, 150, 5, 3);
    new AafTerritory(size, DAY).writeTo(folder.resolve("a"));
    new AafTerritory(size, DAY).writeTo(folder.resolve("b"));
    new AafTerritory(new TerritorySize(3, 90, 150, 5, 4), DAY).writeTo(folder.resolve("c"));

    assertThat(files(folder.resolve("a"))).isEqualTo(files(folder.resolve("b")));
    assertThat(files(folder.resolve("a"))).isNotEqualTo(files(folder.resolve("c")));
  }

  @Test
  void large_kinds_come_in_numbered_parts() throws IOException {
    new AafTerritory(new TerritorySize(2, 20_001, 2, 0, 1), DAY).writeTo(folder);

    assertThat(files(folder).keySet())
        .contains("ENT_Complet_20260901_Eleve_0000.xml", "ENT_Complet_20260901_Eleve_0001.xml");
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  private static int count(String text, String part) {
    return (int) Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }

  private static Set<String> all(String pattern, String text) {
    Set<String> found = new HashSet<>();
    Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult m) -> m.group(1))
        .forEach(found::add);
    return found;
  }
}
