package fr.gestmat.reports.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The printer's commands, read back as a printer reads them. */
class ZplLabelsTest {
  private static final LabelFormat ROLL = LabelFormats.find("rouleau-57x32").orElseThrow();
  private static final Pattern COMMAND = Pattern.compile("([\\^~])([A-Z][A-Z0-9@])([^\\^~]*)");

  @TempDir Path folder;

  /** One command: its two letters and its parameters; of field data, the text meant. */
  private record Command(String name, String parameters) {
    int number(int index) {
      return Integer.parseInt(parameters.split(",", -1)[index]);
    }
  }

  private static Label label(String code) {
    return new Label(code, "HP ProBook x360 11 G7 EE", "Lycée Théodore-de-Banville, Moulins");
  }

  private Path target() {
    return folder.resolve("etiquettes.zpl");
  }

  private Printed print(LabelFormat format, int dpi, Symbology symbology, Label... labels)
      throws IOException {
    return ZplLabels.write(target(), format, dpi, symbology, List.of(labels));
  }

  private List<Command> read() throws IOException {
    String text = Files.readString(target(), StandardCharsets.US_ASCII);
    List<Command> commands = new ArrayList<>();
    Matcher matcher = COMMAND.matcher(text);
    boolean hex = false;
    int end = 0;
    while (matcher.find()) {
      assertThat(matcher.start()).as("between two commands").isEqualTo(end);
      end = matcher.end();
      String name = matcher.group(1) + matcher.group(2);
      if (name.equals("^FH")) {
        hex = true;
      }
      String parameters = matcher.group(3).strip();
      commands.add(
          new Command(name, name.equals("^FD") && hex ? unhexed(matcher.group(3)) : parameters));
      hex = hex && !name.equals("^FS");
    }
    assertThat(end).isEqualTo(text.length());
    return commands;
  }

  private static String unhexed(String data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int at = 0; at < data.length(); at++) {
      if (data.charAt(at) == '_') {
        bytes.write(Integer.parseInt(data.substring(at + 1, at + 3), 16));
        at += 2;
      } else {
        bytes.write(data.charAt(at));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static List<String> data(List<Command> commands) {
    return commands.stream().filter(c -> c.name().equals("^FD")).map(Command::parameters).toList();
  }

  private static Command one(List<Command> commands, String name) {
    return commands.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
  }

  static Stream<Arguments> everyRoll() {
    return LabelFormats.all().stream()
        .filter(format -> format.positions() == 1)
        .flatMap(
            format ->
                ZplLabels.RESOLUTIONS.stream()
                    .flatMap(
                        dpi ->
                            Stream.of(Symbology.values()).map(s -> Arguments.of(format, dpi, s))));
  }

  @ParameterizedTest
  @MethodSource("everyRoll")
  void says_the_code_twice_and_stays_on_the_label(LabelFormat format, int dpi, Symbology symbology)
      throws IOException {
    assertThat(print(format, dpi, symbology, label("GE-004217")).labels()).isEqualTo(1);
    List<Command> commands = read();
    int width = one(commands, "^PW").number(0);
    int height = one(commands, "^LL").number(0);
    assertThat(width / (dpi / 25.4)).isBetween(format.labelWidth() - 0.2, format.labelWidth());
    assertThat(height / (dpi / 25.4)).isBetween(format.labelHeight() - 0.2, format.labelHeight());
    String expected = symbology == Symbology.QR ? "MA,GE-004217" : "GE-004217";
    assertThat(data(commands).get(0)).isEqualTo(expected);
    assertThat(data(commands).get(1)).isEqualTo("GE-004217");
    for (int i = 0; i < commands.size(); i++) {
      if (commands.get(i).name().equals("^A0")) {
        int x = commands.get(i - 1).number(0);
        int bottom = commands.get(i - 1).number(1) + commands.get(i).number(1);
        assertThat(x + commands.get(i + 1).number(0)).isLessThanOrEqualTo(width);
        assertThat(bottom).isLessThanOrEqualTo(height);
      }
    }
  }

  @Test
  void bars_keep_their_quiet_zones_and_a_legible_module() throws IOException {
    print(ROLL, 203, Symbology.CODE_128, label("GE-004217"));
    List<Command> commands = read();
    int dots = one(commands, "^BY").number(0);
    int left = one(commands, "^FO").number(0);
    int width = one(commands, "^PW").number(0);
    int bars = (11 * ("GE-004217".length() + 2) + 13) * dots;
    assertThat(dots / (203 / 25.4)).isBetween(0.19, 0.5);
    assertThat(left).isGreaterThanOrEqualTo(10 * dots);
    assertThat(width - left - bars).isGreaterThanOrEqualTo(10 * dots);
  }

  @ParameterizedTest
  @CsvSource({"123456, 10", "ABC, 10", "ABCD, 12", "1234567890, 12", "GE-004217, 14"})
  void a_matrix_is_as_large_as_the_plainest_encoding_needs(String code, int modules)
      throws IOException {
    print(ROLL, 300, Symbology.DATA_MATRIX, label(code));
    assertThat(one(read(), "^BX").number(3)).isEqualTo(modules);
  }

  @Test
  void a_text_is_never_a_command() throws IOException {
    Label hostile = new Label("A^XA~JR_4>1", "^XZ~WC \\& é€", "");
    print(ROLL, 300, Symbology.CODE_128, hostile);
    List<Command> commands = read();
    assertThat(commands.stream().filter(c -> c.name().equals("^XA"))).hasSize(1);
    assertThat(commands.stream().filter(c -> c.name().startsWith("~"))).isEmpty();
    // In a Code 128 ">0" is the printer's way to write ">"; in a block of text "\\" is one "\".
    assertThat(data(commands)).containsExactly("A^XA~JR_4>01", "A^XA~JR_4>1", "^XZ~WC \\\\& é€");
    print(ROLL, 300, Symbology.DATA_MATRIX, new Label("A|B>1", "", ""));
    assertThat(data(read())).containsExactly("A|B>1", "A|B>1");
    assertThat(one(read(), "^BX").parameters()).endsWith(",`");
  }

  @Test
  void what_no_scanner_reads_is_left_out_and_said() throws IOException {
    Printed printed =
        print(ROLL, 203, Symbology.CODE_128, label("É1"), label("X".repeat(40)), label("GE-1"));
    assertThat(printed.labels()).isEqualTo(1);
    assertThat(printed.unprintable())
        .extracting(Unprintable::reason)
        .containsExactly(Unprintable.Reason.CHARACTER, Unprintable.Reason.TOO_LONG);
    assertThat(read().stream().filter(c -> c.name().equals("^XA"))).hasSize(1);
  }

  @Test
  void a_label_printer_takes_rolls_only() {
    LabelFormat sheet = LabelFormats.find("avery-l7160").orElseThrow();
    assertThatThrownBy(() -> print(sheet, 203, Symbology.CODE_128, label("GE-1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> print(ROLL, 400, Symbology.CODE_128, label("GE-1")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
