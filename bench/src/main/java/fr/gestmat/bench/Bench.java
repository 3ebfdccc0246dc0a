package fr.gestmat.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;

/** Measures what is named, or everything, and prints a table; see {@code script/bench}. */
public final class Bench {

  private static final List<Measurement> ALL =
      List.of(
          new Measurement(
              "scans",
              "check-out and check-in over HTTP, at one scan a second and beside bare JDBC",
              ScanLoad::measure),
          new Measurement(
              "returns",
              "a return day: 40 desks that each take a device back every two seconds",
              ReturnDay::measure),
          new Measurement(
              "cost",
              "a scan after 0 to 2,000 past loans, and among 10,000 and 300,000 devices",
              ScanCost::measure),
          new Measurement(
              "import",
              "the AAF export of a region, sent as a ZIP and applied, then once more",
              DirectoryLoad::measure),
          new Measurement(
              "transfers",
              "moves proposed between the 350 schools of a region",
              Transfers::measure),
          new Measurement(
              "search", "pupils found while somebody types, among 220,000", Search::measure),
          new Measurement(
              "agreements",
              "the loan agreements of 2,000 pupils printed into one PDF",
              AgreementPrint::measure),
          new Measurement(
              "aid-submits",
              "3,000 families send their application for meal aid within a minute, among 60,000",
              AidSubmits::measure),
          new Measurement(
              "aid-worklist",
              "the work list of officers and its search, with 300,000 applications",
              AidWorkList::measure),
          new Measurement(
              "aid-letters",
              "20,000 letters of decisions: memory of the server, and time",
              AidLetters::measure),
          new Measurement(
              "simulation",
              "a scale tried on 23,000 decided applications of meal aid",
              ScaleTrial::measure),
          new Measurement(
              "spreadsheet",
              "300,000 rows by 20 columns to XLSX: heap, and time beside POI alone",
              Spreadsheet::measure));

  private Bench() {}

  /** Runs the measurements named by the arguments; {@code --list} names them. */
  public static void main(String[] args) throws Exception {
    LogManager.getLogManager().getLogger("").setLevel(Level.SEVERE);
    List<String> names = List.of(args);
    if (names.contains("--list")) {
      ALL.forEach(one -> System.out.printf("%-13s %s%n", one.name(), one.about()));
      return;
    }
    List<Measurement> chosen = chosen(names);
    List<String> table = new ArrayList<>();
    table.add("| Measured | Figure | Limit | Kept |");
    table.add("|---|---|---|---|");
    try (Place place = new Place(Path.of("").toAbsolutePath())) {
      for (Measurement measurement : chosen) {
        Talk.say("== %s: %s", measurement.name(), measurement.about());
        measurement.task().measure(place).stream().map(Figure::line).forEach(table::add);
      }
    }
    table.forEach(System.out::println);
  }

  private static List<Measurement> chosen(List<String> names) {
    for (String name : names) {
      if (ALL.stream().noneMatch(one -> one.name().equals(name))) {
        throw new IllegalArgumentException(name + " cannot be measured; see --list");
      }
    }
    return names.isEmpty() ? ALL : ALL.stream().filter(one -> names.contains(one.name())).toList();
  }
}
