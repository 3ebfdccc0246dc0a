package fr.gestmat.web.lending.api;

import fr.gestmat.lending.control.Finding;
import fr.gestmat.lending.control.desk.ScanAnswer;
import jakarta.json.stream.JsonGenerator;

/** The answer of a scan as the document's schema {@code ScanAnswer} says it. */
final class ScanAnswerBody {

  private ScanAnswerBody() {}

  static void write(JsonGenerator json, ScanAnswer answer, ScanTexts texts) {
    json.write("outcome", answer.outcome().name());
    json.writeStartArray("reasons");
    for (Finding finding : answer.reasons()) {
      json.writeStartObject();
      json.write("code", finding.reason().name());
      json.write("message", texts.sentence(finding));
      json.writeEnd();
    }
    json.writeEnd();
    ApiJson.text(json, "matchedBy", answer.matchedBy());
    ApiJson.maybe(json, "device", answer.device(), ApiJson::device);
    ApiJson.maybe(json, "loan", answer.loan(), ApiJson::loan);
    ApiJson.maybe(json, "pupil", answer.pupil(), ApiJson::pupil);
    json.writeStartArray("choices");
    answer
        .choices()
        .forEach(
            offer -> {
              json.writeStartObject();
              json.write("code", offer.code());
              json.write("label", texts.label(offer));
              json.writeEnd();
            });
    json.writeEnd();
    json.writeStartArray("kit");
    answer.kit().forEach(item -> ApiJson.kit(json, item));
    json.writeEnd();
  }
}
