package fr.gestmat.reports.document;

import fr.gestmat.reports.spreadsheet.RowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The slip that goes with devices from one place to another (bon de transfert), with its barcode.
 *
 * @param code what the barcode says
 * @param from the place that sends
 * @param to the place that receives
 * @param at when it was sent, or prepared
 * @param by who sent or prepared it
 * @param note what there is to say; empty for nothing
 * @param zone the time zone of the authority
 */
public record TransferSlip(
    String code, String from, String to, Instant at, String by, String note, ZoneId zone) {

  /**
   * A device on the slip.
   *
   * @param tag its tag
   * @param serial its maker's number; may be empty
   * @param model name of its model
   */
  public record Row(String tag, String serial, String model) {}

  /**
   * Writes the slip as a PDF. The file appears complete or not at all.
   *
   * @param <E> what reading the rows may throw
   * @param target the file to appear; its folder exists
   * @param rows the devices in order
   * @return how many pages it has
   * @throws IOException when the file cannot be written
   * @throws E when the rows cannot be read
   */
  public <E extends Exception> int write(Path target, RowSource<Row, E> rows)
      throws IOException, E {
    int[] count = {0};
    List<DocumentColumn<Row>> columns =
        List.of(
            new DocumentColumn<>("Étiquette", 22, Row::tag),
            new DocumentColumn<>("Numéro de série", 26, Row::serial),
            new DocumentColumn<>("Modèle", 36, Row::model),
            new DocumentColumn<>("Reçu", 10, row -> ""));
    return TableDocument.<Row, E>write(
        target,
        head(),
        columns,
        sink ->
            rows.pushTo(
                row -> {
                  count[0]++;
                  sink.accept(row);
                }),
        () ->
            List.of(
                new Fact("Matériels en tout", Integer.toString(count[0])),
                new Fact("Reçu le, par", "")));
  }

  private DocumentHead head() {
    String day = FrenchTime.day(at.atZone(zone));
    List<Fact> facts =
        List.of(
            new Fact("De", from),
            new Fact("Vers", to),
            new Fact("Date", day),
            new Fact("Préparé par", by));
    return new DocumentHead(
        "Bon de transfert " + code,
        code,
        note.isEmpty()
            ? facts
            : List.of(
                facts.get(0), facts.get(1), facts.get(2), facts.get(3), new Fact("Remarque", note)),
        code + " – " + from + " vers " + to);
  }
}
