package fr.gestmat.web.lending.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import fr.gestmat.lending.control.Outcome;
import fr.gestmat.lending.control.ScanChoice;
import fr.gestmat.lending.control.ScanMatch;
import fr.gestmat.lending.control.ScanMode;
import fr.gestmat.lending.control.ScanReason;
import fr.gestmat.lending.control.count.CountFinding;
import fr.gestmat.lending.control.transfer.SlipFinding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The document and the code say the same codes, and the document can be read by others. */
class OpenApiDocumentTest {

  private static JsonNode document;

  @BeforeAll
  static void read() throws IOException {
    document = new ObjectMapper().readTree(new OpenApiResource().document());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void the_codes_of_the_document_are_those_of_the_code(
      String schema, Class<? extends Enum<?>> code) {
    List<String> written = new ArrayList<>();
    for (JsonNode one : document.at("/components/schemas/" + schema + "/oneOf")) {
      written.add(one.get("const").textValue());
      assertThat(one.get("description").textValue()).as("meaning of %s", one).isNotBlank();
    }
    assertThat(written)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(code.getEnumConstants()).map(Enum::name).toList());
  }

  static Stream<Arguments> the_codes_of_the_document_are_those_of_the_code() {
    return Stream.of(
        Arguments.of("ReasonCode", ScanReason.class),
        Arguments.of("ChoiceName", ScanChoice.class),
        Arguments.of("MatchedBy", ScanMatch.class),
        Arguments.of("Outcome", Outcome.class),
        Arguments.of("CountFinding", CountFinding.class),
        Arguments.of("SlipFinding", SlipFinding.class),
        Arguments.of("ScanMode", ScanMode.class));
  }

  @Test
  void every_reference_leads_somewhere() {
    List<JsonNode> references = document.findValues("$ref");
    assertThat(references).isNotEmpty();
    for (JsonNode reference : references) {
      assertThat(document.at(reference.textValue().substring(1)).isMissingNode())
          .as(reference.textValue())
          .isFalse();
    }
  }

  @Test
  void every_schema_is_a_valid_json_schema() {
    var metaSchema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(JsonMetaSchema.getV202012().getIri()));
    document
        .at("/components/schemas")
        .fields()
        .forEachRemaining(
            schema ->
                assertThat(metaSchema.validate(schema.getValue())).as(schema.getKey()).isEmpty());
  }
}
