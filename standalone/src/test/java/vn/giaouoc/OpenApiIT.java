package vn.giaouoc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API that is committed is the one that the program gives. */
class OpenApiIT {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Test
  void the_committed_description_is_the_present_one() throws Exception {
    ObjectNode description =
        (ObjectNode) JSON.readTree(LifeCycleIT.get(Here.running().url() + "/v3/api-docs"));
    assertThat(description.path("openapi").asString()).startsWith("3.1");
    // it names the address that it was asked at
    description.remove("servers");
    Documents.check("docs/openapi.json", JSON.writeValueAsString(description) + "\n");
  }
}
