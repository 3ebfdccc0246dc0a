package fr.gestmat.web.operations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  @Test
  void aBuildWithoutMigrationsIsRefused() {
    assertThatThrownBy(() -> Migrations.of(Set.of("/WEB-INF/migrations/README")))
        .isInstanceOf(IllegalStateException.class);
  }
}
