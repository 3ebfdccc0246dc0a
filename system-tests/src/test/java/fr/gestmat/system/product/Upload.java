package fr.gestmat.system.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file of an upload, good or bad. */
record Upload(String name, byte[] content) {

  static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  static Upload of(String name, String content) {
    return new Upload(name, content.getBytes(UTF_8));
  }

  /** A part of an export with this text after the XML declaration. */
  static Upload aaf(String xml) {
    return Upload.of("ENT_Complet_20260901_Eleve_0000.xml", HEAD + xml);
  }

  static String laughs() {
    StringBuilder xml = new StringBuilder("<!DOCTYPE ficAlimMENESR [<!ENTITY l0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      xml.append("<!ENTITY l").append(i).append(" \"").append(("&l" + (i - 1) + ";").repeat(10));
      xml.append("\">");
    }
    return xml + "]>\n<ficAlimMENESR>&l9;</ficAlimMENESR>";
  }

  static byte[] zip(String name, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] half(byte[] all) {
    return Arrays.copyOf(all, all.length / 2);
  }

  static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    return noise;
  }
}
