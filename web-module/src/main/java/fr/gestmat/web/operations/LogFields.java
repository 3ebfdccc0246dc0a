package fr.gestmat.web.operations;

import fr.gestmat.journal.control.RequestId;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Adds the number of the current request, as the field {@code requestId}, to each line that our own
 * code logs. It stands on our logger before the server's handlers, whose JSON formatter writes the
 * entries of a map parameter as fields of the line.
 */
@WebListener
public class LogFields implements ServletContextListener {

  /** Held here: the log manager keeps loggers weakly. */
  private final Logger ours = Logger.getLogger("fr.gestmat");

  private final Handler fields = new Fields();

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ours.addHandler(fields);
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    ours.removeHandler(fields);
  }

  /** Changes records, writes nothing. */
  static final class Fields extends Handler {

    @Override
    public void publish(LogRecord line) {
      String id = RequestId.current();
      if (id == null) {
        return;
      }
      Map<Object, Object> fields = new HashMap<>();
      Object[] parameters = line.getParameters();
      if (parameters != null && parameters.length == 1 && parameters[0] instanceof Map<?, ?> map) {
        fields.putAll(map);
      } else if (parameters != null && parameters.length > 0 && line.getMessage() != null) {
        line.setMessage(MessageFormat.format(line.getMessage(), parameters));
      }
      fields.put("requestId", id);
      line.setParameters(new Object[] {fields});
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
