package fr.gestmat.job.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The name under which this server holds leases; a new one at each start. */
@ApplicationScoped
public class ServerName {

  private final String name = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

  @Override
  public String toString() {
    return name;
  }
}
