package fr.gestmat.demo.territory;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the simulated official sources have to know of the sample: its pupils' birth dates, which
 * move with the school year, and the running month.
 */
final class SampleSourceFacts {

  private SampleSourceFacts() {}

  /** The facts on a day, by name: {@code ines.born}, {@code ines.year}, {@code year}, ... */
  static Map<String, String> on(LocalDate today) {
    LocalDate schoolYear = Sample.schoolYear(today);
    Map<String, String> facts = new HashMap<>();
    facts.put("year", Integer.toString(schoolYear.getYear()));
    facts.put("next", Integer.toString(schoolYear.getYear() + 1));
    facts.put("month.year", Integer.toString(today.getYear()));
    facts.put("month.month", Integer.toString(today.getMonthValue()));
    List<String> names = SampleDepartment.givenNames();
    for (int i = 0; i < names.size(); i++) {
      String name =
          Normalizer.normalize(names.get(i), Normalizer.Form.NFD)
              .replaceAll("\\p{M}", "")
              .toLowerCase(Locale.ROOT);
      LocalDate born = SampleDepartment.bornOn(schoolYear, i);
      facts.put(name + ".born", born.toString());
      facts.put(name + ".year", Integer.toString(born.getYear()));
      facts.put(name + ".month", Integer.toString(born.getMonthValue()));
      facts.put(name + ".day", Integer.toString(born.getDayOfMonth()));
    }
    return Map.copyOf(facts);
  }
}
