package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.control.source.SourceAnswer.Later;
import fr.gestmat.mealaid.control.source.SourceAnswer.NotFound;
import fr.gestmat.mealaid.control.source.SourceAnswer.Refused;
import fr.gestmat.mealaid.entity.source.SourceKind;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;

/**
 * Reads an answer of API Particulier. Only a 404 that the API itself explains leads to "please give
 * a document"; 429, 502 and 504 mean later; everything else is for a person. A page of some proxy
 * is never taken for an answer.
 */
final class AnswerReader {

  /** Our word for an answer of status 200 that does not hold what it should. */
  static final String UNREADABLE = "UNREADABLE";

  /** Our word for no answer within the time limit. */
  static final String NO_ANSWER = "NO_ANSWER";

  private static final int LONGEST = 400;

  private AnswerReader() {}

  /** What the answer to a question of this kind means, whatever the day. */
  static SourceAnswer read(SourceKind kind, HttpAnswer answer) {
    Optional<JsonObject> document = document(answer.body());
    Said said = said(document, answer.status());
    return switch (answer.status()) {
      case 0 -> new Later(Optional.empty(), NO_ANSWER);
      case 200 -> document.map(whole -> value(kind, whole)).orElseGet(AnswerReader::unreadable);
      case 404 ->
          said.byTheApi() ? new NotFound(said.code()) : refused(answer.status(), "HTTP_404", said);
      case 429, 502, 504 ->
          CafCode.of(said.code()) == CafCode.JUSTIFY
              ? new NotFound(said.code())
              : new Later(answer.retryIn(), said.code());
      default -> other(answer, said);
    };
  }

  /** The CAF's own codes mean the same whatever status they come with. */
  private static SourceAnswer other(HttpAnswer answer, Said said) {
    boolean ofToken = answer.status() == 401 || answer.status() == 403;
    return switch (ofToken ? CafCode.UNKNOWN : CafCode.of(said.code())) {
      case JUSTIFY -> new NotFound(said.code());
      case RETRY -> new Later(answer.retryIn(), said.code());
      case UNKNOWN -> refused(answer.status(), said.code(), said);
    };
  }

  private static SourceAnswer value(SourceKind kind, JsonObject document) {
    try {
      return switch (kind) {
        case FAMILY_QUOTIENT -> ValueReader.quotient(document);
        case SCHOLARSHIP -> ValueReader.scholarship(document);
      };
    } catch (ValueReader.MissingException e) {
      return unreadable();
    }
  }

  private static SourceAnswer unreadable() {
    return new Refused(200, UNREADABLE, "");
  }

  private static Refused refused(int status, String code, Said said) {
    return new Refused(
        status, code, said.detail().substring(0, Math.min(said.detail().length(), LONGEST)));
  }

  private static Optional<JsonObject> document(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return Optional.of(reader.readObject());
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  /**
   * The first error of an answer.
   *
   * @param code of the API, or our own word for the status
   * @param detail its sentence
   * @param byTheApi whether the API itself says it
   */
  private record Said(String code, String detail, boolean byTheApi) {}

  private static Said said(Optional<JsonObject> document, int status) {
    Optional<JsonObject> error =
        document
            .flatMap(whole -> ValueReader.array(whole, "errors"))
            .filter(errors -> !errors.isEmpty())
            .flatMap(errors -> ValueReader.object(errors.get(0)));
    Optional<String> code =
        error
            .flatMap(first -> ValueReader.text(first, "code"))
            .filter(text -> text.matches("[A-Za-z0-9_.-]{1,40}"));
    return new Said(
        code.orElse("HTTP_" + status),
        error.flatMap(first -> ValueReader.text(first, "detail")).orElse(""),
        code.isPresent());
  }
}
