package fr.gestmat.bench;

import fr.gestmat.bench.territory.WebSession;
import fr.gestmat.demo.territory.aaf.AafTerritory;
import fr.gestmat.demo.territory.aaf.TerritorySize;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How long a region's directory takes from the first byte sent until every school is in: handed in
 * as a ZIP on the page, read, confirmed, applied. Then the same file once more.
 */
final class DirectoryLoad {

  private static final TerritorySize SIZE = TerritorySize.REGION;
  private static final double LEAST = 5_000;
  private static final String PAGE = "/administration/imports";
  private static final Pattern STATE = Pattern.compile("data-state=\"([A-Z-]+)\"");

  /** All that an import writes about people and schools. */
  private static final String DIRECTORY =
      "school, grade, school_class, pupil, pupil_name_token, guardian, guardianship, staff_member";

  private DirectoryLoad() {}

  private record Taken(double reading, double applying) {

    double whole() {
      return reading + applying;
    }
  }

  static List<Figure> measure(Place place) throws Exception {
    Product product = place.empty();
    Path set = set();
    try (Connection owner = product.owner()) {
      Visit visit =
          new Visit(product.server().httpPort(), WebSession.open(owner, product.plan().size()));
      int persons = SIZE.pupils() + SIZE.guardians() + SIZE.staff();
      Taken first = run(visit, set);
      String written = checksum(owner);
      Taken second = run(visit, set);
      boolean same = checksum(owner).equals(written);
      return List.of(
          Figure.of("AAF import, ZIP sent, read and compared", "%.1f s", first.reading()),
          Figure.of("Its schools applied", "%.1f s", first.applying()),
          Figure.atLeast(
              LEAST, persons / first.whole(), "a second", "Persons of " + persons + " in all"),
          Figure.atMost(first.whole(), second.whole(), "s", "The same file again, all in all"),
          Figure.atMost(0, same ? 0 : 1, "", "Tables that the second run changed (checksum)"));
    } finally {
      Files.deleteIfExists(set);
    }
  }

  private static Taken run(Visit visit, Path set) throws Exception {
    long start = System.nanoTime();
    String here = visit.upload(PAGE, "whole", "yes", "files", set);
    await(visit, here, "RECEIVED");
    long read = System.nanoTime();
    visit.post(
        here + "/confirmer",
        IntStream.range(0, SIZE.schools())
            .mapToObj(school -> "accept=" + AafTerritory.uai(school))
            .collect(Collectors.joining("&")));
    await(visit, here, "APPLYING");
    long applied = System.nanoTime();
    Taken taken = new Taken((read - start) / 1e9, (applied - read) / 1e9);
    Talk.say("Import: read in %.1f s, applied in %.1f s", taken.reading(), taken.applying());
    return taken;
  }

  private static void await(Visit visit, String here, String state) throws Exception {
    while (true) {
      Matcher said = STATE.matcher(visit.page(here + "?partie=avancement"));
      String now = said.find() ? said.group(1) : "";
      if (now.endsWith("FAILED") || now.equals("REFUSED")) {
        throw new IllegalStateException("the import is " + now);
      }
      if (!now.equals(state)) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
    }
  }

  private static String checksum(Connection owner) throws SQLException {
    List<String> sums = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery("checksum table " + DIRECTORY + " extended")) {
      while (rows.next()) {
        sums.add(rows.getString(1) + " " + rows.getString(2));
      }
    }
    return sums.toString();
  }

  /** The files of the region as one ZIP, as an ENT hands them over. */
  private static Path set() throws IOException {
    Path folder = Files.createTempDirectory("bench-aaf");
    Path zip = Files.createTempFile("bench", ".zip");
    Talk.say("The files of a region are written");
    new AafTerritory(SIZE, LocalDate.of(2026, 9, 1)).writeTo(folder);
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream archive = new ZipOutputStream(out);
        Stream<Path> parts = Files.list(folder)) {
      archive.setLevel(Deflater.BEST_SPEED);
      for (Path part : parts.sorted().toList()) {
        archive.putNextEntry(new ZipEntry(part.getFileName().toString()));
        Files.copy(part, archive);
        archive.closeEntry();
        Files.delete(part);
      }
    }
    Files.delete(folder);
    return zip;
  }
}
