package fr.gestmat.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFilterTest {

  @ParameterizedTest
  @CsvSource({
    "0f8fad5b-d9cb-469f-a165-70867728950e, true",
    "short, false",
    "'has blank inside', false",
    "'line\nforged-1234', false",
    "<script>alert(1)</script>, false"
  })
  void onlyNumbersFitForALogAreKept(String given, boolean kept) {
    assertThat(RequestFilter.isSane(given)).isEqualTo(kept);
  }

  @Test
  void aRouteIsItsTemplate() throws NoSuchMethodException {
    assertThat(Routes.template(Pupils.class, Pupils.class.getDeclaredMethod("one")))
        .isEqualTo("/eleves/{id}");
    assertThat(Routes.template(Pupils.class, Pupils.class.getDeclaredMethod("all")))
        .isEqualTo("/eleves");
  }

  @Path("eleves")
  private static final class Pupils {
    @Path("/{id}")
    void one() {}

    void all() {}
  }
}
