package fr.gestmat.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.journal.control.RequestId;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogFieldsTest {

  private final LogFields.Fields fields = new LogFields.Fields();

  @AfterEach
  void endRequest() {
    RequestId.end();
  }

  @Test
  void aLineOfARequestCarriesItsNumber() {
    RequestId.begin("abc-12345");
    LogRecord line = new LogRecord(Level.INFO, "imported {0} of {1}");
    line.setParameters(new Object[] {3, 7});

    fields.publish(line);

    assertThat(line.getMessage()).isEqualTo("imported 3 of 7");
    assertThat(line.getParameters()).containsExactly(Map.of("requestId", "abc-12345"));
  }

  @Test
  void fieldsOfTheLineStay() {
    RequestId.begin("abc-12345");
    LogRecord line = new LogRecord(Level.INFO, "request");
    line.setParameters(new Object[] {Map.of("status", "200")});

    fields.publish(line);

    assertThat(line.getParameters())
        .containsExactly(Map.of("requestId", "abc-12345", "status", "200"));
  }

  @Test
  void aLineOutsideOfRequestsStaysAsItIs() {
    LogRecord line = new LogRecord(Level.INFO, "started {0}");
    line.setParameters(new Object[] {1});

    fields.publish(line);

    assertThat(line.getParameters()).containsExactly(1);
  }
}
