package fr.gestmat.reports.label;

import fr.gestmat.reports.file.WholeFile;
import fr.gestmat.reports.label.Unprintable.Reason;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Prints labels as ZPL II, the language of label printers by Zebra and of the many that emulate
 * them. The printer draws symbol and text itself: a label is a few hundred bytes.
 */
public final class ZplLabels {

  /** The resolutions that such printers have, in dots per inch. */
  public static final List<Integer> RESOLUTIONS = List.of(203, 300, 600);

  private ZplLabels() {}

  /**
   * Writes the labels one after the other. A label that cannot be printed is left out and reported,
   * the others are printed; the file appears complete or not at all, in ASCII.
   *
   * @param target the file to appear; its folder exists
   * @param format a roll: one label a page
   * @param dpi dots per inch of the printer, one of {@link #RESOLUTIONS}
   * @param symbology the symbol on every label
   * @param labels the labels in order, drawn from once
   * @return what was printed and what was not
   * @throws IOException when the file cannot be written
   * @throws IllegalArgumentException for a sheet of several labels or another resolution
   */
  public static Printed write(
      Path target, LabelFormat format, int dpi, Symbology symbology, Iterable<Label> labels)
      throws IOException {
    if (format.positions() != 1 || !RESOLUTIONS.contains(dpi)) {
      throw new IllegalArgumentException("no label printer takes " + format.key() + " at " + dpi);
    }
    ZplLayout layout = new ZplLayout(format, dpi, symbology);
    List<Unprintable> unprintable = new ArrayList<>();
    List<String> drawn = new ArrayList<>();
    for (Label label : labels) {
      Optional<Reason> refused = LabelSheets.unfit(label.code());
      Optional<String> commands = refused.isPresent() ? Optional.empty() : layout.commands(label);
      commands.ifPresentOrElse(
          drawn::add,
          () -> unprintable.add(new Unprintable(label, refused.orElse(Reason.TOO_LONG))));
    }
    if (!drawn.isEmpty()) {
      WholeFile.<Integer, IOException>write(
          target,
          out -> {
            Writer writer =
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
            for (String commands : drawn) {
              writer.write(commands);
            }
            writer.flush();
            return drawn.size();
          });
    }
    return new Printed(drawn.size(), drawn.size(), unprintable);
  }
}
