package fr.gestmat.demo.territory.aaf;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the records of one kind into numbered parts, as the academies' exports come: {@code
 * ENT_Complet_20260901_Eleve_0000.xml}, {@code _0001.xml}...
 */
final class AafPart implements AutoCloseable {

  private static final int RECORDS_A_PART = 20_000;
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final String prefix;
  private final String kind;
  private final String category;
  private final StringBuilder record = new StringBuilder(4_000);
  private BufferedWriter out;
  private int part;
  private int records;

  AafPart(Path folder, String prefix, String category, String kind) throws IOException {
    this.folder = folder;
    this.prefix = prefix;
    this.category = category;
    this.kind = kind;
    this.out = open();
  }

  private BufferedWriter open() throws IOException {
    Path file = folder.resolve("%s%s_%04d.xml".formatted(prefix, kind, part++));
    BufferedWriter writer =
        new BufferedWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), BUFFER);
    writer.write(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">
        <ficAlimMENESR>
        """);
    return writer;
  }

  void begin(String id) {
    record.setLength(0);
    record
        .append("<addRequest>\n<operationalAttributes><attr name=\"")
        .append(category)
        .append("\"><value>")
        .append(kind)
        .append("</value></attr></operationalAttributes>\n<identifier><id>")
        .append(id)
        .append("</id></identifier>\n<attributes>\n");
  }

  AafPart attribute(String name, String value) {
    return attribute(name, value.isEmpty() ? List.of() : List.of(value));
  }

  AafPart attribute(String name, List<String> values) {
    record.append("<attr name=\"").append(name).append("\">");
    if (values.isEmpty()) {
      record.append("<value/>");
    }
    for (String value : values) {
      record.append("<value>");
      escape(value);
      record.append("</value>");
    }
    record.append("</attr>\n");
    return this;
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> record.append("&amp;");
        case '<' -> record.append("&lt;");
        case '>' -> record.append("&gt;");
        default -> record.append(c);
      }
    }
  }

  void end() throws IOException {
    record.append("</attributes>\n</addRequest>\n");
    if (records == RECORDS_A_PART) {
      close();
      out = open();
      records = 0;
    }
    out.append(record);
    records++;
  }

  @Override
  public void close() throws IOException {
    out.write("</ficAlimMENESR>\n");
    out.close();
  }
}
