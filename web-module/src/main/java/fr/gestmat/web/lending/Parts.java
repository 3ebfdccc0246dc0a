package fr.gestmat.web.lending;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What came with a form that sends files: texts, and the files that were chosen.
 *
 * @param parts the parts as they came
 */
record Parts(List<EntityPart> parts) {

  private static final int LONGEST_TEXT = 16_000;

  /** The texts, as those of a form without files. */
  Typed texts() throws IOException {
    MultivaluedMap<String, String> values = new MultivaluedHashMap<>();
    for (EntityPart part : parts) {
      if (part.getFileName().isEmpty()) {
        try (InputStream content = part.getContent()) {
          values.add(
              part.getName(), new String(content.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8));
        }
      }
    }
    return new Typed(values);
  }

  /** The file that was chosen in a field; empty if none was. */
  Optional<EntityPart> file(String name) {
    return parts.stream()
        .filter(part -> part.getName().equals(name))
        .filter(part -> !part.getFileName().orElse("").isEmpty())
        .findFirst();
  }
}
