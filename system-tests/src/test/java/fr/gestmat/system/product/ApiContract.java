package fr.gestmat.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

/** Compares answers with the schemas of the document that the product itself publishes. */
final class ApiContract {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SchemaValidatorsConfig STRICT =
      SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

  private final JsonNode components;

  private ApiContract(JsonNode components) {
    this.components = components;
  }

  /** The contract as {@code /api/openapi.json} says it; OpenAPI 3.1 speaks JSON Schema 2020-12. */
  static ApiContract read() throws JsonProcessingException {
    String document = HttpTest.anonymous().get("/api/openapi.json").then().extract().asString();
    return new ApiContract(JSON.readTree(document).get("components"));
  }

  /** The answer fits the schema of this name, to the last field and format. */
  void fits(String schema, String answer) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("$ref", "#/components/schemas/" + schema);
    root.set("components", components);
    JsonSchema compiled =
        JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(root, STRICT);
    assertThat(compiled.validate(JSON.readTree(answer))).as(answer).isEmpty();
  }
}
