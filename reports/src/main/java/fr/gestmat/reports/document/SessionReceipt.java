package fr.gestmat.reports.document;

import fr.gestmat.reports.document.ReceiptLine.Result;
import fr.gestmat.reports.spreadsheet.RowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The summary of a session at the counter (récapitulatif de séance), for the agent to print or
 * keep.
 *
 * @param authority the local authority that owns the devices
 * @param school the school whose counter it was
 * @param agent who scanned
 * @param begun the first scan
 * @param ended the last scan
 * @param zone the time zone of the authority
 */
public record SessionReceipt(
    String authority, String school, String agent, Instant begun, Instant ended, ZoneId zone) {

  /**
   * Writes the receipt as a PDF. The file appears complete or not at all.
   *
   * @param <E> what reading the lines may throw
   * @param target the file to appear; its folder exists
   * @param lines the scans in order
   * @return how many pages it has
   * @throws IOException when the file cannot be written
   * @throws E when the lines cannot be read
   */
  public <E extends Exception> int write(Path target, RowSource<ReceiptLine, E> lines)
      throws IOException, E {
    Map<Result, Integer> counts = new EnumMap<>(Result.class);
    List<DocumentColumn<ReceiptLine>> columns =
        List.of(
            new DocumentColumn<>("Heure", 9, line -> FrenchTime.minute(local(line.at()))),
            new DocumentColumn<>("Étiquette", 16, ReceiptLine::code),
            new DocumentColumn<>("Élève", 26, ReceiptLine::pupil),
            new DocumentColumn<>("Classe", 11, ReceiptLine::schoolClass),
            new DocumentColumn<>("Résultat", 11, line -> line.result().one()),
            new DocumentColumn<>("Remarque", 27, ReceiptLine::remark));
    return TableDocument.<ReceiptLine, E>write(
        target,
        head(),
        columns,
        sink ->
            lines.pushTo(
                line -> {
                  counts.merge(line.result(), 1, Integer::sum);
                  sink.accept(line);
                }),
        () -> totals(counts));
  }

  private DocumentHead head() {
    String day = FrenchTime.day(local(begun));
    String hours =
        "de " + FrenchTime.minute(local(begun)) + " à " + FrenchTime.minute(local(ended));
    return new DocumentHead(
        "Récapitulatif de séance",
        List.of(
            new Fact("Collectivité", authority),
            new Fact("Établissement", school),
            new Fact("Agent", agent),
            new Fact("Séance", day + ", " + hours)),
        school + " – séance du " + day);
  }

  private static List<Fact> totals(Map<Result, Integer> counts) {
    List<Fact> totals = new ArrayList<>();
    counts.forEach((result, count) -> totals.add(new Fact(result.many(), count.toString())));
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    totals.add(new Fact("Lectures en tout", Integer.toString(all)));
    return totals;
  }

  private ZonedDateTime local(Instant instant) {
    return instant.atZone(zone);
  }
}
