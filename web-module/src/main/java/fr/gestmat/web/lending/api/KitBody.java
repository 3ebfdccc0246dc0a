package fr.gestmat.web.lending.api;

import fr.gestmat.lending.control.kit.KitLine;
import fr.gestmat.lending.control.kit.KitStatement;
import fr.gestmat.lending.entity.PieceFault;
import java.util.Optional;

/** The body of a statement about a kit. */
final class KitBody {

  private static final int LONGEST_NAME = 80;
  private static final int MOST_LINES = 50;
  private static final int MOST_PIECES = 20;

  private KitBody() {}

  /**
   * Reads a statement.
   *
   * @throws MalformedBodyException if a field is missing, of another form or out of bounds
   */
  static KitStatement read(String text) {
    ApiBody body = ApiBody.of(text);
    return new KitStatement(
        body.number("revision", 1, Integer.MAX_VALUE),
        body.objectsOrNone("pieces", MOST_LINES).stream().map(KitBody::line).toList());
  }

  private static KitLine line(ApiBody line) {
    return new KitLine(
        line.text("name", LONGEST_NAME),
        Optional.ofNullable(line.idOrNull("piece")),
        line.code("fault", PieceFault.class),
        line.number("quantity", 1, MOST_PIECES));
  }
}
