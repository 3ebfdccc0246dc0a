package fr.gestmat.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ReadinessTest {

  @Test
  void notReadyWithoutTheDatabase() {
    DataSource silent =
        (DataSource)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  throw new SQLException("no connection");
                });

    assertThat(Readiness.isReady(Migrations.of(Set.of("/WEB-INF/migrations/V0001__a.sql")), silent))
        .isFalse();
  }
}
